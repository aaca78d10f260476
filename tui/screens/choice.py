"""A choice list: type to narrow, enter to take; digits take one at once."""

from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from tui.keyboard.foot import foot_lines
from tui.keyboard.keys import KeyTable, Place
from tui.language import Language
from tui.screens.keyed import KeyedModal
from tui.text.folding import folded
from tui.widgets.bar import Bar, Words
from tui.widgets.lines import Lines
from tui.widgets.page import broken
from tui.widgets.text_entry import TextEntry

SHOWN = 12
"""How many choices are shown at once."""

NOWHERE = 3
"""The rank of a choice that doesn't fit what is typed."""

ABOUT_LINES = 3
"""Kept free for what is said of the current choice, so that the list stays where it is."""

OTHER_LINES = 12
"""Around the list: frame, heading, entry, what is said of a choice, keys, and a margin."""

DIGITS = " 1-9"
"""Told before the keys: a digit takes a choice at once."""


class Choice(NamedTuple):
    """One thing to choose."""

    id: str
    name: str
    hint: str = ""
    """Said beside the name."""
    about: str = ""
    """Said under the list while it is the current one."""


class ChoiceScreen(KeyedModal[str | None]):
    """Asks for one of several things; answers with its id, or none."""

    PLACES: ClassVar[tuple[Place, ...]] = ("choice",)

    def __init__(self, keys: KeyTable, language: Language, title: str, choices: list[Choice]) -> None:
        super().__init__(keys, language)
        self._heading = title
        self._choices = choices
        self._fitting = choices
        self._at = 0
        self._typed_last = ""
        self._bars: list[Bar] = []

    def compose(self) -> ComposeResult:
        """Compose heading, entry and list."""
        self._bars = [Bar(id=f"choice-{number}") for number in range(min(SHOWN, len(self._choices)))]
        with Vertical(classes="dialog"):
            yield Bar(id="choice-title")
            yield TextEntry(id="choice-entry", placeholder=self.language("choice.filter"))
            yield from self._bars
            if any(choice.about for choice in self._choices):
                yield Lines(self._about_lines, id="choice-about")
            yield Lines(self._key_lines, id="keys")

    def on_mount(self) -> None:
        """Begin to narrow at once."""
        self.set_focus(self.query_one("#choice-entry", TextEntry))
        self.query_one("#choice-title", Bar).show([(self._heading, "strong")])
        self.show_bars()

    @property
    def _rows(self) -> list[Bar]:
        """The rows that the screen has room for, one at least."""
        return self._bars[: max(self.app.size.height - OTHER_LINES, 1)]

    def _key_lines(self, width: int) -> list[list[Words]]:
        digits: Words = (DIGITS, "key")
        first, *others = foot_lines(self.keys, self.place, self.language, width - len(DIGITS))
        return [[digits, *first], *others]

    def _about_lines(self, width: int) -> list[list[Words]]:
        about = self._fitting[self._at].about if self._fitting else ""
        lines: list[list[Words]] = [[(text, "dim")] for _, text, _ in broken(("", about, ""), width)]
        return [*lines, *([[]] * (ABOUT_LINES - len(lines)))]

    @on(TextEntry.Changed, "#choice-entry")
    def _typed(self, event: TextEntry.Changed) -> None:
        self._narrow(event.value)

    def _narrow(self, typed: str) -> None:
        text = typed.strip()
        if text.isascii() and text.isdigit() and 0 < int(text) <= len(self._fitting):
            self.answer(self._fitting[int(text) - 1].id)
            return
        if text == self._typed_last:
            return
        self._typed_last, wanted = text, folded(text)
        ranks = {one.id: _rank(one, wanted) for one in self._choices}
        fitting = (one for one in self._choices if ranks[one.id] < NOWHERE)
        self._fitting = sorted(fitting, key=lambda one: ranks[one.id])
        self._at = 0
        self.show_bars()

    @property
    def _first(self) -> int:
        """The first choice in view."""
        return max(0, min(self._at - len(self._rows) // 2, len(self._fitting) - len(self._rows)))

    @on(Bar.Clicked)
    def _clicked(self, message: Bar.Clicked) -> None:
        """Take the choice that was clicked."""
        if message.bar in self._rows:
            at = self._first + self._rows.index(message.bar)
            if at < len(self._fitting):
                self.answer(self._fitting[at].id)

    def show_bars(self) -> None:
        """Show the choices around the current one, and what is said of it."""
        first, room = self._first, len(self._rows)
        for number, bar in enumerate(self._bars):
            bar.display = number < room
        for about in self.query("#choice-about"):
            about.refresh()
        for number, bar in enumerate(self._rows):
            index = first + number
            if index >= len(self._fitting):
                empty = not self._fitting and number == 0
                bar.show([(self.language("choice.none"), "dim")] if empty else [])
                continue
            choice, chosen = self._fitting[index], index == self._at
            digit = f"{index + 1} " if index < 9 else "  "
            pointer, style = ("▶", "strong") if chosen else (" ", "")
            bar.show([(pointer + digit, "key"), (choice.name, style), ("  " + choice.hint, "dim")])

    def do_choice_next(self) -> None:
        """Go to the next choice."""
        self._at = min(self._at + 1, max(len(self._fitting) - 1, 0))
        self.show_bars()

    def do_choice_previous(self) -> None:
        """Go to the choice before."""
        self._at = max(self._at - 1, 0)
        self.show_bars()

    def do_choice_apply(self) -> None:
        """Take the current choice, narrowed by all that is typed by now."""
        self._narrow(self.query_one(TextEntry).value)
        if self._fitting:
            self.answer(self._fitting[self._at].id)

    def do_choice_leave(self) -> None:
        """Take none."""
        self.answer(None)


def _rank(choice: Choice, wanted: str) -> int:
    """Return how well a choice fits folded words: in its name as they stand, each of them, or said of it."""
    name = folded(f"{choice.name} {choice.id}")
    if wanted in name:
        return 0
    words = wanted.split()
    if all(word in name for word in words):
        return 1
    return 2 if all(word in f"{name} {folded(choice.about)}" for word in words) else NOWHERE
