"""Screens whose keys come from the key table.

All bindings are priority bindings of the screen: the app finishes one action before it looks at the next key,
so that keys typed ahead, also over a change of focus or screen, land where they would have without haste.
"""

from inspect import isawaitable
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingsMap
from textual.content import Content
from textual.screen import ModalScreen

from tui.keyboard.foot import foot_lines
from tui.keyboard.keys import KeyTable, Place
from tui.language import Language
from tui.review.saver import SaveReport
from tui.widgets.bar import Answer, Bar, BarScreen
from tui.widgets.lines import Lines
from tui.widgets.text_entry import TextEntry

NO_KEY = -1
"""The index of no key at all: an action that was clicked or chosen from the palette."""


class KeyedScreen(BarScreen[Answer]):
    """A screen that does what the key table says, by a method an action (`method_of`).

    Args:
        keys: the key table, the user's keymap laid over it.
        language: for all that it shows.
    """

    PLACES: ClassVar[tuple[Place, ...]] = ()
    """The places of the key table that it has; it binds the keys of all of them."""

    def __init__(self, keys: KeyTable, language: Language) -> None:
        super().__init__()
        self.keys = keys
        self.language = language
        self._answered = False
        self._bindings = BindingsMap(self._key_bindings())

    def _key_bindings(self) -> list[Binding]:
        return [
            Binding(
                key,
                f"act({action.id!r}, {index})",
                self.language.name(action.name),
                tooltip=self.language.name(action.tooltip),
                id=action.id,
                priority=True,
            )
            for action in self.keys.actions
            if set(action.where) & set(self.PLACES)
            for index, key in enumerate(action.keys)
        ]

    def saved(self, report: SaveReport) -> None:
        """Take over how saving went, where that is shown."""

    def show_bars(self) -> None:
        """Bring what it says in lines of words up to date."""

    def fit(self) -> None:
        """Use the room that there is now."""
        self.show_bars()

    def on_resize(self) -> None:
        """Fit all screens to another size: the framework tells the one on top only."""
        for screen in self.app.screen_stack:
            if isinstance(screen, KeyedScreen):
                screen.fit()

    @property
    def place(self) -> Place:
        """Where keys work now."""
        return self.PLACES[0]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow an action of the key table only where it works."""
        if action != "act":
            return super().check_action(action, parameters)
        known = self.keys.action(str(parameters[0]))
        return known is not None and self.place in known.where

    async def action_act(self, action_id: str, key_index: int = NO_KEY) -> None:
        """Do an action of the key table.

        Args:
            action_id: its id.
            key_index: which of its keys was pressed, `NO_KEY` if it was asked for otherwise.
        """
        if isinstance(self.focused, TextEntry):
            await self.focused.settled()
        method = getattr(self, method_of(action_id))
        outcome = method(key_index) if action_id == "span.label" else method()
        if isawaitable(outcome):
            await outcome

    @on(Bar.Clicked)
    def _words_clicked(self, message: Bar.Clicked) -> None:
        """Do what was clicked."""
        self.act_soon(message.action)

    def act_soon(self, action_id: str | None) -> None:
        """Do an action, if one is given, behind the keys that wait already."""
        if action_id:
            self.app.call_later(self._do_if_it_works, action_id)

    async def _do_if_it_works(self, action_id: str) -> None:
        if self.is_current and self.check_action("act", (action_id,)):
            await self.action_act(action_id)

    def answer(self, result: Answer) -> None:
        """Close with an answer; the first one counts, however fast keys and clicks come."""
        if not self._answered:
            self._answered = True
            self.dismiss(result)

    def key_ctrl_c(self) -> None:
        """Say how to quit: many press Ctrl-C for it, which must not end a review by mistake."""
        self.tell(self.language("did.how_to_quit"))

    def on_key(self, event: events.Key) -> None:
        """Say why nothing happens where an input method is on, which commits letters that are no keys."""
        if event.is_printable and event.character and not event.character.isascii():
            self.tell(self.language("did.input_method", text=event.character))

    def tell(self, words: str) -> None:
        """Tell something until the next key."""
        raise NotImplementedError

    async def do_quit(self) -> None:
        """Leave the program, once everything is saved."""
        await self.app.run_action("leave")


def method_of(action_id: str) -> str:
    """Return the name of the method that does an action: `do_span_accept` for `span.accept`."""
    return f"do_{action_id.replace('.', '_')}"


class KeyedModal(KeyedScreen[Answer], ModalScreen[Answer]):
    """A dialog whose keys come from the key table."""

    def tell(self, words: str) -> None:
        """Tell something on the dialog's frame."""
        dialog = self.query_one(".dialog")
        if words or dialog.border_subtitle:  # it paints the dialog anew
            dialog.border_subtitle = Content(words)

    async def action_act(self, action_id: str, key_index: int = NO_KEY) -> None:
        """Do an action of the key table."""
        self.tell("")
        await super().action_act(action_id, key_index)

    def key_lines(self) -> Lines:
        """Return the keys that work in it, in as many lines as they take."""
        return Lines(lambda width: foot_lines(self.keys, self.place, self.language, width), id="keys")
