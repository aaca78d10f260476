"""Screens whose keys come from the key table.

All bindings are priority bindings of the screen: the app finishes one action before it looks at the next key,
so that keys typed ahead, also over a change of focus or screen, land where they would have without haste.
"""

from inspect import isawaitable
from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingsMap
from textual.screen import ModalScreen, Screen

from tui.keyboard.keys import KeyTable, Place
from tui.language import Language
from tui.widgets.text_entry import TextEntry

LEAST_CELLS, FRAME_CELLS = 40, 4
"""A dialog's least width and what its frame takes, as `app.tcss` says."""

Answer = TypeVar("Answer")


class KeyedScreen(Screen[Answer]):
    """A screen that does what the key table says: the action `span.accept` is its method `do_span_accept`.

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

    async def action_act(self, action_id: str, key_index: int = 0) -> None:
        """Do an action of the key table.

        Args:
            action_id: its id.
            key_index: which of its keys was pressed.
        """
        if isinstance(self.focused, TextEntry):
            await self.focused.settled()
        method = getattr(self, f"do_{action_id.replace('.', '_')}")
        outcome = method(key_index) if action_id == "span.label" else method()
        if isawaitable(outcome):
            await outcome

    def answer(self, result: Answer) -> None:
        """Close with an answer; the first one counts, however fast keys and clicks come."""
        if not self._answered:
            self._answered = True
            self.dismiss(result)

    async def do_quit(self) -> None:
        """Leave the program, once everything is saved."""
        await self.app.run_action("leave")


class KeyedModal(KeyedScreen[Answer], ModalScreen[Answer]):
    """A dialog whose keys come from the key table."""

    SHARE: ClassVar[tuple[float, int]] = (0.8, 100)
    """How much of the screen's width it takes, and how many cells at most, as `app.tcss` says."""

    @property
    def room(self) -> int:
        """The cells of a line in it."""
        share, most = self.SHARE
        return max(LEAST_CELLS, min(most, int(self.app.size.width * share))) - FRAME_CELLS
