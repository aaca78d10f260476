"""The steps by which a cursor or a span's edge moves through a text: morphemes or characters."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal

from tui.text.cells import Cells

Step = Literal["morpheme", "character"]


class Steps:
    """Where the units of a text begin and end. Characters are grapheme clusters; offsets are code points.

    Args:
        cells: the measured text.
        boundaries: where its morphemes begin, sorted; none means that there are only characters.
        step: which of the two to go by.
    """

    def __init__(self, cells: Cells, boundaries: Sequence[int] = (), step: Step = "morpheme") -> None:
        self._cells = cells
        self._boundaries = boundaries if step == "morpheme" else ()
        if self._boundaries and 0 in cells.widths:
            self._boundaries = [place for place in boundaries if cells.start(place) == place]

    def unit(self, offset: int) -> tuple[int, int]:
        """Return the rest of the unit at an offset: to its end, without white space that follows it.

        At a newline, which is no part of any unit, it is empty.
        """
        text = self._cells.text
        start = self._cells.start(min(offset, len(text)))
        if start >= len(text) or text[start] == "\n":
            return start, start
        end = self.after(start) if self._boundaries else self._cells.end(start)
        newline = text.find("\n", start, end)
        end = newline if newline >= 0 else end
        trimmed = start + len(text[start:end].rstrip())
        return start, max(trimmed, self._cells.end(start))

    def after(self, offset: int) -> int:
        """Return the next place where a unit begins, the text's end after the last."""
        length = len(self._cells.text)
        if not self._boundaries:
            return self._cells.end(offset) if offset < length else length
        index = bisect_right(self._boundaries, offset)
        return self._boundaries[index] if index < len(self._boundaries) else length

    def before(self, offset: int) -> int:
        """Return the place before an offset where a unit begins, the text's start before the first."""
        if offset <= 0:
            return 0
        if not self._boundaries:
            return self._cells.start(offset - 1)
        index = bisect_left(self._boundaries, offset)
        return self._boundaries[index - 1] if index else 0

    def snap(self, offset: int) -> int:
        """Return where the unit that holds a code point begins."""
        offset = self._cells.start(offset)
        if not self._boundaries or self._cells.text[offset : offset + 1] == "\n":
            return offset
        index = bisect_right(self._boundaries, offset)
        return self._boundaries[index - 1] if index else 0
