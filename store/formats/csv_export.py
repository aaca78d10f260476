"""CSV: one row an article, a column a field, its evidence beside it; Excel opens it (UTF-8 with a mark)."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from store.annotation import Annotation
from store.article import Article
from store.columns import field_columns
from store.formats.flat import NO_FIELD, lost, name_of, unheld, without_field
from store.formats.piece import Item, Loss, Part, Piece, Settings
from store.schema import Schema
from store.value import FieldValue

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ABOUT = ("id", "title", "source", "published", "annotator", "status", "note")
_TEXT = "text"
NOT_STATED = "(not stated)"


def write_csv(items: Iterable[Item], settings: Settings) -> Iterator[Piece]:
    """Yield the header and one row an annotation; spans that support no field are lost."""
    yield Part(b"\xef\xbb\xbf" + _encoded(header(settings.schema)))
    for article, annotation in items:
        yield Part(_encoded(map(_harmless, row(article, annotation, settings.schema))))
        yield from losses(article, annotation, settings.schema)


def header(schema: Schema) -> list[str]:
    """Return the names of the columns."""
    fields = (name for column in columns(schema).values() for name in (column, f"{column} evidence"))
    return [*_ABOUT, *fields, _TEXT]


def columns(schema: Schema) -> dict[str, str]:
    """Return the name of each field's column by the field's id."""
    return field_columns(schema, (*_ABOUT, _TEXT))


def row(article: Article, annotation: Annotation, schema: Schema) -> list[str]:
    """Return the cells of an annotation as text."""
    about = (name_of(article), article.title, article.source, article.published or "")
    cells = [*about, annotation.annotator, annotation.status, annotation.note]
    values = annotation.gold_values()
    for field in schema.fields:
        mine = [value for value in values if value.field == field.id]
        cells += ["; ".join(map(_shown, mine)), "; ".join(_evidence(mine, annotation))]
    return [*cells, article.text]


def losses(article: Article, annotation: Annotation, schema: Schema) -> Iterator[Loss]:
    """Yield what a row can't hold of an annotation."""
    homeless = sum(schema.field(value.field) is None for value in annotation.gold_values())
    yield from [lost(article, annotation, NO_FIELD)] * homeless
    yield from without_field(article, annotation)
    yield from unheld(article, annotation)


def _shown(value: FieldValue) -> str:
    return NOT_STATED if value.value is None else str(value.value)


def _evidence(values: Iterable[FieldValue], annotation: Annotation) -> Iterator[str]:
    for span_id in dict.fromkeys(span_id for value in values for span_id in value.evidence):
        span = annotation.span(span_id)
        if span and span.status == "accepted":
            yield f"{span.text} ({span.start}-{span.end})"


def _harmless(cell: str) -> str:
    """Keep a spreadsheet from taking a cell for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _encoded(cells: Iterable[str]) -> bytes:
    line = StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().encode("utf-8", "replace")
