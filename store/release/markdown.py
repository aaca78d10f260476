"""Markdown: tables and words in which text from outside stands literally."""

import re
from collections.abc import Iterable, Sequence

_MARKS = re.compile(r"([\\`*_\[\]<>|#~&])")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of writing."""


def literal(text: str) -> str:
    """Return a text on one line, its characters without any meaning as markup."""
    return _MARKS.sub(r"\\\1", _CONTROL.sub("\ufffd", " ".join(text.split())))


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table; cells are taken literally, none of them is left empty where there is no value."""
    lines = [header, ["---"] * len(header), *([_cell(value) for value in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(value: object) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if isinstance(value, float) else literal(str(value))
