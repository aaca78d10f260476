"""A one-line input that works through its keys in the order in which they were typed."""

import asyncio

from textual import events
from textual.binding import NoBinding
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input
from textual.widgets.input import Selection

from tui.text.cells import symbol


class TextEntry(Input):
    """An `Input` that runs its own editing keys itself, and drops what is invisible or acts on terminals.

    The framework draws a value as it is, so that a pasted escape sequence would go to the terminal. And it
    lets keys bubble up to the app, where they come after letters typed behind them: a fast `ctrl+u 2 5`
    would delete the digits.
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """The cells of its text; the framework's own lays out the whole screen anew at every letter."""

    _offering = False
    DEFAULT_CSS = """
    TextEntry, TextEntry:focus { border: none; height: 1; padding: 0; }
    TextEntry > .input--placeholder { color: $dim; }
    """

    def offer(self, value: str) -> None:
        """Show a value to replace or to edit.

        A character typed first takes its place; any other key, as an arrow or Backspace, edits it at its end.
        """
        self.value = shown = visible(value)
        self.selection = Selection(0, len(shown))
        self._offering = bool(shown)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put what is visible of a text, typed or pasted, in place of a stretch."""
        super().replace(visible(text), start, end)

    async def _on_key(self, event: events.Key) -> None:
        space = _space(event)
        if self._offering and not (event.is_printable or space):
            self.selection = Selection.cursor(len(self.value))
        self._offering = False
        if event.key == "ctrl+c" and self.selection.is_empty:
            return  # nothing to copy: the screen says how to quit
        try:
            bindings = self._bindings.get_bindings_for_key(event.key)
        except NoBinding:
            if not space:
                await super()._on_key(event)
                return
            self.replace(space, *self.selection)
            bindings = []
        event.stop()
        event.prevent_default()
        for binding in bindings:
            await self.run_action(binding.action)

    def _on_paste(self, event: events.Paste) -> None:
        """Take in all lines that are pasted, as one: the framework takes the first."""
        lines = (line.strip() for line in event.text.splitlines())
        event.stop()
        event.prevent_default()
        self.replace(" ".join(filter(None, lines)), *self.selection)

    async def settled(self) -> None:
        """Wait until every key typed so far has had its effect."""
        done = asyncio.Event()
        self.call_later(done.set)
        await done.wait()


def visible(text: str) -> str:
    """Return a text without its invisible and control characters and those that change its direction."""
    return "".join(letter for letter in text if symbol(letter) is None)


def _space(event: events.Key) -> str:
    """Return the space that a key types if the framework takes it for unprintable: the full-width one."""
    letter = event.character or ""
    return letter if letter.isspace() and not event.is_printable and visible(letter) else ""
