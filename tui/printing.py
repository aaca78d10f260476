"""Printing: data as UTF-8 on stdout, messages on stderr, text from outside made harmless."""

import sys
import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

_SHOWN = {"\n": "⏎", "\t": "→"}


def print_json(value: Any, *, indent: int = 0) -> None:
    """Print a value as JSON in UTF-8, whatever the locale; on one line unless indented."""
    import msgspec

    data = msgspec.json.encode(value)
    sys.stdout.buffer.write((msgspec.json.format(data, indent=indent) if indent else data) + b"\n")


def print_line(text: str) -> None:
    """Print a line on stdout as UTF-8, whatever the locale, and on one line whatever it holds."""
    sys.stdout.buffer.write(harmless(text).encode() + b"\n")


def say(message: str) -> None:
    """Print a message on stderr, on one line whatever it holds; nobody is told when the terminal is gone."""
    encoding = sys.stderr.encoding or "utf-8"
    shown = harmless(message).encode(encoding, "backslashreplace").decode(encoding)
    with suppress(OSError):
        print(shown, file=sys.stderr, flush=True)  # noqa: T201


def console() -> "Console":
    """Return a console for tables on stdout that shows text literally; 120 cells wide when no one watches."""
    from rich.console import Console

    class Told(Console):
        """Leaves it to the command line to end when nobody reads on; it would exit with status 1 itself."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    watched = sys.stdout.isatty()
    return Told(highlight=False, markup=False, emoji=False, width=None if watched else 120)


def harmless(text: str) -> str:
    """Return a text without control characters, so that a terminal shows it instead of obeying it."""
    return "".join(_harmless(character) for character in text)


def _harmless(character: str) -> str:
    if character in _SHOWN:
        return _SHOWN[character]
    if unicodedata.category(character) in ("Cc", "Cf", "Cs") and character != "\u200d":
        return f"\\u{ord(character):04x}"
    return character
