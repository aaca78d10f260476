"""Our own JSON Lines: one labelled article a line, as `akapen extract` prints it and gold files hold it."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from store.annotation import Record
from store.article import Article, article_id
from store.errors import DataError
from store.formats.jsonl import Row, rows_of
from store.labelled import Labelled
from store.quoting import outside, quoted
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
        DataError: a key is missing, of the wrong type, or a span doesn't fit its text.
    """
    try:
        line = msgspec.convert(row, Line)
    except msgspec.ValidationError as error:
        raise DataError(source, str(error), place) from None
    article = Article.from_text(
        line.text,
        title=line.title,
        source=line.source or source,
        published=line.published,
        external_id=None if line.id in (None, article_id(line.text)) else str(line.id),
    )
    for index, span in enumerate(line.spans):
        _check(span, line.text, source, f"{place}, $.spans[{index}]")
    return Labelled(article, tuple(_spans(line)), tuple(_values(line)))


def _check(span: LineSpan, text: str, source: str, place: str) -> None:
    if not 0 <= span.start < span.end <= len(text):
        raise DataError(
            source,
            outside(span.start, span.end, text),
            place,
        )
    surface = text[span.start : span.end]
    if span.text is not None and span.text != surface:
        raise DataError(source, f"says {quoted(span.text)} where the text has {quoted(surface)}", place)


def _spans(line: Line) -> Iterator[Span]:
    for number, span in enumerate(sorted(line.spans, key=lambda span: (span.start, span.end)), 1):
        yield Span(
            id=f"s{number}",
            start=span.start,
            end=span.end,
            label=span.label,
            text=line.text[span.start : span.end],
            origin=span.origin,
            score=span.score,
            status="accepted",
        )


def _values(line: Line) -> Iterator[FieldValue]:
    number = 0
    for field, stated in line.record.items():
        for value in stated if isinstance(stated, list) else [stated]:
            number += 1
            yield FieldValue(id=f"v{number}", field=field, value=value, status="accepted")
