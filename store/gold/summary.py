"""Summaries: what a queue shows of each article, read without decoding its text or its spans whole."""

import msgspec

from store.annotation import Status
from store.span import Decision


class Summary(msgspec.Struct, frozen=True):
    """One article as a line of the queue, with one annotator's progress on it."""

    article: str
    title: str
    source: str
    published: str | None
    status: Status = "pending"
    spans: int = 0
    """Suggestions and decisions together."""
    undecided: int = 0
    """Spans and values that wait for a decision."""
    lowest: float | None = None
    """The least score among the undecided."""
    updated: str = ""
    note: str = ""


class Heading(msgspec.Struct, frozen=True):
    """What a summary needs of an article's document."""

    id: str
    title: str = ""
    source: str = ""
    published: str | None = None


class Standing(msgspec.Struct, frozen=True):
    """An annotation's status alone."""

    status: Status = "pending"


class Stamp(msgspec.Struct, frozen=True):
    """Which schema an annotation was made with, by name and version, alone."""

    schema: str = ""


class _Item(msgspec.Struct, frozen=True):
    status: Decision = "suggested"
    score: float | None = None


class Progress(msgspec.Struct, frozen=True):
    """What a summary needs of an annotation's document."""

    status: Status = "pending"
    note: str = ""
    updated: str = ""
    spans: tuple[_Item, ...] = ()
    values: tuple[_Item, ...] = ()


def summarise(heading: Heading, progress: Progress | None) -> Summary:
    """Return the summary of an article and one annotator's progress, none when there is no annotation yet."""
    if progress is None:
        return Summary(heading.id, heading.title, heading.source, heading.published)
    undecided = [
        item for items in (progress.spans, progress.values) for item in items if item.status == "suggested"
    ]
    return Summary(
        heading.id,
        heading.title,
        heading.source,
        heading.published,
        status=progress.status,
        spans=len(progress.spans),
        undecided=len(undecided),
        lowest=min((item.score for item in undecided if item.score is not None), default=None),
        updated=progress.updated,
        note=progress.note,
    )
