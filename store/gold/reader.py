"""Reading a gold dataset: each document is decoded when someone asks for it."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from store.annotation import Annotation, Status
from store.article import Article
from store.gold.codec import decode
from store.gold.index import Index, Key
from store.gold.revision import Revision
from store.gold.storage import GoldStorage
from store.gold.stored import StoredHistory, StoredStep
from store.gold.summary import Heading, Progress, Stamp, Standing, Summary, summarise
from store.history import History, Step
from store.schema import Schema

T = TypeVar("T")


class GoldReader:
    """What can be asked of a gold dataset.

    Args:
        storage: the tables.
        annotator: whose annotations are meant where none is named.
    """

    def __init__(self, storage: GoldStorage, annotator: str) -> None:
        self.storage = storage
        self.annotator = annotator
        self._index = Index(storage.tables, storage.path)
        self._edition = storage.edition

    @property
    def path(self) -> Path:
        """The gold file."""
        return self.storage.path

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return self.storage.read_only

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should know of the opening, such as a torn save that was dropped."""
        return self.storage.notices

    @property
    def index(self) -> Index:
        """Where everything is; made anew after changes from elsewhere."""
        if self._edition != self.storage.edition:
            self._index = Index(self.storage.tables, self.path)
            self._edition = self.storage.edition
        return self._index

    def _read(self, table: str, number: int, type_: type[T]) -> T:
        return decode(self.storage.tables[table][number], type_, self.path, f"{table}[{number}]")

    def _key(self, article_id: str, annotator: str | None) -> Key:
        return article_id, annotator or self.annotator

    def article_ids(self) -> tuple[str, ...]:
        """Return the ids of all articles in order of import."""
        return tuple(self.index.articles)

    def article(self, article_id: str) -> Article:
        """Return an article.

        Raises:
            KeyError: there is none of that id.
            DatasetError: its document is damaged.
        """
        return self._read("articles", self.index.articles[article_id], Article)

    def articles(self) -> Iterator[Article]:
        """Yield all articles in order of import."""
        return map(self.article, self.article_ids())

    def annotation(self, article_id: str, annotator: str | None = None) -> Annotation | None:
        """Return one person's annotation of an article, none when there is none yet."""
        number = self.index.annotations.get(self._key(article_id, annotator))
        return None if number is None else self._read("annotations", number, Annotation)

    def status(self, article_id: str, annotator: str | None = None) -> Status:
        """Return how far one person is with an article, without decoding the work itself."""
        number = self.index.annotations.get(self._key(article_id, annotator))
        return "pending" if number is None else self._read("annotations", number, Standing).status

    def annotations(self, *, annotator: str | None = None) -> Iterator[Annotation]:
        """Yield the annotations of one person, or of everyone, in order of import."""
        order = {article_id: at for at, article_id in enumerate(self.index.articles)}
        keys = [key for key in self.index.annotations if annotator in (None, key[1])]
        for key in sorted(keys, key=lambda key: order.get(key[0], len(order))):
            yield self._read("annotations", self.index.annotations[key], Annotation)

    def annotators(self) -> tuple[str, ...]:
        """Return everyone who has an annotation here, sorted."""
        return tuple(sorted({annotator for _, annotator in self.index.annotations}))

    def stamps(self) -> Counter[str]:
        """Return how many annotations name which schema, by name and version, without decoding their work."""
        return Counter(self._read("annotations", at, Stamp).schema for at in self.index.annotations.values())

    def schemas(self) -> dict[str, Schema]:
        """Return the schemas that the dataset itself holds, by name.

        Raises:
            DatasetError: one breaks a rule of schemas.
        """
        if not self.storage.tables["schemas"]:
            return {}
        from store.gold.own_schema import held_schemas  # rarely needed, and it reads TOML

        return held_schemas(self.storage.tables, self.path)

    def summaries(self) -> tuple[Summary, ...]:
        """Return a line for each article in order of import, with this annotator's progress."""
        found = []
        for article_id, number in self.index.articles.items():
            at = self.index.annotations.get((article_id, self.annotator))
            progress = None if at is None else self._read("annotations", at, Progress)
            found.append(summarise(self._read("articles", number, Heading), progress))
        return tuple(found)

    def steps(self, article_id: str, annotator: str | None = None) -> tuple[Step, ...]:
        """Return the undo steps of an annotation, those that can be redone included, in order."""
        numbers = self.index.steps.get(self._key(article_id, annotator), {})
        return tuple(self._read("steps", at, StoredStep).step for _, at in sorted(numbers.items()))

    def history(self, article_id: str, annotator: str | None = None) -> History:
        """Return the undo steps of an annotation and how many of them are done."""
        steps = self.steps(article_id, annotator)
        number = self.index.annotations.get(self._key(article_id, annotator))
        if number is None or number not in self.storage.tables["histories"]:
            return History(steps, len(steps))
        return History(steps, min(self._read("histories", number, StoredHistory).position, len(steps)))

    def revisions(self, article_id: str | None = None, annotator: str | None = None) -> tuple[Revision, ...]:
        """Return what stays of confirmations and the like, in order by annotation."""
        known = self.index.revisions
        keys = (
            [(article_id, annotator)]
            if article_id is not None and annotator is not None
            else [key for key in known if article_id in (None, key[0]) and annotator in (None, key[1])]
        )
        return tuple(
            self._read("revisions", at, Revision)
            for key in keys
            for _, at in sorted(known.get(key, {}).items())
        )
