"""A one-line input that works through its keys in the order in which they were typed."""

import asyncio

from textual import events
from textual.binding import NoBinding
from textual.widgets import Input


class TextEntry(Input):
    """An `Input` that runs its own editing keys itself.

    The framework lets them bubble up to the app, where they come after letters typed behind them: a fast
    `ctrl+u 2 5` would delete the digits.
    """

    DEFAULT_CSS = """
    TextEntry, TextEntry:focus { border: none; height: 1; padding: 0; }
    """

    async def _on_key(self, event: events.Key) -> None:
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
