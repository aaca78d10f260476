"""The spans of the annotation under review by their ids, and what is undecided, kept along with its edits.

A key costs the same with ten thousand spans as with ten.
"""

from collections import Counter
from collections.abc import Iterable

import msgspec

from store.annotation import Annotation
from store.change import Change
from store.span import Span
from store.value import FieldValue


class Undecided(msgspec.Struct, frozen=True):
    """What of an annotation waits for a decision."""

    count: int
    """Suggestions, spans and values together."""
    lowest: float | None
    """The least score among them; none where none has one."""


def undecided_of(annotation: Annotation) -> Undecided:
    """Return what of an annotation waits for a decision, by looking at all of it."""
    return Tally(annotation).undecided


class Tally:
    """Counts one annotation, then follows its edits.

    Args:
        annotation: as it is when the review of it begins.
    """

    def __init__(self, annotation: Annotation) -> None:
        self._spans = {span.id: span for span in annotation.spans}
        self._scores: Counter[float | None] = Counter()
        self._count(annotation.spans, 1)
        self._count(annotation.values, 1)

    @property
    def undecided(self) -> Undecided:
        """What waits for a decision now."""
        scores = [score for score, count in self._scores.items() if count and score is not None]
        return Undecided(self._scores.total(), min(scores, default=None))

    def span(self, span_id: str | None) -> Span | None:
        """Return the span of that id, if it is there."""
        return self._spans.get(span_id) if span_id is not None else None

    def follow(self, change: Change) -> None:
        """Take over an edit that was made, or the turned one of an edit that was undone."""
        for edit in change.spans:
            if edit.before is not None:
                del self._spans[edit.before.id]
            if edit.after is not None:
                self._spans[edit.after.id] = edit.after
        self._count((edit.before for edit in change.spans), -1)
        self._count((edit.before for edit in change.values), -1)
        self._count((edit.after for edit in change.spans), 1)
        self._count((edit.after for edit in change.values), 1)

    def _count(self, items: Iterable[Span | FieldValue | None], by: int) -> None:
        for item in items:
            if item is not None and item.status == "suggested":
                self._scores[item.score] += by
