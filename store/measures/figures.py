"""Figures of a dataset: how far the work is, what became of suggestions, and what an article costs."""

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

import msgspec

from store.annotation import Annotation, Status
from store.order import in_order
from store.schema import Schema
from store.span import HUMAN, Span
from store.value import FieldValue


class Decisions(msgspec.Struct, frozen=True):
    """What people decided on spans or values of one kind."""

    accepted: int = 0
    """As the machine had suggested them."""
    edited: int = 0
    """Accepted after a person had moved, relabelled or changed them."""
    rejected: int = 0
    added: int = 0
    """Made by a person, where the machine had suggested nothing."""
    undecided: int = 0

    @property
    def gold(self) -> int:
        """How many stand in the gold."""
        return self.accepted + self.edited + self.added

    @property
    def kept(self) -> float | None:
        """The share of the decided suggestions that were accepted unchanged; none when none is decided."""
        decided = self.accepted + self.edited + self.rejected
        return self.accepted / decided if decided else None


class Effort(msgspec.Struct, frozen=True):
    """What articles cost. Means and medians are over the annotations that took any time; none without one."""

    annotations: int
    """How many took any time."""
    seconds: float
    """In all, idle pauses left out."""
    keystrokes: int
    mean_seconds: float | None
    median_seconds: float | None
    mean_keystrokes: float | None
    median_keystrokes: float | None


class Figures(msgspec.Struct, frozen=True):
    """All figures of a dataset."""

    articles: int
    status: dict[str, dict[Status, int]]
    """By annotator: how many articles stand how; those that a person hasn't opened are pending."""
    labels: dict[str, Decisions]
    fields: dict[str, Decisions]
    not_stated: dict[str, int]
    """By field: how often a person said that the text does not state it."""
    span_rules: dict[str, Decisions]
    value_rules: dict[str, Decisions]
    effort: dict[str, Effort]
    """By annotator."""


def figures(annotations: Iterable[Annotation], articles: int, schema: Schema) -> Figures:
    """Return the figures of some annotations.

    Args:
        annotations: of anyone.
        articles: how many articles there are in all.
        schema: gives the order of labels and fields; others follow in the order of their names.
    """
    found = list(annotations)
    spans = [span for annotation in found for span in annotation.spans]
    values = [value for annotation in found for value in annotation.values if value.value is not None]
    unstated = Counter(
        value.field for annotation in found for value in annotation.gold_values() if value.value is None
    )
    by_person: dict[str, list[Annotation]] = {}
    for annotation in found:
        by_person.setdefault(annotation.annotator, []).append(annotation)
    labels, fields = [label.id for label in schema.labels], [field.id for field in schema.fields]
    return Figures(
        articles,
        {name: _status(theirs, articles) for name, theirs in sorted(by_person.items())},
        _decisions(((span.label, span) for span in spans), labels),
        _decisions(((value.field, value) for value in values), fields),
        {name: unstated[name] for name in in_order(unstated, fields)},
        _decisions(((span.origin, span) for span in spans), []),
        _decisions(((value.origin, value) for value in values), []),
        {name: _effort(theirs) for name, theirs in sorted(by_person.items())},
    )


def _status(annotations: Sequence[Annotation], articles: int) -> dict[Status, int]:
    counted = Counter(annotation.status for annotation in annotations)
    counted["pending"] += articles - len(annotations)
    order: tuple[Status, ...] = ("confirmed", "draft", "flagged", "skipped", "pending")
    return {status: counted[status] for status in order}


def _decisions(items: Iterable[tuple[str, Span | FieldValue]], order: Sequence[str]) -> dict[str, Decisions]:
    counted: dict[str, Counter[str]] = {}
    for name, item in items:
        counted.setdefault(name, Counter())[_fate(item)] += 1
    return {name: Decisions(**counted[name]) for name in in_order(counted, order)}


def _fate(item: Span | FieldValue) -> str:
    if item.status != "accepted":
        return "rejected" if item.status == "rejected" else "undecided"
    if item.origin == HUMAN:
        return "added"
    return "accepted" if item.suggested is None else "edited"


def _effort(annotations: Iterable[Annotation]) -> Effort:
    worked = [annotation for annotation in annotations if annotation.seconds or annotation.keystrokes]
    seconds = [annotation.seconds for annotation in worked]
    keys = [annotation.keystrokes for annotation in worked]
    total, strokes, count = round(sum(seconds), 1), sum(keys), len(worked)
    if not count:
        return Effort(0, 0.0, 0, None, None, None, None)
    means = total / count, strokes / count
    return Effort(count, total, strokes, means[0], median(seconds), means[1], float(median(keys)))
