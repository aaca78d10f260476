"""Key to repaint of the review screen: ``python benchmarks/screen.py [--times N] [--json]``.

Times are milliseconds from a key to the end of the last repaint that it leads to, of the whole screen as
people have it, with saving beside it; only the clock of the last save, shown once the disk has it, is not
waited for. Beside each stands an empty Textual app's: the keys of the two take turns, so that both see the
same load. `work` is the processor's time of it in the app's own thread, which other programs don't lengthen.
"""

import argparse
import asyncio
import json
import statistics
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

# This folder holds an `extract` too; the package of that name is in the folder above.
sys.path[0] = str(Path(__file__).resolve().parent.parent)

from benchmarks.null_terminal import HEIGHT, WIDTH, Answer, Stopwatch, percentile
from benchmarks.review_app import BlankApp, TimedReview
from benchmarks.review_data import ANNOTATOR, one_long
from store.gold.dataset import GoldDataset

SIZES = ((5_000, 100), (50_000, 1_000), (500_000, 10_000))
PROMISE = 16.0
"""Milliseconds at the 95th percentile."""

Row = dict[str, str | int | float]
Press = Callable[[str], Awaitable[None]]

ACTS: tuple[tuple[str, str, str], ...] = (
    ("caret", "", "right left"),
    ("row", "", "down up"),
    ("page", "ctrl+home", "pagedown"),
    ("page back", "", "pageup"),
    ("next span", "", "j"),
    ("accept", "", "a"),
    ("undo", "", "u"),
    ("reject", "", "x"),
    ("resize span", "t", "} ]"),
    ("select", "", "shift+right"),
    ("next field", "tab", "down up"),
    ("type in a field", "enter", "1 2 3 4 backspace backspace backspace backspace"),
)
"""What is timed, the key that comes before it, and the keys that are timed, over and over."""


async def measure(characters: int, count: int, times: int, folder: Path) -> list[Row]:
    """Measure every act on an article of so many characters and spans."""
    size: Row = {"characters": characters, "spans": count}
    rows: list[Row] = []
    path = folder / f"{characters}.json"
    one_long(path, characters, count)
    with GoldDataset.open(path, annotator=ANNOTATOR) as gold:
        async with Stopwatch(BlankApp()) as blank, Stopwatch(app := TimedReview(gold)) as watch:
            await app.opened()
            app.go_to_middle()
            await watch.settle(0.5)
            for name, before, keys in ACTS:
                if before:
                    await watch.key(before)
                taken, floor = [], []
                for turn in range(min(times, app.pages) if "page" in keys else times):
                    floor.append((await blank.key("x")).wall)
                    taken.append(await watch.key(keys.split()[turn % len(keys.split())]))
                    await app.tell_saved()
                rows.append({**size, "key": name, **_figures(taken), **_beside(taken, floor)})
            resizes = [await watch.resize(width, HEIGHT) for width in (100, WIDTH) * 3]
            rows.append({**size, "key": "resize terminal", **_figures(resizes)})
    return rows


def _figures(answers: list[Answer]) -> Row:
    wall, work = ([*column] for column in zip(*answers, strict=True))
    return {"p50": _median(wall), "p95": _most(wall), "work50": _median(work), "work95": _most(work)}


def _beside(answers: list[Answer], floor: list[float]) -> Row:
    ratio = statistics.median(answer.wall for answer in answers) / statistics.median(floor)
    return {"empty50": _median(floor), "empty95": _most(floor), "ratio": round(ratio, 2)}


def _most(times: list[float]) -> float:
    return round(percentile(times, 0.95), 2)


def _median(times: list[float]) -> float:
    return round(statistics.median(times), 2)


def main() -> int:
    """Print the table; exit with 1 if the promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=60, help="how often each key is pressed")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = [row for size in SIZES for row in asyncio.run(measure(*size, options.times, Path(folder)))]
    if options.json:
        print(json.dumps(rows))
    else:
        columns = ("p50", "p95", "work50", "work95", "empty50", "empty95", "ratio")
        print(f"{'characters':>10} {'spans':>6} {'key':<16}", *(f"{name:>8}" for name in columns))
        for row in rows:
            cells = [f"{row.get(name, ''):>8}" for name in columns]
            print(f"{row['characters']:>10,} {row['spans']:>6,} {row['key']:<16}", *cells)
    return int(any(float(row["p95"]) > PROMISE for row in rows if "ratio" in row))


if __name__ == "__main__":
    sys.exit(main())
