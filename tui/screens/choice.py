"""A choice list: type to narrow, enter to take; digits take one at once."""

from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from tui.keyboard.foot import foot
from tui.keyboard.keys import KeyTable, Place
from tui.language import Language
from tui.screens.keyed import KeyedModal
from tui.text.folding import folded
from tui.widgets.bar import Bar
from tui.widgets.text_entry import TextEntry

SHOWN = 12
"""How many choices are shown at once."""


class Choice(NamedTuple):
    """One thing to choose."""

    id: str
    name: str
    hint: str = ""


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

    def compose(self) -> ComposeResult:
        """Compose heading, entry and list."""
        with Vertical(classes="dialog"):
            yield Bar(id="choice-title")
            yield TextEntry(id="choice-entry", placeholder=self.language("choice.filter"))
            for number in range(min(SHOWN, len(self._choices))):
                yield Bar(id=f"choice-{number}")
            yield Bar(id="choice-foot")

    def on_mount(self) -> None:
        """Begin to narrow at once."""
        self.set_focus(self.query_one("#choice-entry", TextEntry))
        self.query_one("#choice-title", Bar).show([(self._heading, "strong")])
        keys, _ = foot(self.keys, self.place, self.language, self.room - 4)
        self.query_one("#choice-foot", Bar).show([(" 1-9", "key"), *keys])
        self._show()

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
        self._fitting = [one for one in self._choices if wanted in folded(f"{one.id} {one.name}")]
        self._at = 0
        self._show()

    def _show(self) -> None:
        first = max(0, min(self._at - SHOWN // 2, len(self._fitting) - SHOWN))
        for number in range(min(SHOWN, len(self._choices))):
            bar, index = self.query_one(f"#choice-{number}", Bar), first + number
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
        self._show()

    def do_choice_previous(self) -> None:
        """Go to the choice before."""
        self._at = max(self._at - 1, 0)
        self._show()

    def do_choice_apply(self) -> None:
        """Take the current choice, narrowed by all that is typed by now."""
        self._narrow(self.query_one(TextEntry).value)
        if self._fitting:
            self.answer(self._fitting[self._at].id)

    def do_choice_leave(self) -> None:
        """Take none."""
        self.answer(None)
