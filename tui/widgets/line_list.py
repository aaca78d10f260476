"""Lists drawn by lines, so that ten thousand items cost no more than ten."""

from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip


class LineList(ScrollView, can_focus=True, inherit_bindings=False):
    """A list with one line an item and one of them current. The screens bind the keys."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    LineList { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; height: 1fr; width: 1fr; }
    """

    cursor: var[int] = var(0, init=False)
    """The current item."""

    _base = Style()
    """What lies under all lines."""

    class Clicked(Message):
        """An item was clicked."""

        def __init__(self, list_: "LineList", twice: bool) -> None:
            super().__init__()
            self.list = list_
            self.twice = twice
            """Whether it was a double click, which asks to open."""

        @property
        def control(self) -> "LineList":
            """The list."""
            return self.list

    @property
    def count(self) -> int:
        """How many items there are."""
        raise NotImplementedError

    def line(self, index: int, width: int, base: Style) -> Strip:
        """Return an item as a line of exactly so many cells.

        Args:
            index: which item.
            width: cells.
            base: the style under everything.
        """
        raise NotImplementedError

    def nothing(self, width: int, base: Style) -> Strip:
        """Return what stands in an empty list."""
        return Strip.blank(width, base)

    def rebuilt(self, cursor: int) -> None:
        """Take note that the items are others, and which of them is current."""
        self.virtual_size = Size(self.size.width, self.count)
        self.set_reactive(LineList.cursor, self.validate_cursor(cursor))
        self.reveal()
        self.refresh()

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on an item."""
        return max(0, min(cursor, self.count - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint both lines and keep the current one in view."""
        for index in (old, new):
            self.refresh_item(index)
        self.reveal()

    def refresh_item(self, index: int) -> None:
        """Paint an item anew."""
        self.refresh(Region(0, index - self.scroll_offset.y, self.size.width, 1))

    def page(self, by: int) -> None:
        """Move the cursor by so many pages."""
        self.cursor += by * max(1, self.size.height - 1)

    def reveal(self) -> None:
        """Scroll so that the current line is in view."""
        height, top = self.scrollable_content_region.height, self.scroll_offset.y
        if height and not top <= self.cursor < top + height:
            target = self.cursor if self.cursor < top else self.cursor - height + 1
            self.scroll_to(y=target, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the current line in view."""
        self.virtual_size = Size(self.size.width, self.count)
        self.reveal()

    def on_focus(self) -> None:
        """Show that it has the keys."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that it has the keys no longer."""
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Render lines, the same style under all of them: Textual works it out whenever it is asked for."""
        self._base = self.rich_style
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Render the line of an item."""
        index, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if index < self.count:
            return self.line(index, width, self._base)
        return self.nothing(width, self._base) if index == 0 else Strip.blank(width, self._base)

    def on_click(self, event: events.Click) -> None:
        """Make the clicked item current."""
        index = event.y + self.scroll_offset.y
        if 0 <= index < self.count:
            self.cursor = index
            self.post_message(self.Clicked(self, event.chain > 1))
