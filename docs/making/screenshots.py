"""Draw the screenshots: `python -m docs.making.screenshots [FOLDER]`.

The app runs without a terminal on the bundled samples, in a dataset of its own and at a time that stands
still, so that the same program draws the same pictures.
"""

import asyncio
import os
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

os.environ.pop("NO_COLOR", None)
os.environ["TEXTUAL_ANIMATIONS"] = "none"

from textual.pilot import Pilot

from docs.making.svg import in_cells
from store.formats.reading import Options
from store.gold.dataset import GoldDataset
from store.schemas.loading import load_schema
from tui.app import AkapenApp
from tui.keyboard.keymap import parse_keymap
from tui.language import Language, Tongue
from tui.tasks.reviewing import bring_in

PICTURES = Path(__file__).parents[1] / "pictures"
PATIENCE = 20.0
"""Seconds after which a screen that doesn't come to rest is an error."""


class Scene(NamedTuple):
    """A picture: the size of its terminal in cells, and the keys that lead to it from the first article."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    tongue: Tongue = "en"


WIDE, NARROW = (160, 48), (80, 24)
BEGUN = ("a", "a", "x", "a")
"""A few decisions, so that decided and undecided spans are both to be seen."""

SCENES = (
    Scene("queue", (110, 24), ("A", "c", *BEGUN, "q")),
    Scene("review-wide", WIDE, BEGUN),
    Scene("review-narrow", NARROW, BEGUN),
    Scene("review-japanese", NARROW, BEGUN, "ja"),
    Scene("form-edit", (110, 30), ("A", "tab", "home", *["down"] * 20, "enter", "ctrl+u", *"令和6年2月29日")),
    Scene("everywhere", (110, 30), ("*",)),
    Scene("help", (110, 30), ("?",)),
    Scene("high-contrast", (110, 30), (*BEGUN, "f2")),
)


class StillTime(datetime):
    """A clock that stands still."""

    @classmethod
    def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
        """Return the one time there is."""
        return datetime(2026, 4, 1, 14, 2, 11)


async def draw(scene: Scene) -> str:
    """Return a scene as SVG."""
    with tempfile.TemporaryDirectory() as folder, patch("tui.review.saver.datetime", StillTime):
        path = Path(folder) / "gold.json"
        with GoldDataset.open(path, annotator="hanako") as dataset:
            bring_in(dataset, [], Options())
            app = AkapenApp(dataset, load_schema(), parse_keymap("", "keymap"), Language(scene.tongue))
            async with app.run_test(size=scene.size) as pilot:
                await _at_rest(app, pilot)
                for key in scene.keys:
                    await pilot.press(key)
                    await _at_rest(app, pilot)
                drawn = app.export_screenshot(title="akapen")
            app.session.saver.close()
    return in_cells(drawn, scene.name)


async def _at_rest(app: AkapenApp, pilot: Pilot[None]) -> None:
    """Wait until an article is open, all is saved, and the screen shows so."""
    async with asyncio.timeout(PATIENCE):
        while app.review.is_opening or not app.session.is_open or app.session.saver.pending:
            await asyncio.sleep(0.02)
    await asyncio.sleep(0.05)  # the saver's report is on its way
    await pilot.pause()


def draw_all(folder: Path) -> None:
    """Draw every scene into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for scene in SCENES:
        file = folder / f"{scene.name}.svg"
        file.write_text(asyncio.run(draw(scene)), encoding="utf-8")
        sys.stderr.write(f"{file}\n")


if __name__ == "__main__":
    draw_all(Path(sys.argv[1]) if sys.argv[1:] else PICTURES)
