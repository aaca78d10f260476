"""An article's labels as programs read them: plain spans, a plain record, and where its values stand."""

from collections.abc import Iterable
from typing import Any

from store.annotation import Record
from store.schema import Schema
from store.span import Span
from store.value import FieldValue, Value


def labels_view(spans: Iterable[Span], values: Iterable[FieldValue], schema: Schema) -> dict[str, Any]:
    """Return the keys `spans`, `record` and `evidence` of a line of `akapen extract` and of exports."""
    spans, values = tuple(spans), tuple(value for value in values if value.value is not None)
    return {
        "spans": [_span(span) for span in spans],
        "record": record_of(values, schema),
        "evidence": evidence_of(values, spans),
    }


def _span(span: Span) -> dict[str, Any]:
    return {
        "start": span.start,
        "end": span.end,
        "label": span.label,
        "text": span.text,
        "origin": span.origin,
        "score": span.score,
    }


def record_of(values: Iterable[FieldValue], schema: Schema) -> Record:
    """Return the record: a list for list fields, else one value; fields without a value are left out."""
    stated: dict[str, list[Value]] = {}
    for value in values:
        if value.value is not None:
            stated.setdefault(value.field, []).append(value.value)
    return {name: found if _is_list(schema, name, found) else found[0] for name, found in stated.items()}


def _is_list(schema: Schema, name: str, found: list[Value]) -> bool:
    field = schema.field(name)
    return (field is not None and field.many) or len(found) > 1


def evidence_of(values: Iterable[FieldValue], spans: Iterable[Span]) -> dict[str, list[tuple[int, int]]]:
    """Return where the values of each field stand: start and end of their evidence, in text order."""
    places = {span.id: (span.start, span.end) for span in spans}
    found: dict[str, set[tuple[int, int]]] = {}
    for value in values:
        stand = found.setdefault(value.field, set())
        stand.update(places[span_id] for span_id in value.evidence if span_id in places)
    return {name: sorted(extents) for name, extents in found.items() if extents}


def not_stated_of(values: Iterable[FieldValue]) -> list[str]:
    """Return the fields that a person marked as not stated by the text."""
    return [value.field for value in values if value.value is None]
