"""Other tools' JSON Lines: one object a line, of which the keys that are known are checked and taken."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from store.errors import DataError
from store.formats.foreign import ForeignFinding
from store.formats.jsonl import Row, rows_of
from store.source import open_binary

T = TypeVar("T")


def read_lines(
    path: Path, kind: type[T], understood: Callable[[T, str, str], ForeignFinding]
) -> Iterator[ForeignFinding]:
    """Yield what the lines of a file are understood to say, and an error for those that can't be read.

    Args:
        path: the file.
        kind: the keys that are known, and of which types they are.
        understood: makes a finding of these, the name of the file and the place of the line.
    """
    source = str(path)
    with open_binary(path) as file:
        for number, row in rows_of(file, source):
            yield (
                row if isinstance(row, DataError) else _line(row, source, f"line {number}", kind, understood)
            )


def _line(
    row: Row, source: str, place: str, kind: type[T], understood: Callable[[T, str, str], ForeignFinding]
) -> ForeignFinding:
    try:
        known = msgspec.convert(row, kind)
    except msgspec.ValidationError as error:
        return DataError(source, str(error), place)
    return understood(known, source, place)


def told(about: dict[str, Any]) -> dict[str, str]:
    """Return as text what a tool's free data tell of an article, without what is null."""
    return {key: str(value) for key, value in about.items() if value is not None}
