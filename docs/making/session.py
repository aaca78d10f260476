"""Record a session of a minute in a real terminal: `python -m docs.making.session [FOLDER]`.

`session.txt` has the screen after each step, with the seconds since the start; `session.cast` is what
asciinema plays.
"""

import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from docs.making.cast import Cast
from docs.making.screen import Screen

DOCS = Path(__file__).parents[1]
SIZE = (80, 24)
BETWEEN_KEYS = 0.8
"""Seconds from one key to the next, of someone who reads what they decide on."""
AFTER_STEP = 1.8
FRAME = 0.1
"""Seconds between two looks at the screen."""


class Step(NamedTuple):
    """What the person does, by which keys, and what is on the screen then."""

    words: str
    keys: tuple[str, ...]
    shown: str


STEPS = (
    Step(
        "Start. The first unfinished article of the bundled samples opens.",
        (" akapen review --annotator hanako", "Enter"),
        "undecided",
    ),
    Step("Accept the first two spans; the next undecided one is current.", ("a", "a"), "76 undecided"),
    Step("Take the last morpheme off the date: its value follows.", ("}",), "75 undecided"),
    Step("That was not meant: undo says what it took back.", ("u",), "undid end left"),
    Step("On to the firm, and to all places of its name.", ("j", "*"), "places"),
    Step("Accept them: one step of undo. The next undecided is current.", ("a",), "applied at"),
    Step("Look for a word, whatever its width or kind of kana.", ("/", " かーど", "Enter"), "match 1/"),
    Step("The next place.", ("n",), "match 2/"),
    Step(
        "Over to the record, to the amount misused.",
        ("Tab", "Home", "NPage", *["Down"] * 8),
        "fraud amount",
    ),
    Step("Type an amount as it comes; it is read as a number.", ("Enter", " 184万円"), "✓ 1840000"),
    Step("Set it: it is marked, for it is not what the text says.", ("Enter",), "!"),
    Step("Undo, for the text was right.", ("u",), "undid edit"),
    Step("Accept all that is left; confirm. The next article opens.", ("A", "c"), "confirmed 1"),
    Step("The queue.", ("q",), "1/16 finished"),
    Step("Sort by undecided count; what nobody has opened is counted.", ("s",), "most undecided"),
    Step(
        "Find the notices that mention cards, in their texts too.", ("/", " カード", "Enter"), "words: カード"
    ),
    Step("Leave.", ("C-q",), "$"),
    Step("What it cost.", (" akapen stats | tail -5", "Enter"), "keystrokes"),
)


class Recorder:
    """Types the steps and notes what is seen."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._begun = time.monotonic()
        self._parts: list[str] = []
        self.cast = Cast(SIZE, "akapen: a minute of review")

    def _watch(self, seconds: float) -> None:
        """Look at the screen for so long."""
        end = time.monotonic() + seconds
        while (now := time.monotonic()) < end:
            self.cast.show(now - self._begun, self._screen.rows(colours=True))
            time.sleep(FRAME)

    def take(self, step: Step) -> None:
        """Do a step, and note the screen that follows."""
        for key in step.keys:
            self._screen.press(key)
            self._watch(BETWEEN_KEYS / 4 if key == "Down" else BETWEEN_KEYS)
        self._screen.wait_for(step.shown)
        self._watch(AFTER_STEP)
        keys = "  ".join(key.strip() for key in step.keys)
        shown = "\n".join(self._screen.rows()).rstrip()
        self._parts.append(
            f"## {time.monotonic() - self._begun:.0f} s  {step.words}\n## keys: {keys}\n\n{shown}\n"
        )

    def text(self) -> str:
        """Return the steps with their screens."""
        return "\n".join(self._parts)


def record(folder: Path) -> None:
    """Record the session into a folder."""
    with tempfile.TemporaryDirectory() as home:
        screen = Screen(Path(home), SIZE, Path(sys.executable).parent)
        try:
            recorder = Recorder(screen)
            for step in STEPS:
                recorder.take(step)
        finally:
            screen.close()
    for name, content in (("session.txt", recorder.text()), ("session.cast", recorder.cast.text())):
        (folder / name).write_text(content, encoding="utf-8")
        sys.stderr.write(f"{folder / name}\n")


if __name__ == "__main__":
    record(Path(sys.argv[1]) if sys.argv[1:] else DOCS)
