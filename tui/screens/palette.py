"""The palette: every action that works where one is, found by name."""

from typing import Any

from tui.keyboard.keys import shown_keys
from tui.screens.choice import Choice, ChoiceScreen
from tui.screens.keyed import KeyedScreen


async def open_palette(screen: KeyedScreen[Any]) -> None:
    """Open the palette over a screen, and do what is chosen there."""
    name = screen.language.name
    actions = [action for action in screen.keys.at(screen.place) if action.id != "palette"]
    choices = [Choice(one.id, name(one.name), shown_keys(one), name(one.tooltip)) for one in actions]
    title = screen.language("choice.palette")
    await screen.app.push_screen(ChoiceScreen(screen.keys, screen.language, title, choices), screen.act_soon)
