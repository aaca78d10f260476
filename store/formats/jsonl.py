"""JSON Lines: one JSON object a line, read with the place of every fault."""

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from store.errors import DataError
from store.source import lines_of
from store.text_file import decode

Row = dict[str, Any]


def rows_of(file: BinaryIO, source: str) -> Iterator[tuple[int, Row | DataError]]:
    """Yield the line number (from 1) and the object of each line that isn't blank.

    A line that is no JSON object comes as the error that says so, so that a caller can pass over it. Lines
    that aren't UTF-8 are tried in the other encodings that Japanese text comes in.

    Raises:
        UnreadableFileError: the file can't be read on.
    """
    decoder = msgspec.json.Decoder(dict[str, Any])
    for number, line in enumerate(lines_of(file, source), 1):
        if isinstance(line, DataError):
            yield number, line
            continue
        content = line.removeprefix(b"\xef\xbb\xbf").strip()
        if content:
            yield number, _decoded(decoder, content, source, f"line {number}")


def _decoded(decoder: msgspec.json.Decoder[Row], line: bytes, source: str, place: str) -> Row | DataError:
    try:
        return decoder.decode(line if _is_utf8(line) else decode(line, source).text)
    except DataError as error:
        return DataError(source, error.problem, place)
    except msgspec.DecodeError as error:
        return DataError(source, f"not a JSON object: {error}", place)
    except RecursionError:
        return DataError(source, "nested too deeply", place)


def _is_utf8(line: bytes) -> bool:
    if b"\x1b$" in line:
        return False
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
