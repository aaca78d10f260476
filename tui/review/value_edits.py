"""What a person can do to an annotation's record: pure functions from one annotation to the next."""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from store.annotation import Annotation
from store.schema import Field, Schema
from store.span import HUMAN, Decision, Span
from store.value import FieldValue, Value
from tui.review.edits import with_span

Reading = Callable[[Field, Span], tuple[Value, ...]]
"""The values of a field that a span's surface can be read as, the likeliest first."""


def value_of(annotation: Annotation, value_id: str) -> FieldValue | None:
    """Return the value of that id, if it is there."""
    return next((value for value in annotation.values if value.id == value_id), None)


def values_of(annotation: Annotation, field_id: str) -> tuple[FieldValue, ...]:
    """Return the values of one field, rejected ones included."""
    return tuple(value for value in annotation.values if value.field == field_id)


def with_values(annotation: Annotation, schema: Schema, values: Iterable[FieldValue]) -> Annotation:
    """Return the annotation with other values, in the schema's order and then by their place in the text."""
    fields = {field.id: index for index, field in enumerate(schema.fields)}
    starts = {span.id: span.start for span in annotation.spans}

    def place(value: FieldValue) -> tuple[int, float]:
        first = min((starts[span] for span in value.evidence if span in starts), default=float("inf"))
        return fields.get(value.field, len(fields)), first

    return replace(annotation, values=tuple(sorted(values, key=place)))


def with_value(annotation: Annotation, schema: Schema, value: FieldValue) -> Annotation:
    """Return the annotation with one value in place of the one of the same id, or added."""
    if value_of(annotation, value.id):
        values = [value if other.id == value.id else other for other in annotation.values]
        return replace(annotation, values=tuple(values))
    return with_values(annotation, schema, [*annotation.values, value])


def decide_value(annotation: Annotation, value_id: str, decision: Decision) -> Annotation:
    """Accept or reject a value; a rejected one that a person had made is taken away."""
    value = value_of(annotation, value_id)
    if value is None:
        return annotation
    if decision == "rejected" and value.origin == HUMAN:
        return replace(annotation, values=tuple(other for other in annotation.values if other.id != value_id))
    values = [
        replace(value, status=decision) if other.id == value_id else other for other in annotation.values
    ]
    return replace(annotation, values=tuple(values))


def accept_value(annotation: Annotation, value_id: str) -> Annotation:
    """Accept a value, and with it the undecided spans that are its evidence."""
    value = value_of(annotation, value_id)
    if value is None:
        return annotation
    for span_id in value.evidence:
        span = annotation.span(span_id)
        if span is not None and span.status == "suggested":
            annotation = with_span(annotation, replace(span, status="accepted"))
    return decide_value(annotation, value_id, "accepted")


def unlink(annotation: Annotation, schema: Schema, span_id: str) -> Annotation:
    """Take a span away from the values of fields that take no evidence of its label."""
    span = annotation.span(span_id)

    def kept(value: FieldValue) -> FieldValue:
        field = schema.field(value.field)
        fits = span is None or field is None or span.label in field.labels
        if fits or span_id not in value.evidence:
            return value
        return replace(value, evidence=tuple(other for other in value.evidence if other != span_id))

    return replace(annotation, values=tuple(kept(value) for value in annotation.values))


def set_value(annotation: Annotation, value_id: str, content: Value) -> Annotation:
    """Change a value by hand and so accept it; its evidence stays."""
    value = value_of(annotation, value_id)
    if value is None:
        return annotation
    return in_place(annotation, replace(_changed(value, content), status="accepted"))


def in_place(annotation: Annotation, changed: FieldValue) -> Annotation:
    """Return the annotation with a value in place of the one of the same id."""
    values = (changed if other.id == changed.id else other for other in annotation.values)
    return replace(annotation, values=tuple(values))


def _changed(value: FieldValue, content: Value | None) -> FieldValue:
    """Return a value with other content; what the machine had suggested is kept beside it."""
    first = value.suggested if value.suggested is not None or value.origin == HUMAN else value.value
    return replace(value, value=content, suggested=None if first == content else first)


def add_value(
    annotation: Annotation,
    schema: Schema,
    field: Field,
    content: Value | None,
    evidence: tuple[str, ...] = (),
) -> Annotation:
    """Give a field a value: one more for a list field, else in place of what it had.

    A value that a list field already has is accepted, and gets the evidence as well.
    """
    values = values_of(annotation, field.id)
    same = next((value for value in values if value.value == content), None)
    if same is None and values and not field.many:
        same = next((value for value in values if value.status != "rejected"), values[0])
    if same is None:
        fresh = FieldValue(_fresh_id(annotation), field.id, content, evidence, status="accepted")
        return with_value(_without_not_stated(annotation, field), schema, fresh)
    joined = (*same.evidence, *(span for span in evidence if span not in same.evidence))
    kept = joined if field.many or not evidence else evidence
    changed = replace(_changed(same, content), status="accepted", evidence=kept)
    return with_value(_without_not_stated(annotation, field, besides=same.id), schema, changed)


def mark_not_stated(annotation: Annotation, schema: Schema, field: Field) -> Annotation:
    """Say that the text does not state a field: its suggestions are rejected, a person's own values go."""
    for value in values_of(annotation, field.id):
        annotation = decide_value(annotation, value.id, "rejected")
    fresh = FieldValue(_fresh_id(annotation), field.id, None, status="accepted")
    return with_value(annotation, schema, fresh)


def _without_not_stated(annotation: Annotation, field: Field, besides: str = "") -> Annotation:
    def says_so(value: FieldValue) -> bool:
        return value.field == field.id and value.value is None and value.id != besides

    return replace(annotation, values=tuple(value for value in annotation.values if not says_so(value)))


def _fresh_id(annotation: Annotation) -> str:
    used = {value.id for value in annotation.values}
    number = 1
    while f"w{number}" in used:
        number += 1
    return f"w{number}"


def doubles(annotation: Annotation, field: Field, content: Value | None, *, besides: str = "") -> bool:
    """Whether another value of the field, not a rejected one, says the same already."""
    return any(
        value.value == content and value.id != besides and value.status != "rejected"
        for value in values_of(annotation, field.id)
    )


def follow(annotation: Annotation, schema: Schema, before: Span, reading: Reading) -> Annotation:
    """Let the values that followed from a span's old extent follow from its new one.

    Only their content changes. Whether a value is decided is another question than where its span ends:
    suggested stays suggested, accepted stays accepted, and a rejected value stays as it was.

    Args:
        annotation: as it is now, with the span moved.
        schema: says which type a value is of.
        before: the span as it was.
        reading: reads a field's values from a span.
    """
    after = annotation.span(before.id)
    if after is None or after.text == before.text:
        return annotation
    for value in annotation.values:
        field = schema.field(value.field)
        if field is None or before.id not in value.evidence or value.value is None:
            continue
        if value.status == "rejected":
            continue
        was, now = reading(field, before), reading(field, after)
        if value.value in was and now and value.value not in now:
            place = min(was.index(value.value), len(now) - 1)
            if not doubles(annotation, field, now[place], besides=value.id):
                annotation = in_place(annotation, _changed(value, now[place]))
    return annotation
