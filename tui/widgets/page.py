"""A page of styled lines that scrolls: help, definitions, examples."""

from collections.abc import Sequence
from typing import ClassVar

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.text.cells import Cells
from tui.text.wrap import line_end
from tui.widgets.rows import Piece, row

Line = tuple[str, str, str]
"""What stands in the left column, the text beside it, and its style (`strong`, `dim`, `key` or none)."""


class Page(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines of two columns, the right one broken to fit; the screen binds the keys."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"page--key", "page--strong", "page--dim"}
    DEFAULT_CSS = """
    Page { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; }
    Page > .page--key { color: $accent; text-style: bold; }
    Page > .page--strong { text-style: bold; }
    Page > .page--dim { color: $dim; }
    """

    def __init__(self, lines: Sequence[Line], column: int = 0, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines = tuple(lines)
        self._column = column
        self._broken: list[Line] = []

    @property
    def text(self) -> str:
        """All that it says, a line each."""
        return "\n".join(f"{left} {text}".strip() for left, text, _ in self._lines)

    def on_resize(self) -> None:
        """Break the lines anew."""
        width = self.scrollable_content_region.width - (not self.show_vertical_scrollbar)
        self._broken = [part for line in self._lines for part in broken(line, width - self._column)]
        self.virtual_size = Size(width, len(self._broken))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Render one line."""
        index, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if index >= len(self._broken):
            return Strip.blank(width, self.rich_style)
        left, text, style = self._broken[index]
        key = self.get_component_rich_style("page--key", partial=True)
        pieces = [Piece(left.ljust(self._column), key)]
        pieces.append(
            Piece(text, self.get_component_rich_style(f"page--{style}", partial=True))
            if style
            else Piece(text)
        )
        return row(pieces, width, self.rich_style)


def broken(line: Line, width: int) -> list[Line]:
    """Break the text of a line to so many cells, by the rules of Japanese line breaking."""
    left, text, style = line
    if not text or width < 4:
        return [line]
    parts: list[Line] = []
    cells, start = Cells.of(text), 0
    while start < len(text):
        end = line_end(text, cells.widths, start, len(text), width)
        parts.append((left if not parts else "", text[start:end].rstrip(), style))
        start = end
    return parts
