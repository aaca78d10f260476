"""Standard streams: there at all, UTF-8 whatever the locale, and telling what they can't write."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedWriter, RawIOBase, TextIOWrapper
from typing import Any, TextIO


@contextmanager
def prepared() -> Iterator[None]:
    """Have streams, within a `with`, that programs can rely on, whoever started this one and however."""
    _open_closed()
    as_utf8(sys.stdout)
    before = sys.stdout
    whole = _whole(before)
    sys.stdout = whole or before
    try:
        yield
    finally:
        _abandon_unwritable()
        if whole:
            sys.stdout = before
            buffer: Any = whole.detach()
            buffer.detach()  # else it would close the stream's own file


def _open_closed() -> None:
    """Put something in the place of streams that were closed by whoever started the program.

    There is nothing to read from it, and messages to it go nowhere; data can't be written, which is told.
    """
    for name, mode, access in (
        ("stdin", "r", os.O_RDONLY),
        ("stdout", "w", os.O_RDONLY),
        ("stderr", "w", os.O_WRONLY),
    ):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, access), mode, encoding="utf-8"))


def as_utf8(stream: TextIO) -> None:
    """Have a stream write UTF-8: in other locales there is Japanese that can't be written."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors=stream.errors)


class _Prompt(BufferedWriter):
    """Writes all bytes at once, or raises: a raw file takes the first of them on a full disk, and no more."""

    def write(self, data: Any) -> int:
        written = super().write(data)
        self.flush()
        return written


def _whole(stream: TextIO) -> TextIOWrapper | None:
    """Return a writer in place of an unbuffered one, as PYTHONUNBUFFERED makes it; none where it is none."""
    if not (isinstance(stream, TextIOWrapper) and isinstance(stream.buffer, RawIOBase)):
        return None
    return TextIOWrapper(_Prompt(stream.buffer), stream.encoding, stream.errors, write_through=True)


def _abandon_unwritable() -> None:
    """Let go of what a full disk or a closed reader didn't take: Python would exit with 120 over it."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
