"""JSON Lines: one JSON object a line, read with the place of every fault."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from store.errors import DataError
from store.formats.source import open_binary

Row = dict[str, Any]


def read_rows(path: Path | None) -> Iterator[tuple[int, Row | DataError]]:
    """Yield the line number (from 1) and the object of each line that isn't blank.

    A line that is no JSON object comes as the error that says so, so that a caller can pass over it.

    Args:
        path: the file, UTF-8 with or without a byte order mark; none for standard input.

    Raises:
        UnreadableFileError: the file can't be opened.
    """
    decoder = msgspec.json.Decoder(dict[str, Any])
    with open_binary(path) as file:
        for number, line in enumerate(file, 1):
            content = (line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line).strip()
            if content:
                yield number, _decode(decoder, content, path, number)


def _decode(
    decoder: msgspec.json.Decoder[Row], line: bytes, path: Path | None, number: int
) -> Row | DataError:
    source, place = path or "-", f"line {number}"
    try:
        return decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return DataError(source, f"not a JSON object in UTF-8: {error}", place)
    except RecursionError:
        return DataError(source, "nested too deeply", place)
