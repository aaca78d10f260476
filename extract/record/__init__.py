"""The record of one document: field values from its spans, by role rules."""

from collections.abc import Iterator, Sequence

from extract.document import Document
from extract.record.filling import Filling
from extract.record.incident import tells_incident
from extract.record.reading import Reading
from extract.record.registry import OF_ANY_DOMAIN, filler
from store.schema import Schema
from store.span import Span
from store.value import FieldValue


def fill_record(document: Document, spans: Sequence[Span], schema: Schema) -> tuple[FieldValue, ...]:
    """Return the values of the schema's fields that the document states, in schema order.

    Evidence names the given spans. A value that can't be formed is left out.
    """
    fillings = _fillings(Reading(document, spans), schema)
    return tuple(_value(f"v{number}", field, one) for number, (field, one) in enumerate(fillings, start=1))


def _fillings(reading: Reading, schema: Schema) -> Iterator[tuple[str, Filling]]:
    """Yield what the fillers make, field by field; role rules of a schema of incidents need one."""
    is_of_incidents = any(field.extractor not in OF_ANY_DOMAIN for field in schema.fields)
    for field in schema.fields:
        if field.extractor is None or not is_of_incidents or reading.once(tells_incident):
            for filling in filler(field.extractor)(reading, field):
                yield field.id, filling


def _value(value_id: str, field: str, filling: Filling) -> FieldValue:
    return FieldValue(
        id=value_id,
        field=field,
        value=filling.value,
        evidence=tuple(span.id for span in filling.evidence),
        origin=f"record.{filling.rule}",
        score=filling.score,
        why=filling.why,
        runner_up=filling.runner_up,
    )
