"""The app without a terminal, on the bundled samples, in its own dataset, at a time that stands still."""

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

os.environ.pop("NO_COLOR", None)
os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"

from textual.pilot import Pilot

from store.formats.reading import Options
from store.gold.dataset import GoldDataset
from store.schemas.loading import load_schema
from tui.app import AkapenApp
from tui.keyboard.keymap import parse_keymap
from tui.language import Language, Tongue
from tui.tasks.reviewing import bring_in

PATIENCE = 20.0
"""Seconds after which a screen that doesn't come to rest is an error."""


class StillTime(datetime):
    """A clock that stands still."""

    @classmethod
    def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
        """Return the one time there is."""
        return datetime(2026, 4, 1, 14, 2, 11)


class Sitting:
    """A running app, driven by keys."""

    def __init__(self, app: AkapenApp, pilot: Pilot[None]) -> None:
        self._app = app
        self._pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys, each when all that the one before did is shown and saved."""
        for key in keys:
            await self._pilot.press(key)
            await self.rest()

    async def rest(self) -> None:
        """Wait until an article is open, all is saved, and the screen shows so."""
        async with asyncio.timeout(PATIENCE):
            session = self._app.session
            while self._app.review.is_opening or not session.is_open or session.saver.pending:
                await asyncio.sleep(0.02)
        await asyncio.sleep(0.05)  # the saver's report is on its way
        await self._pilot.pause()

    def svg(self) -> str:
        """Return the screen as Textual draws it."""
        return self._app.export_screenshot(title="akapen")

    def text(self) -> str:
        """Return the screen as lines of text."""
        strips = self._app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)


@asynccontextmanager
async def sitting(size: tuple[int, int], tongue: Tongue = "en") -> AsyncIterator[Sitting]:
    """Open the review on the bundled samples, in a terminal of so many columns and lines."""
    with (
        tempfile.TemporaryDirectory() as folder,
        patch("tui.review.saver.datetime", StillTime),
        GoldDataset.open(Path(folder) / "gold.json", annotator="hanako") as dataset,
    ):
        bring_in(dataset, [], Options())
        app = AkapenApp(dataset, load_schema(), parse_keymap("", "keymap"), Language(tongue))
        async with app.run_test(size=size) as pilot:
            opened = Sitting(app, pilot)
            await opened.rest()
            yield opened
        app.session.saver.close()
