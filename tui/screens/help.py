"""Help and info: pages to read, closed by nearly any key."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from store.schema import Schema
from tui.keyboard.keys import KeyTable, Place, shown_keys
from tui.language import Language
from tui.screens.keyed import KeyedModal
from tui.widgets.bar import Bar
from tui.widgets.page import Line, Page

KEY_CELLS = 13
"""The column of keys."""

MARKS = {"?": "undecided", "✓": "accepted", "✗ ₓ": "rejected", "₁": "tag", "!": "warned", "▸": "evidence"}
"""The signs of the review, and the keys of what they mean."""


class PageScreen(KeyedModal[None]):
    """Shows a page under a heading."""

    PLACES: ClassVar[tuple[Place, ...]] = ("help",)

    def __init__(
        self, keys: KeyTable, language: Language, title: str, lines: Sequence[Line], column: int = 0
    ) -> None:
        super().__init__(keys, language)
        self._heading = title
        self._lines = lines
        self._column = column

    def compose(self) -> ComposeResult:
        """Compose heading and page."""
        with Vertical(classes="dialog tall"):
            yield Bar(id="page-title")
            yield Page(self._lines, self._column, id="page")

    def on_mount(self) -> None:
        """Show the heading and how to leave."""
        self.page = self.query_one(Page)
        self.set_focus(self.page)
        leave = self.keys.foot("help")[0]
        (key, action), *_ = leave.keys
        close = f"{key} {self.language.name(leave.name)}"
        self.query_one("#page-title", Bar).show([(self._heading, "strong")], [(close, "dim", action)])

    def _scroll(self, by: int) -> None:
        self.page.scroll_to(y=self.page.scroll_offset.y + by, animate=False)

    def do_help_down(self) -> None:
        """A line down."""
        self._scroll(1)

    def do_help_up(self) -> None:
        """A line up."""
        self._scroll(-1)

    def do_help_page_down(self) -> None:
        """A page down."""
        self._scroll(max(1, self.page.size.height - 1))

    def do_help_page_up(self) -> None:
        """A page up."""
        self._scroll(-max(1, self.page.size.height - 1))

    def do_help_leave(self) -> None:
        """Close."""
        self.answer(None)


class HelpScreen(PageScreen):
    """The keys of some places, the one with the focus first, and behind its keys what signs mean."""

    def __init__(
        self, keys: KeyTable, language: Language, places: Sequence[Place], signs: Sequence[Line] = ()
    ) -> None:
        first, *others = (help_lines(keys, language, place) for place in places)
        lines = [*first, *signs, *(line for other in others for line in other)]
        super().__init__(keys, language, language("help.title"), lines, KEY_CELLS)


def help_lines(keys: KeyTable, language: Language, place: Place) -> list[Line]:
    """Return the help of one place: its name, and each action with its keys."""
    lines: list[Line] = []
    for action in keys.at(place):
        shown = shown_keys(action)
        text = language.name(action.tooltip)
        if len(shown) >= KEY_CELLS:
            lines.append((shown, "", ""))
            shown = ""
        lines.append((shown, text, ""))
    return _headed(language(f"help.{place}"), lines)


def sign_lines(language: Language, schema: Schema) -> list[Line]:
    """Return the labels with their digits, and what marks in text and record mean."""
    labels = [(label.key, f"{label.id} {language.both(label.name)}", "") for label in schema.labels]
    marks = [(mark, language(f"help.{key}"), "") for mark, key in MARKS.items()]
    return [*_headed(language("help.labels"), labels), *_headed(language("help.marks"), marks)]


def _headed(heading: str, lines: Sequence[Line]) -> list[Line]:
    return [("", f"── {heading} ──", "strong"), *lines, ("", "", "")]
