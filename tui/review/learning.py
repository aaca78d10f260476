"""What the confirmed articles of a dataset teach, kept up to date while one is reviewed."""

from contextlib import AbstractContextManager
from threading import Lock
from typing import TYPE_CHECKING

from store.gold.dataset import GoldDataset
from store.schema import Schema
from tui.review.article_queue import ArticleQueue

if TYPE_CHECKING:
    from extract.extractor import Extractor
    from extract.lessons import Lessons

LOOKED_AT = 200
"""How many of the confirmed articles that there are at the start teach: the last ones."""


class Learning:
    """Makes extractors that know what was confirmed so far.

    Args:
        dataset: where the confirmed articles are.
        schema: what the extractors suggest.
        queue: knows which articles are confirmed.
        gate: held while the dataset is read, and only then.
    """

    def __init__(
        self,
        dataset: GoldDataset,
        schema: Schema,
        queue: ArticleQueue,
        gate: AbstractContextManager[object],
    ) -> None:
        self._dataset = dataset
        self._schema = schema
        self._queue = queue
        self._gate = gate
        self._one_at_a_time = Lock()
        self._learned: set[str] = set()
        self._lessons: Lessons | None = None

    def extractor(self) -> "Extractor":
        """Return an extractor that knows what is confirmed by now; safe to call from several threads."""
        from extract.extractor import Extractor  # not before the first paint: its rules take a while to load

        return Extractor(self._schema, self.lessons())

    def lessons(self) -> "Lessons":
        """Return what is learned from all that is confirmed by now; safe to call from several threads."""
        from extract.lessons import NOTHING

        with self._one_at_a_time:
            lessons = self._lessons or NOTHING
            for article_id in self._new():
                lessons = self._after(lessons, article_id)
            self._lessons = lessons
            return lessons

    def _new(self) -> list[str]:
        new = [one for one in self._queue.with_status("confirmed") if one not in self._learned]
        self._learned.update(new[:-LOOKED_AT])
        return new[-LOOKED_AT:]

    def _after(self, lessons: "Lessons", article_id: str) -> "Lessons":
        with self._gate:
            annotation = self._dataset.annotation(article_id)
            if annotation is None or annotation.status != "confirmed":
                return lessons  # its confirmation is not on disk yet: the next time
            text = self._dataset.article(article_id).text
        self._learned.add(article_id)
        return lessons.after(text, annotation.gold_spans())
