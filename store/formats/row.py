"""A row of named cells, of a table or a JSON line, made an article."""

from collections.abc import Mapping
from typing import Any

from store.article import Article, MetaValue, article_id
from store.errors import DataError
from store.formats.reading import Options, dated

Row = Mapping[str, Any]


def article_of(row: Row, source: str, options: Options, place: str) -> Article:
    """Make an article of a row; cells that are no part of an article become its `meta` when they are simple.

    Raises:
        DataError: the text is missing or empty, or a cell isn't of its type.
    """
    columns = options.columns
    text = "" if (found := row.get(columns.text)) is None else found
    if not isinstance(text, str):
        raise DataError(source, f"{columns.text!r} is not text", place)
    if not text.strip():
        raise DataError(source, f"has no text in {columns.text!r}", place)
    published = _cell(row, columns.published, source, place)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    given = _cell(row, columns.id, source, place)
    return Article.from_text(
        text,
        title=_cell(row, columns.title, source, place).strip(),
        source=source if row.get(columns.source) is None else _cell(row, columns.source, source, place),
        published=dated(published, options, source, place),
        external_id=given if given and given != article_id(text) else None,
        meta=_meta(row, options),
    )


def _cell(row: Row, name: str, source: str, place: str) -> str:
    value = row.get(name)
    if value is None:
        return ""
    if not isinstance(value, str | int) or isinstance(value, bool):
        raise DataError(source, f"{name!r} is not text", place)
    return str(value)


def _meta(row: Row, options: Options) -> dict[str, MetaValue]:
    columns = options.columns
    parts = (columns.text, columns.id, columns.title, columns.source, columns.published)
    nested = row["meta"].items() if isinstance(row.get("meta"), dict) else ()
    cells = [*nested, *((name, value) for name, value in row.items() if name not in parts)]
    return {name: value for name, value in cells if value is None or isinstance(value, str | int | float)}
