"""A workbook for Excel: one row an article, a column a field, its evidence beside it."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from store.extras import library
from store.formats.csv_export import columns, header, losses, row
from store.formats.flat import lost
from store.formats.piece import Item, Part, Piece, Settings
from store.schema import Schema

LONGEST = 32_767
"""Characters a cell of Excel holds at most, in UTF-16 units."""
ROWS = 1_048_575
"""Rows a sheet of Excel holds at most, below the header."""
_SAFE_NUMBER = 10**15
"""Excel keeps fifteen digits of a number."""


def write_xlsx(items: Iterable[Item], settings: Settings) -> Iterator[Piece]:
    """Yield the workbook; texts stay texts, whatever they begin with, and single integers are numbers.

    Raises:
        MissingLibraryError: XlsxWriter is not installed.
    """
    file = BytesIO()
    book = library("xlsxwriter", "xlsx").Workbook(file, {"constant_memory": True})
    book.set_properties({"created": datetime(1980, 1, 1)})
    sheet = book.add_worksheet("gold")
    sheet.freeze_panes(1, 1)
    names = header(settings.schema)
    integers = _integers(settings.schema)
    bold = book.add_format({"bold": True})
    for column, name in enumerate(names):
        sheet.write_string(0, column, name, bold)
    for number, (article, annotation) in enumerate(items, 1):
        if number > ROWS:
            yield lost(article, annotation, "row beyond Excel's last", whole=True)
            continue
        for column, cell in enumerate(row(article, annotation, settings.schema)):
            if not _write(sheet, number, column, cell, number_wanted=names[column] in integers):
                yield lost(
                    article, annotation, f"end of {names[column]} (a cell holds {LONGEST:,} characters)"
                )
        yield from losses(article, annotation, settings.schema)
    book.close()
    yield Part(file.getvalue())


def _integers(schema: Schema) -> set[str]:
    """Return the names of the columns that hold single integers."""
    named = columns(schema)
    return {named[field.id] for field in schema.fields if field.type == "integer" and not field.many}


def _write(sheet: Any, number: int, column: int, cell: str, *, number_wanted: bool) -> bool:
    """Write one cell; returns whether all of it went in."""
    if number_wanted and cell.isdecimal() and int(cell) < _SAFE_NUMBER:
        sheet.write_number(number, column, int(cell))
        return True
    units = cell.encode("utf-16-le", "replace")
    if cell:
        sheet.write_string(number, column, units[: 2 * LONGEST].decode("utf-16-le", "ignore"))
    return len(units) <= 2 * LONGEST
