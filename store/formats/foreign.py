"""What other tools' files say of an article, before it is fitted to a text and a schema of ours."""

from typing import Any

import msgspec

from store.annotation import Annotation
from store.article import Article
from store.errors import DataError
from store.formats.reading import Notice


class ForeignSpan(msgspec.Struct, frozen=True):
    """A span as another tool counts it."""

    start: int
    end: int
    label: str
    text: str | None = None
    """Its surface, where the tool gives it."""
    origin: str | None = None
    """The rule that suggested it, where the file says so."""
    score: float | None = None
    why: tuple[str, ...] = ()
    """The words of the text that decided."""


class Foreign(msgspec.Struct, frozen=True):
    """One article with what one annotator marked in it."""

    text: str
    source: str
    """The file."""
    place: str
    """Where in it."""
    spans: tuple[ForeignSpan, ...] = ()
    id: str | None = None
    title: str = ""
    origin: str = ""
    """Where the article came from, if the file says so."""
    published: str | None = None
    annotator: str | None = None
    note: str = ""
    record: dict[str, Any] = {}
    evidence: dict[str, tuple[tuple[int, int], ...]] = {}
    """Start and end of the spans that support a field, counted as those of the spans."""
    not_stated: tuple[str, ...] = ()
    unit: str | None = None
    """What offsets count, where the file says so."""
    beyond: tuple[str, ...] = ()
    """What it has that no annotation of ours holds: a word for each thing, such as `relation`."""
    article: Article | None = None
    """The article itself, where the file is of our own form."""
    annotation: Annotation | None = None
    """All that stands behind the labels, where it is of our own export."""

    @property
    def where(self) -> str:
        """File and place, as messages name them."""
        return f"{self.source} @ {self.place}"


ForeignFinding = Foreign | Notice | DataError
