"""Which spans are evidence of a value that a person gave."""

from collections.abc import Iterator

from msgspec.structs import replace

from store.annotation import Annotation
from store.schema import Field
from store.span import Span
from store.value import FieldValue, Value
from tui.review.value_edits import Reading, accept_value, in_place, value_of, values_of


def spans_for(annotation: Annotation, field: Field) -> Iterator[Span]:
    """Yield the spans that can be evidence of a field, in text order, without rejected ones."""
    return (span for span in annotation.spans if span.label in field.labels and span.status != "rejected")


def named_by(annotation: Annotation, field: Field, content: Value, reading: Reading) -> Span | None:
    """Return the first span that a text value is the surface of, an accepted one before others.

    A date, a count or a code that several spans say has none: each may well be told of something else.
    """
    spans = [span for span in spans_for(annotation, field) if content in reading(field, span)]
    if field.type != "text" and len(spans) > 1:
        return None
    return min(spans, key=lambda span: span.status != "accepted", default=None)


def with_evidence_of_its_own(
    annotation: Annotation, field: Field, value_id: str, reading: Reading
) -> Annotation:
    """Return the annotation with a value linked to the span that it is the surface of, if there is one.

    A value whose evidence says it already keeps that; evidence that says something else gives way.
    """
    value = value_of(annotation, value_id)
    if value is None or value.value is None:
        return annotation
    told = (annotation.span(span_id) for span_id in value.evidence)
    if any(span is not None and value.value in reading(field, span) for span in told):
        return annotation
    span = named_by(annotation, field, value.value, reading)
    return annotation if span is None else _linked(annotation, value, (span.id,))


def present_value(annotation: Annotation, field: Field, preferred: str = "") -> FieldValue | None:
    """Return the value of a field that a further span supports: the preferred one, else one without evidence.

    Args:
        annotation: as it is now.
        field: whose values to look at; rejected ones and `not stated` are none.
        preferred: the id of a value, perhaps of another field.
    """
    values = [
        value
        for value in values_of(annotation, field.id)
        if value.status != "rejected" and value.value is not None
    ]
    return min(values, key=lambda value: (value.id != preferred, bool(value.evidence)), default=None)


def supported(annotation: Annotation, value: FieldValue, span_id: str) -> Annotation:
    """Return the annotation with one more span as evidence of a value, which it accepts as it is."""
    return _linked(annotation, value, tuple(dict.fromkeys((*value.evidence, span_id))))


def told_by(annotation: Annotation, value_id: str, evidence: tuple[str, ...]) -> Annotation:
    """Return the annotation with other spans as the evidence of a value; unchanged if there are none."""
    value = value_of(annotation, value_id)
    return _linked(annotation, value, evidence) if value and evidence else annotation


def _linked(annotation: Annotation, value: FieldValue, evidence: tuple[str, ...]) -> Annotation:
    return accept_value(in_place(annotation, replace(value, evidence=evidence)), value.id)
