"""The real review screen and an empty Textual app, each made to be timed."""

import asyncio
from importlib.resources import files
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from store.gold.dataset import GoldDataset
from store.schemas.loading import load_schema
from tui import memory
from tui.app import AkapenApp
from tui.keyboard.keys import load_keys
from tui.language import Language
from tui.review.saver import SaveReport


class BlankApp(App[None]):
    """What a key costs at least: one line is painted anew."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("x", "paint")]

    def compose(self) -> ComposeResult:
        """Compose the line."""
        yield Static("READY")

    def action_paint(self) -> None:
        """Paint it."""
        self.query_one(Static).refresh()


class TimedReview(AkapenApp):
    """The review; it tells of saves only when asked to, so that they aren't taken for the answer to a key."""

    CSS_PATH = str(files("tui") / "app.tcss")

    def __init__(self, dataset: GoldDataset) -> None:
        memory.hold()  # as the program does it
        self._reports: list[SaveReport] = []
        super().__init__(dataset, load_schema(), load_keys(), Language("en"))

    async def opened(self) -> None:
        """Wait until an article is open."""
        while not self.session.is_open or self.review.is_opening:
            await asyncio.sleep(0.05)

    def go_to_middle(self) -> None:
        """Go to the span in the middle of the text."""
        spans = self.session.annotation.spans
        self.review.go_to_span(spans[len(spans) // 2])

    @property
    def pages(self) -> int:
        """How many whole pages the text has."""
        pane = self.review.pane
        return len(pane.rows) // pane.size.height

    async def tell_saved(self) -> None:
        """Show the saves that were made meanwhile."""
        while self.session.saver.pending:
            await asyncio.sleep(0.001)
        while self._reports:
            self.post_message(self.Saved(self._reports.pop()))
        await asyncio.sleep(0.03)

    def _report(self, report: SaveReport) -> None:
        self._reports.append(report)
