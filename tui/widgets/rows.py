"""Rows of a widget: pieces of text with styles, cut and padded to an exact width in cells."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.text.cells import Cells

_PLAIN = Style()
ELLIPSIS = "…"


class Piece(NamedTuple):
    """A stretch of text in one style, shown literally: never as markup or control codes."""

    text: str
    style: Style = _PLAIN


@lru_cache(4096)
def width_of(text: str) -> int:
    """Return how many cells a text takes."""
    return sum(Cells.of(text).widths)


@lru_cache(4096)
def fitted(text: str, width: int) -> str:
    """Return a text as it may be shown, cut with … to at most so many cells."""
    cells = Cells.of(text.replace("\n", " "))
    if sum(cells.widths) <= width:
        return cells.shown(0, len(text))
    end = used = 0
    for offset, wide in enumerate(cells.widths):
        if used + wide > width - 1:
            break
        used += wide
        end = offset + 1
    return cells.shown(0, end) + ELLIPSIS if width > 0 else ""


def padded(text: str, width: int) -> str:
    """Return a text cut or filled with spaces to exactly so many cells."""
    text = fitted(text, width)
    return text + " " * (width - width_of(text))


def note_before(note: str, width: int) -> str:
    """Return a note with its sign, to stand before a title in about a quarter of so many cells."""
    return f"✎{fitted(note, width // 4)} " if note else ""


def row(pieces: Iterable[Piece], width: int, base: Style, right: Sequence[Piece] = ()) -> Strip:
    """Return a row of exactly so many cells.

    Args:
        pieces: what stands at the left, cut where it meets what stands at the right.
        width: cells of the whole row.
        base: the style under all pieces.
        right: what stands at the right end; it is kept before the left.
    """
    right_segments, right_width = _segments(right, width, base)
    room = width - right_width - (1 if right_width else 0)
    segments, used = _segments(pieces, room, base)
    gap = Segment(" " * (width - used - right_width), base)
    return Strip([*segments, gap, *right_segments], width)


def _segments(pieces: Iterable[Piece], room: int, base: Style) -> tuple[list[Segment], int]:
    segments: list[Segment] = []
    used = 0
    for piece in pieces:
        text = fitted(piece.text, room - used)
        if text:
            segments.append(Segment(text, base + piece.style))
        used += width_of(text)
        if text.endswith(ELLIPSIS) and not piece.text.endswith(ELLIPSIS):
            break
    return segments, used
