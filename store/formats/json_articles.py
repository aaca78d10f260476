"""JSON Lines as a source of articles: one article a line, further simple keys kept as `meta`."""

from collections.abc import Iterator
from typing import BinaryIO

from store.errors import DataError, UnreadableFileError
from store.formats.akapen_import import annotation_of
from store.formats.jsonl import Row, rows_of
from store.formats.reading import Finding, Notice, Options
from store.formats.row import article_of
from store.plural import number_of


def read_json_lines(file: BinaryIO, source: str, options: Options) -> Iterator[Finding]:
    """Yield the article of each line, or the error that says what is wrong with that line.

    Raises:
        UnreadableFileError: there is no line with anything on it, or it can't be read on.
    """
    empty, changed = True, 0
    for number, row in rows_of(file, source):
        empty = False
        if isinstance(row, DataError):
            yield row
            continue
        changed += "\r" in str(row.get(options.columns.text))
        try:
            yield from _findings(row, source, options, f"line {number}")
        except DataError as error:
            yield error
    if changed:
        yield Notice(source, f"line ends CRLF or CR became LF in {number_of(changed, 'text')}")
    if empty:
        raise UnreadableFileError(source, "is empty; there is nothing to read")


def _findings(row: Row, source: str, options: Options, place: str) -> Iterator[Finding]:
    article = article_of(row, source, options, place)
    annotation = annotation_of(row, article, source, place)
    yield article
    if annotation:
        yield annotation
