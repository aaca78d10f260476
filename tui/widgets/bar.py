"""Bars: lines of text of the full width that say where one is, what is current and what can be done."""

from collections.abc import Sequence
from typing import ClassVar

from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.rows import Piece, row


class Bar(Widget):
    """One line of pieces, at the left and at the right end."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "bar--key",
        "bar--warning",
        "bar--good",
        "bar--dim",
        "bar--strong",
    }
    DEFAULT_CSS = """
    Bar { height: 1; width: 1fr; }
    Bar > .bar--key { color: $accent; text-style: bold; }
    Bar > .bar--warning { color: $warning; text-style: bold; }
    Bar > .bar--good { color: $success; }
    Bar > .bar--dim { color: $dim; }
    Bar > .bar--strong { text-style: bold; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._left: tuple[tuple[str, str], ...] = ()
        self._right: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """What it says, without the space between left and right."""
        return "".join(text for text, _ in (*self._left, *self._right))

    def show(self, left: Sequence[tuple[str, str]], right: Sequence[tuple[str, str]] = ()) -> None:
        """Say something else.

        Args:
            left: pieces of text, each with its style: `key`, `warning`, `good`, `dim`, `strong` or none.
            right: pieces at the right end, which are kept before those at the left.
        """
        left, right = tuple(left), tuple(right)
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Render the line."""
        return row(self._pieces(self._left), self.size.width, self.rich_style, self._pieces(self._right))

    def _pieces(self, pieces: Sequence[tuple[str, str]]) -> list[Piece]:
        return [
            Piece(text, self.get_component_rich_style(f"bar--{style}", partial=True))
            if style
            else Piece(text)
            for text, style in pieces
        ]
