"""Where data comes from: a file, or standard input, and how much of it is taken at once."""

import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from store.advice import advice
from store.errors import DataError, UnreadableFileError

STDIN = "-"
"""How standard input is called in arguments, messages and an article's source."""

MEGABYTE = 2**20
LONGEST_ARTICLE = 32 * MEGABYTE
"""Bytes of a line or file that holds one article: some ten million characters of Japanese, fifty novels.

Reading takes about ten times as much memory for a moment, so this is what keeps memory bounded.
"""
LARGEST_FILE = 1024 * MEGABYTE
"""Bytes of a file that holds many articles and can only be read whole."""


def named(path: Path) -> str:
    """Return a path as a text that can be stored: bytes that are not UTF-8 are shown by their numbers.

    Archives of old Japanese systems leave such names.
    """
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def open_binary(path: Path | None) -> AbstractContextManager[BinaryIO]:
    """Open a file for reading bytes; none and `-` are standard input, which stays open afterwards.

    Raises:
        UnreadableFileError: it isn't there, is a folder, or may not be read.
    """
    if path is None or str(path) == STDIN:
        return nullcontext(sys.stdin.buffer)
    try:
        if path.is_char_device():
            raise UnreadableFileError(path, "is a device; name a file, or - for standard input")
        return path.open("rb")
    except FileNotFoundError:
        raise UnreadableFileError(path, "no such file; check the path") from None
    except IsADirectoryError:
        raise UnreadableFileError(path, "is a folder; name a file in it") from None
    except OSError as error:
        raise UnreadableFileError(path, f"can't be read: {advice(error)}") from None
    except ValueError as error:
        raise UnreadableFileError(path, f"no file can be called so: {error}") from None


def read_bytes(path: Path | None, most: int = LARGEST_FILE) -> bytes:
    """Read all bytes of a file or of standard input, at most so many.

    Raises:
        UnreadableFileError: they can't be read, or there are more.
    """
    with open_binary(path) as file:
        data = _read(file, most + 1, path or STDIN)
    return not_larger(data, most, path or STDIN)


def read_utf8(path: Path) -> str:
    """Read a file that is UTF-8 by what it is, such as a schema; a byte order mark is left out.

    Raises:
        UnreadableFileError: it can't be read, or isn't UTF-8.
    """
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(path, f"not UTF-8 at byte {error.start}; save it as UTF-8") from None


def not_larger(data: bytes, most: int, source: Path | str) -> bytes:
    """Return the bytes, of which there are at most so many.

    Raises:
        UnreadableFileError: there are more.
    """
    if len(data) > most:
        problem = f"is larger than {most // MEGABYTE} MB, the most that is read at once; split it"
        raise UnreadableFileError(source, problem)
    return data


def lines_of(file: BinaryIO, source: Path | str) -> Iterator[bytes | DataError]:
    """Yield each line of a file, with its line end; one that is too long as the error that says so.

    Of a line that is longer than `LONGEST_ARTICLE` no more than that is ever in memory.

    Raises:
        UnreadableFileError: the file can't be read on.
    """
    number = 0
    while line := _read_line(file, source):
        number += 1
        if len(line) <= LONGEST_ARTICLE:
            yield line
        else:
            problem = f"is longer than {LONGEST_ARTICLE // MEGABYTE} MB, the most that one article may have"
            yield DataError(source, problem, f"line {number}")
            while line and not line.endswith(b"\n"):
                line = _read_line(file, source)


def _read_line(file: BinaryIO, source: Path | str) -> bytes:
    try:
        return file.readline(LONGEST_ARTICLE + 1)
    except OSError as error:
        raise UnreadableFileError(source, f"can't be read: {advice(error)}") from None


def _read(file: BinaryIO, most: int, source: Path | str) -> bytes:
    try:
        return file.read(most)
    except OSError as error:
        raise UnreadableFileError(source, f"can't be read: {advice(error)}") from None
