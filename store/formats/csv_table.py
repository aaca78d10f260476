"""CSV: a table with a header, one article a row, in any of the known encodings (Excel writes Shift_JIS)."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from io import StringIO

from msgspec.structs import astuple

from store.errors import DataError
from store.formats.plain import text_of
from store.formats.reading import Finding, Notice, Options
from store.formats.row import article_of
from store.source import LONGEST_ARTICLE


def read_csv(data: bytes, source: str, options: Options) -> Iterator[Finding]:
    """Yield the article of each row; columns that aren't parts of an article become its `meta`.

    Raises:
        UnreadableFileError: the bytes are empty, binary or in no known encoding.
        DataError: there is no column of texts or two, the quoting is broken, or a cell is too long.
    """
    content = yield from text_of(data, source)
    csv.field_size_limit(LONGEST_ARTICLE)
    rows = csv.DictReader(StringIO(content), strict=True)
    number = 0
    try:
        yield from _header(rows.fieldnames or (), source, options)
        for number, row in enumerate(rows, 1):
            yield _finding(row, source, options, f"row {number}")
    except csv.Error as error:
        raise DataError(source, f"not CSV: {error}", f"after row {number}") from None


def _header(names: Sequence[str], source: str, options: Options) -> Iterator[Notice]:
    if options.columns.text not in names:
        missing = f"no column {options.columns.text!r} among {', '.join(names)}"
        raise DataError(source, f"{missing}; say which holds the texts with --column text=NAME", "line 1")
    twice = [name for name, count in Counter(names).items() if count > 1]
    if parts := sorted({*twice}.intersection(astuple(options.columns))):
        raise DataError(source, f"two columns are called {parts[0]!r}; give one another name", "line 1")
    if twice:
        listed = ", ".join(map(repr, twice))
        yield Notice(source, f"several columns are called {listed}; the last one of a name is kept as `meta`")


def _finding(row: "dict[str | None, str]", source: str, options: Options, place: str) -> Finding:
    if None in row:
        return DataError(source, "has more cells than the header; quote the cells that hold commas", place)
    cells = {name: value for name, value in row.items() if name is not None}
    try:
        return article_of(cells, source, options, place)
    except DataError as error:
        return error
