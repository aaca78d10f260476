"""The palette: every action that works where one is, found by name."""

from functools import partial
from typing import Any

from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen

from tui.keyboard.keys import Action, shown_keys
from tui.screens.keyed import KeyedScreen


class ActionProvider(Provider):
    """Offers the key table's actions of the screen that the palette lies over."""

    def _actions(self) -> tuple[Action, ...]:
        screen = self.screen
        return screen.keys.at(screen.place) if isinstance(screen, KeyedScreen) else ()

    def _texts(self, action: Action) -> tuple[str, str]:
        screen = self.screen
        assert isinstance(screen, KeyedScreen)  # only its actions are offered
        name = f"{screen.language.name(action.name)}  {shown_keys(action)}"
        return name, screen.language.name(action.tooltip)

    async def discover(self) -> Hits:
        """Offer all of them."""
        for action in self._actions():
            name, tooltip = self._texts(action)
            yield DiscoveryHit(name, partial(self._do, action.id), name, tooltip)

    async def search(self, query: str) -> Hits:
        """Offer those whose name, id or sentence fits."""
        matcher = self.matcher(query)
        for action in self._actions():
            name, tooltip = self._texts(action)
            score = max(matcher.match(text) for text in (name, action.id, tooltip))
            if score > 0:
                yield Hit(score, matcher.highlight(name), partial(self._do, action.id), name, tooltip)

    async def _do(self, action_id: str) -> None:
        if isinstance(self.screen, KeyedScreen):
            await self.screen.action_act(action_id)


class Palette(CommandPalette):
    """The framework's palette, but a page key typed before its list has been laid out does nothing.

    Textual 8.2.8 falls over such a key.
    """

    def _action_command_list(self, action: str) -> None:
        if self.query_one(CommandList).size.height or not action.startswith("page_"):
            super()._action_command_list(action)


async def open_palette(screen: Screen[Any]) -> None:
    """Open the palette over a screen."""
    await screen.app.push_screen(Palette(providers=[ActionProvider]))
