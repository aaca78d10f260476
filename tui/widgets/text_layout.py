"""The rows that a text is broken into at a width, and where each character stands on them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from tui.text.cells import Cells
from tui.text.wrap import line_end

NARROWEST = 4
"""Cells; a text area never gets narrower than two wide characters."""


class TextLayout:
    """A text in rows, all on one row until it is wrapped.

    Tags, text of ours behind some clusters, take cells of the cluster that they follow.

    Args:
        cells: the measured text.
    """

    def __init__(self, cells: Cells) -> None:
        self.cells = cells
        self.width = NARROWEST
        self._advance = bytearray(cells.widths)
        text = cells.text
        self.paragraphs = [0]
        newline = text.find("\n")
        while 0 <= newline < len(text) - 1:
            self.paragraphs.append(newline + 1)
            newline = text.find("\n", newline + 1)
        self.starts = [0]

    def __len__(self) -> int:
        """How many rows there are, at least one."""
        return len(self.starts)

    def wrap(self, width: int) -> None:
        """Break the whole text anew at a width in cells."""
        self.width = max(NARROWEST, width)
        starts: list[int] = []
        for paragraph in self.paragraphs:
            end = self._paragraph_end(paragraph)
            start = paragraph
            starts.append(start)
            while (start := line_end(self.cells.text, self._advance, start, end, self.width)) < end:
                starts.append(start)
        self.starts = starts

    def add_tags(self, changes: Iterable[tuple[int, int]]) -> None:
        """Change the cells behind clusters, each given by a code point of it and the cells to add or take."""
        for offset, cells in changes:
            place = self.cells.start(offset)
            self._advance[place] = max(0, min(255, self._advance[place] + cells))

    def rewrap(self, start: int, end: int) -> bool:
        """Break the text anew from where it changed on, until the rows are again as they were.

        Returns:
            whether any row has changed.
        """
        row = max(0, self.row(start) - 1)
        place, fresh = self.starts[row], [self.starts[row]]
        while (place := self._next_row(place)) < len(self.cells.text):
            if place >= end and self.starts[self.row(place)] == place:
                break
            fresh.append(place)
        until = bisect_left(self.starts, place)
        changed = self.starts[row:until] != fresh
        if changed:
            self.starts[row:until] = fresh
        return changed

    def row(self, offset: int) -> int:
        """Return the row on which a code point stands; a newline stands on the row that it ends."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def extent(self, row: int) -> tuple[int, int]:
        """Return the stretch of text on a row, its newline left out."""
        text = self.cells.text
        start = self.starts[row]
        end = self.starts[row + 1] if row + 1 < len(self.starts) else len(text)
        return start, end - (end > start and text[end - 1] == "\n")

    def paragraph(self, offset: int) -> int:
        """Return the number, from 0, of the paragraph that holds a code point."""
        return bisect_right(self.paragraphs, offset) - 1

    def column(self, offset: int) -> int:
        """Return the cells before a code point on its row."""
        return sum(self._advance[self.starts[self.row(offset)] : self.cells.start(offset)])

    def offset_at(self, row: int, column: int) -> int:
        """Return the cluster at a cell of a row, the row's last one beyond its end; rows are clamped."""
        start, end = self.extent(max(0, min(row, len(self.starts) - 1)))
        place = start
        for offset in range(start, end):
            if self._advance[offset]:
                place = offset
                column -= self._advance[offset]
                if column < 0:
                    break
        return place

    def row_cells(self, row: int) -> int:
        """Return the cells that a row's text and tags take."""
        start, end = self.extent(row)
        return sum(self._advance[start:end])

    def _paragraph_end(self, start: int) -> int:
        end = self.cells.text.find("\n", start)
        return end if end >= 0 else len(self.cells.text)

    def _next_row(self, start: int) -> int:
        end = self._paragraph_end(start)
        place = line_end(self.cells.text, self._advance, start, end, self.width)
        return place if place < end else end + 1
