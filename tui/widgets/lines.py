"""Several lines of words, broken to the width that there is."""

from collections.abc import Callable

from textual.geometry import Size
from textual.strip import Strip

from tui.widgets.bar import Bar, Words, said
from tui.widgets.rows import row


class Lines(Bar):
    """As many lines as the words take.

    Args:
        broken: returns the lines of so many cells.
    """

    DEFAULT_CSS = "Lines { height: auto; }"

    def __init__(self, broken: Callable[[int], list[list[Words]]], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._broken = broken

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the words take."""
        return len(self._broken(width))

    def render_line(self, y: int) -> Strip:
        """Render one line."""
        lines = self._broken(self.size.width)
        words = lines[y] if y < len(lines) else []
        return row(said(words, self.screen), self.size.width, self.rich_style)
