"""A one-line input that works through its keys in the order in which they were typed."""

import asyncio

from textual import events
from textual.binding import NoBinding
from textual.widgets import Input
from textual.widgets.input import Selection


class TextEntry(Input):
    """An `Input` that runs its own editing keys itself.

    The framework lets them bubble up to the app, where they come after letters typed behind them: a fast
    `ctrl+u 2 5` would delete the digits.
    """

    _offering = False
    DEFAULT_CSS = """
    TextEntry, TextEntry:focus { border: none; height: 1; padding: 0; }
    """

    def offer(self, value: str) -> None:
        """Show a value to replace or to edit.

        A character typed first takes its place; any other key, as an arrow or Backspace, edits it at its end.
        """
        self.value = value
        self.selection = Selection(0, len(value))
        self._offering = bool(value)

    async def _on_key(self, event: events.Key) -> None:
        if self._offering and not event.is_printable:
            self.selection = Selection.cursor(len(self.value))
        self._offering = False
        try:
            bindings = self._bindings.get_bindings_for_key(event.key)
        except NoBinding:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        for binding in bindings:
            await self.run_action(binding.action)

    async def settled(self) -> None:
        """Wait until every key typed so far has had its effect."""
        done = asyncio.Event()
        self.call_later(done.set)
        await done.wait()
