"""Where data comes from: a file, or standard input."""

import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from store.advice import advice
from store.errors import UnreadableFileError

STDIN = "-"
"""How standard input is called in arguments, messages and an article's source."""


def open_binary(path: Path | None) -> AbstractContextManager[BinaryIO]:
    """Open a file for reading bytes; none is standard input, which stays open afterwards.

    Raises:
        UnreadableFileError: it isn't there, is a folder, or may not be read.
    """
    if path is None:
        return nullcontext(sys.stdin.buffer)
    if path.is_char_device():
        raise UnreadableFileError(path, "is a device; name a file, or - for standard input")
    try:
        return path.open("rb")
    except FileNotFoundError:
        raise UnreadableFileError(path, "no such file; check the path") from None
    except IsADirectoryError:
        raise UnreadableFileError(path, "is a folder; name a file in it") from None
    except OSError as error:
        raise UnreadableFileError(path, f"can't be read: {advice(error)}") from None
    except ValueError as error:
        raise UnreadableFileError(path, f"no file can be called so: {error}") from None


def read_bytes(path: Path | None) -> bytes:
    """Read all bytes of a file or of standard input.

    Raises:
        UnreadableFileError: they can't be read.
    """
    with open_binary(path) as file:
        try:
            return file.read()
        except OSError as error:
            raise UnreadableFileError(path or STDIN, f"can't be read: {advice(error)}") from None
