"""The record of one document: field values from its spans, by role rules."""

from extract.document import Document
from store.schema import Schema
from store.span import Span
from store.value import FieldValue


def fill_record(document: Document, spans: tuple[Span, ...], schema: Schema) -> tuple[FieldValue, ...]:
    """Return the values of the schema's fields that the document states, with spans as evidence."""
    return ()
