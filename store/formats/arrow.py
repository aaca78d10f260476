"""Arrow: the columns of annotated articles with explicit types, and rows that fit them.

Without explicit types a column of nothing but missing values has no type, and the next split breaks on it.
"""

from collections.abc import Iterator
from typing import Any

from store.annotation import Annotation
from store.article import Article
from store.formats.flat import NO_FIELD, lost, name_of, unheld
from store.formats.piece import Loss
from store.line_view import evidence_of, not_stated_of
from store.schema import Field, Schema
from store.value import FieldValue, Value

TEXTS = ("id", "title", "source", "published", "annotator", "status", "note", "text")
"""Columns of plain text."""
SPAN = {"start": "int32", "end": "int32", "label": "string", "text": "string", "origin": "string"}
"""What a span is made of, and of which types."""

EVIDENCE = {"field": "string", "start": "int32", "end": "int32"}
"""What says where the values of a field stand."""


def type_of(field: Field) -> str:
    """Return the name of the type of a field's values."""
    return "int64" if field.type == "integer" else "string"


def arrow_schema(arrow: Any, schema: Schema) -> Any:
    """Return the Arrow schema of the rows; `arrow` is the library."""
    kinds = {"int32": arrow.int32(), "int64": arrow.int64(), "string": arrow.string()}
    columns = {name: arrow.string() for name in TEXTS}
    columns["spans"] = arrow.list_(arrow.struct([(name, kinds[kind]) for name, kind in SPAN.items()]))
    if schema.fields:
        record = {field.id: kinds[type_of(field)] for field in schema.fields}
        listed = {field.id: arrow.list_(record[field.id]) for field in schema.fields if field.many}
        columns["record"] = arrow.struct(list((record | listed).items()))
    columns["evidence"] = arrow.list_(arrow.struct([(name, kinds[kind]) for name, kind in EVIDENCE.items()]))
    columns["not_stated"] = arrow.list_(arrow.string())
    return arrow.schema(list(columns.items()))


def row(article: Article, annotation: Annotation, schema: Schema) -> dict[str, Any]:
    """Return one annotation as a row; what doesn't fit the columns is left out."""
    values = annotation.gold_values()
    record: dict[str, Any] = {field.id: _content(field, values) for field in schema.fields}
    found = evidence_of(values, annotation.gold_spans())
    texts = {name: getattr(annotation, name) for name in ("annotator", "status", "note")}
    texts |= {name: getattr(article, name) for name in ("title", "source", "published", "text")}
    return {
        "id": name_of(article),
        **texts,
        "spans": [{name: getattr(span, name) for name in SPAN} for span in annotation.gold_spans()],
        "record": record,
        "evidence": [
            {"field": name, "start": start, "end": end}
            for name, places in found.items()
            for start, end in places
        ],
        "not_stated": not_stated_of(values),
    }


def losses(article: Article, annotation: Annotation, schema: Schema) -> Iterator[Loss]:
    """Yield what a row can't hold of an annotation."""
    values = annotation.gold_values()
    stated = [value for value in values if value.value is not None]
    for value in stated:
        field = schema.field(value.field)
        if field is None:
            yield lost(article, annotation, NO_FIELD)
        elif not _fits(field, value.value):
            yield lost(article, annotation, "value that is not of its field's type")
    for field in schema.fields:
        surplus = len(_fitting(field, values)) - 1
        if not field.many and surplus > 0:
            yield from [lost(article, annotation, "further value of a field that holds one")] * surplus
    yield from unheld(article, annotation)


def _content(field: Field, values: tuple[FieldValue, ...]) -> Any:
    fitting = _fitting(field, values)
    return fitting if field.many else next(iter(fitting), None)


def _fitting(field: Field, values: tuple[FieldValue, ...]) -> list[Value]:
    mine = (value.value for value in values if value.field == field.id)
    return [value for value in mine if value is not None and _fits(field, value)]


def _fits(field: Field, value: Value | None) -> bool:
    if field.type == "integer":
        return isinstance(value, int) and -(2**63) <= value < 2**63
    return isinstance(value, str)
