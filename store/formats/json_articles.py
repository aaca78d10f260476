"""JSON Lines as a source of articles: one article a line, further simple keys kept as `meta`."""

from collections.abc import Iterator
from typing import BinaryIO

from store.errors import DataError, UnreadableFileError
from store.formats.akapen_import import annotation_of
from store.formats.jsonl import Row, rows_of
from store.formats.reading import Finding, Options
from store.formats.row import article_of


def read_json_lines(file: BinaryIO, source: str, options: Options) -> Iterator[Finding]:
    """Yield the article of each line, or the error that says what is wrong with that line.

    Raises:
        UnreadableFileError: there is no line with anything on it, or it can't be read on.
    """
    empty = True
    for number, row in rows_of(file, source):
        empty = False
        if isinstance(row, DataError):
            yield row
            continue
        try:
            yield from _findings(row, source, options, f"line {number}")
        except DataError as error:
            yield error
    if empty:
        raise UnreadableFileError(source, "is empty; there is nothing to read")


def _findings(row: Row, source: str, options: Options, place: str) -> Iterator[Finding]:
    article = article_of(row, source, options, place)
    annotation = annotation_of(row, article, source, place)
    yield article
    if annotation:
        yield annotation
