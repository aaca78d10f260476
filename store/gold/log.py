"""The log: what has happened to annotations over time, each event with what it changed."""

from collections.abc import Iterator

import msgspec

from store.annotation import Annotation
from store.clock import moment
from store.gold.compare import Difference, compare
from store.gold.reader import GoldReader
from store.gold.revision import Event, Revision


class Entry(msgspec.Struct, frozen=True):
    """One event."""

    time: str
    by: str
    event: Event
    article: str
    annotator: str
    revision: int
    title: str
    """Empty once the article is deleted."""
    changes: tuple[Difference, ...]
    """Against the revision before; for the first, against nothing."""

    def __str__(self) -> str:
        """The event on one line, without what it changed."""
        of = "" if self.by == self.annotator else f" of {self.annotator}"
        return f"{self.time} {self.by} {self.event} {self.article}@{self.revision}{of} {self.title}".rstrip()


def log(gold: GoldReader, article_id: str | None = None, annotator: str | None = None) -> tuple[Entry, ...]:
    """Return the events of one article or of all, the oldest first."""
    found = _entries(gold, gold.revisions(article_id, annotator))
    return tuple(sorted(found, key=lambda entry: moment(entry.time)))


def _entries(gold: GoldReader, revisions: tuple[Revision, ...]) -> Iterator[Entry]:
    before = Annotation("", "")
    for one in revisions:
        if (before.article, before.annotator) != (one.article, one.annotator):
            before = Annotation(one.article, one.annotator)
        known = one.article in gold.index.articles
        title = gold.article(one.article).title if known else ""
        changes = tuple(compare(before, one.annotation))
        yield Entry(one.time, one.by, one.event, one.article, one.annotator, one.number, title, changes)
        before = one.annotation
