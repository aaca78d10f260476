"""Standard streams: there at all, UTF-8 whatever the locale, and let go of where nothing can be written."""

import os
import sys
from io import TextIOWrapper
from typing import TextIO


def open_closed() -> None:
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


def abandon_unwritable() -> None:
    """Let go of what a full disk or a closed reader didn't take: Python would exit with 120 over it."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
