"""Draw the screenshots: `python -m docs.making.screenshots [FOLDER]`; same program, same pictures."""

import asyncio
import sys
from pathlib import Path
from typing import NamedTuple

from docs.making.sitting import sitting
from docs.making.svg import in_cells
from tui.language import Tongue

PICTURES = Path(__file__).parents[1] / "pictures"


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


async def draw(scene: Scene) -> str:
    """Return a scene as SVG."""
    async with sitting(scene.size, scene.tongue) as opened:
        await opened.press(*scene.keys)
        return in_cells(opened.svg(), scene.name)


def draw_all(folder: Path) -> None:
    """Draw every scene into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for scene in SCENES:
        file = folder / f"{scene.name}.svg"
        file.write_text(asyncio.run(draw(scene)), encoding="utf-8")
        sys.stderr.write(f"{file}\n")


if __name__ == "__main__":
    draw_all(Path(sys.argv[1]) if sys.argv[1:] else PICTURES)
