"""Labelled lines: JSON Lines of `akapen extract` and `akapen export`, read to be compared."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from store.annotation import Record
from store.article import Article, article_id
from store.errors import DataError
from store.formats.jsonl import Row, rows_of
from store.formats.reading import DEFAULTS, dated
from store.labelled import Labelled
from store.source import STDIN, open_binary
from store.span import HUMAN, Span
from store.value import FieldValue


class LineSpan(msgspec.Struct, frozen=True):
    """A span as a line holds it."""

    start: int
    end: int
    label: str
    text: str | None = None
    origin: str = HUMAN
    score: float | None = None


class Line(msgspec.Struct, frozen=True):
    """The keys of a line that say what its article is and how it is labelled; further keys are left alone."""

    text: str
    id: str | int | None = None
    title: str = ""
    source: str = ""
    published: str | None = None
    spans: tuple[LineSpan, ...] = ()
    record: Record = {}


def read_labelled(path: Path | None) -> Iterator[Labelled]:
    """Read the labelled articles of a file, or of standard input.

    Raises:
        DataError: a line breaks the form; the error names the line and the key.
    """
    source = str(path or STDIN)
    with open_binary(path) as file:
        for number, row in rows_of(file, source):
            if isinstance(row, DataError):
                raise row
            yield parse(row, source, f"line {number}")


def parse(row: Row, source: str, place: str) -> Labelled:
    """Make a labelled article of one line's object.

    Raises:
        DataError: a key is missing, of the wrong type or no date, or a span doesn't fit its text.
    """
    try:
        line = msgspec.convert(row, Line)
    except msgspec.ValidationError as error:
        raise DataError(source, str(error), place) from None
    article = Article.from_text(
        line.text,
        title=line.title,
        source=line.source or source,
        published=dated(line.published, DEFAULTS, source, place),
        external_id=None if line.id in (None, article_id(line.text)) else str(line.id),
    )
    spans = [_span(span, line.text) for span in line.spans]
    for index, span in enumerate(spans):
        if problem := span.misfit(line.text):
            raise DataError(source, problem, f"{place}, $.spans[{index}]")
    return Labelled(article, tuple(_numbered(spans)), tuple(_values(line)))


def _span(asked: LineSpan, text: str) -> Span:
    """Return a span as the line has it; without a surface, with the text's."""
    surface = text[asked.start : asked.end] if asked.text is None else asked.text
    return Span(
        "", asked.start, asked.end, asked.label, surface, asked.origin, asked.score, status="accepted"
    )


def _numbered(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans in text order, each with an id."""
    for number, span in enumerate(sorted(spans, key=lambda span: (span.start, span.end)), 1):
        yield msgspec.structs.replace(span, id=f"s{number}")


def _values(line: Line) -> Iterator[FieldValue]:
    number = 0
    for field, stated in line.record.items():
        for value in stated if isinstance(stated, list) else [stated]:
            number += 1
            yield FieldValue(id=f"v{number}", field=field, value=value, status="accepted")
