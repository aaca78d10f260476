"""Bars: lines of text of the full width that say where one is, what is current and what can be done."""

from collections.abc import Sequence
from typing import Any, ClassVar, TypeVar

from rich.style import Style
from textual import events
from textual.message import Message
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.rows import Piece, row

Answer = TypeVar("Answer")

Words = tuple[str, ...]
"""A text, its style (`key`, `warning`, `good`, `dim`, `strong`), and the id of the action that a click on it
does; the last two may be left out."""


class BarScreen(Screen[Answer]):
    """A screen with bars. It has their styles once for all: Textual works them out for each widget."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "bar--key",
        "bar--warning",
        "bar--good",
        "bar--dim",
        "bar--strong",
    }
    DEFAULT_CSS = """
    BarScreen > .bar--key { color: $accent; text-style: bold; }
    BarScreen > .bar--warning { color: $warning; text-style: bold; }
    BarScreen > .bar--good { color: $success; }
    BarScreen > .bar--dim { color: $dim; }
    BarScreen > .bar--strong { text-style: bold; }
    """


class Bar(Widget):
    """One line of words, at the left and at the right end, on a `BarScreen`."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Bar { height: 1; width: 1fr; }"

    class Clicked(Message):
        """The bar was clicked."""

        def __init__(self, bar: "Bar", action: str) -> None:
            super().__init__()
            self.bar = bar
            self.action = action
            """The action of the words that were clicked, empty where they have none."""

        @property
        def control(self) -> "Bar":
            """The bar."""
            return self.bar

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._left: tuple[Words, ...] = ()
        self._right: tuple[Words, ...] = ()

    @property
    def text(self) -> str:
        """What it says, without the space between left and right."""
        return "".join(text for text, *_ in (*self._left, *self._right))

    def show(self, left: Sequence[Words], right: Sequence[Words] = ()) -> None:
        """Say something else, at the left and at the right end; the right is kept before the left."""
        left, right = tuple(left), tuple(right)
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Render the line."""
        left, right = (said(words, self.screen) for words in (self._left, self._right))
        return row(left, self.size.width, self.rich_style, right)

    def on_click(self, event: events.Click) -> None:
        """Tell what was clicked."""
        self.post_message(self.Clicked(self, action_at(event)))


def said(words: Sequence[Words], screen: Screen[Any]) -> list[Piece]:
    """Return words as pieces in the styles of a `BarScreen`."""
    return [_piece(screen, *one) for one in words]


def _piece(screen: Screen[Any], text: str, style: str = "", action: str = "") -> Piece:
    look = screen.get_component_rich_style(f"bar--{style}", partial=True) if style else Style()
    return Piece(text, look + Style.from_meta({"action": action}) if action else look)


def action_at(event: events.MouseEvent) -> str:
    """Return the action of the words under the mouse, empty where they have none."""
    return str(event.style.meta.get("action", ""))
