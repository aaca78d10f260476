"""The door for notebooks: a gold dataset as plain values, or as a frame."""

from collections.abc import Collection, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, overload

from store.annotation import Status
from store.gold.article import GoldArticle
from store.gold.checked import all_checked
from store.gold.dataset import GoldDataset
from store.gold.own_schema import own_schema
from store.plural import number_of
from store.schema import Schema
from store.schemas.loading import load_schema

if TYPE_CHECKING:
    from pandas import DataFrame

CONFIRMED: tuple[Status, ...] = ("confirmed",)


class Gold(Sequence[GoldArticle]):
    """The annotated articles of a dataset, in order of import.

    Args:
        articles: what it holds.
        schema: says which fields there are and of which types.
    """

    def __init__(self, articles: Sequence[GoldArticle], schema: Schema) -> None:
        self._articles = tuple(articles)
        self.schema = schema

    @overload
    def __getitem__(self, at: int) -> GoldArticle: ...

    @overload
    def __getitem__(self, at: slice) -> "Gold": ...

    def __getitem__(self, at: int | slice) -> "GoldArticle | Gold":
        """Return one article, or a slice as another such set."""
        if isinstance(at, slice):
            return Gold(self._articles[at], self.schema)
        return self._articles[at]

    def __len__(self) -> int:
        """How many annotated articles there are."""
        return len(self._articles)

    def __repr__(self) -> str:
        spans = sum(len(one.spans) for one in self)
        return f"<Gold: {number_of(len(self), 'article')}, {number_of(spans, 'span')}>"

    def frame(self) -> "DataFrame":
        """Return a pandas frame, one row an article and a column a field.

        Raises:
            MissingLibraryError: pandas is not installed.
        """
        from store.frames import articles_frame

        return articles_frame(self, self.schema)

    def spans_frame(self) -> "DataFrame":
        """Return a pandas frame, one row a span.

        Raises:
            MissingLibraryError: pandas is not installed.
        """
        from store.frames import spans_frame

        return spans_frame(self)


def read_gold(
    path: str | PathLike[str],
    *,
    status: Collection[Status] = CONFIRMED,
    annotator: str | None = None,
    schema: str | PathLike[str] | None = None,
) -> Gold:
    """Read a gold dataset, leaving it untouched, also while someone works on it.

    Args:
        path: the gold file.
        status: which annotations count.
        annotator: whose; without one, everyone's, so that an article may come more than once.
        schema: a schema file, or the name of a shipped one; without one, the dataset's own, else `incident`.

    Raises:
        DataError: the dataset or the schema can't be read.
    """
    with GoldDataset.open(Path(path), read_only=True) as dataset:
        own = own_schema(dataset.stamps(), dataset.schemas()) if schema is None else load_schema(str(schema))
        known = own or load_schema()
        found = [
            GoldArticle.of(article, annotation, known)
            for article, annotation in all_checked(dataset, annotator)
            if annotation.status in status
        ]
    return Gold(found, known)
