"""Record a session as text: `python -m docs.making.session [FILE]`."""

import asyncio
import sys
from pathlib import Path
from typing import NamedTuple

from docs.making.sitting import sitting

RECORDING = Path(__file__).parents[1] / "session.txt"
SIZE = (80, 24)


class Step(NamedTuple):
    """What the person does, and by which keys."""

    words: str
    keys: tuple[str, ...]


STEPS = (
    Step("akapen: the first unfinished article of the bundled samples is open.", ()),
    Step("Accept the first span; the next undecided one is current.", ("a",)),
    Step("Take one character off its end: step by characters, move the end to the left.", ("t", "}")),
    Step("That was not meant: undo.", ("u",)),
    Step("Accept all that is left.", ("A",)),
    Step(
        "Over to the record, down to the amount misused, edit it.", ("tab", "home", *["down"] * 18, "enter")
    ),
    Step("Type an amount as it comes; it is read as a number.", ("ctrl+u", *"184万円", "enter")),
    Step("Confirm; the next unfinished article opens by itself.", ("tab", "c")),
    Step("The queue.", ("q",)),
)


async def record() -> str:
    """Return every step of the session with the screen that follows it."""
    frames = []
    async with sitting(SIZE) as opened:
        for step in STEPS:
            await opened.press(*step.keys)
            keys = "  ".join(step.keys) or "(none)"
            frames.append(f"## {step.words}\n## keys: {keys}\n\n{opened.text()}\n")
    return "\n".join(frames)


if __name__ == "__main__":
    file = Path(sys.argv[1]) if sys.argv[1:] else RECORDING
    file.write_text(asyncio.run(record()), encoding="utf-8")
    sys.stderr.write(f"{file}\n")
