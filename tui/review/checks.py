"""What looks wrong about a record: values against each other, the publication date, their evidence."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from store.annotation import Annotation
from store.schema import Schema
from store.span import HUMAN, Span
from store.value import FieldValue, Value
from tui.review.value_edits import Reading


class Finding(NamedTuple):
    """One thing that looks wrong about a value."""

    value: str
    """The value's id."""
    key: str
    """Of the text that says it."""
    words: dict[str, str]
    """What the text's places hold; names of fields by their ids."""
    contradiction: bool
    """Whether to ask before confirming; else it is only marked."""


def findings(
    annotation: Annotation,
    schema: Schema,
    published: str | None,
    reading: Reading,
    span_of: Callable[[str], Span | None],
) -> tuple[Finding, ...]:
    """Return what looks wrong about the values that are not rejected, contradictions first.

    Args:
        annotation: its values are looked at.
        schema: says which values must not lie above others, and which need evidence.
        published: the article's date.
        reading: reads a field's values from a span.
        span_of: gives the span of an id.
    """
    values = [value for value in annotation.values if value.status != "rejected" and value.value is not None]
    found = [
        *_out_of_order(values, schema),
        *_after_publication(values, schema, published),
        *_unsupported(values, schema, reading, span_of),
    ]
    places = {value.id: place for place, value in enumerate(values)}
    return tuple(sorted(found, key=lambda finding: (not finding.contradiction, places[finding.value])))


def _out_of_order(values: list[FieldValue], schema: Schema) -> Iterator[Finding]:
    for check in schema.checks:
        for lower in (value for value in values if value.field == check.lower):
            for upper in (value for value in values if value.field == check.upper):
                if above(lower.value, upper.value):
                    words = {"lower": check.lower, "upper": check.upper}
                    yield from (
                        Finding(value.id, "mark.lower_above", words, True) for value in (lower, upper)
                    )


def _after_publication(values: list[FieldValue], schema: Schema, published: str | None) -> Iterator[Finding]:
    for value in values:
        field = schema.field(value.field)
        if published and field is not None and field.type == "date" and above(value.value, published):
            yield Finding(value.id, "mark.after_publication", {"published": published}, True)


def _unsupported(
    values: list[FieldValue], schema: Schema, reading: Reading, span_of: Callable[[str], Span | None]
) -> Iterator[Finding]:
    for value in values:
        field = schema.field(value.field)
        evidence = [span for span in map(span_of, value.evidence) if span and span.status != "rejected"]
        if field is None or not field.labels:
            continue
        if not evidence and not _is_told_by_words(value):
            yield Finding(value.id, "mark.no_evidence", {}, False)
        elif evidence and _by_hand(value) and _differs(value, [reading(field, span) for span in evidence]):
            yield Finding(value.id, "mark.not_following", {}, field.type != "code")


def _is_told_by_words(value: FieldValue) -> bool:
    """Whether words decided that no span is made of: カード会社から連絡 names no organisation."""
    return not value.evidence and bool(value.why) and not _by_hand(value)


def _differs(value: FieldValue, readings: list[tuple[Value, ...]]) -> bool:
    """Whether evidence says something else; words that can't be read contradict nothing."""
    return any(readings) and not any(value.value in reading for reading in readings)


def _by_hand(value: FieldValue) -> bool:
    return value.origin == HUMAN or value.suggested is not None


def above(lower: Value | None, upper: Value | None) -> bool:
    """Whether a value that must not lie above another does; dates compare at the precision both state."""
    if isinstance(lower, int) and isinstance(upper, int):
        return lower > upper
    if isinstance(lower, str) and isinstance(upper, str):
        shared = min(len(lower), len(upper))
        return lower[:shared] > upper[:shared]
    return False
