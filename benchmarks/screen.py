"""Key to repaint of the article pane: ``python -m benchmarks.screen [--times N] [--json]``.

Times are milliseconds from a key to the end of the repaint. Each is beside the floor's, an empty widget of
the same size that repaints as many rows; the keys of the two take turns, so that both see the same load.
"""

import argparse
import asyncio
import gc
import json
import statistics
import sys
import time

from benchmarks.null_terminal import HEIGHT, WIDTH, Stopwatch, percentile
from benchmarks.pane_app import PaneApp
from tui import terminal

SIZES = ((5_000, 100), (50_000, 1_000), (500_000, 10_000))
PROMISE = 16.0
"""Milliseconds at the 95th percentile."""
KEYS = (
    ("move", "l", "R"),
    ("row down", "j", "P"),
    ("select", "v", "R"),
    ("next span", "n", "P"),
    ("decide", "a", "R"),
    ("resize span", "e", "R"),
    ("page", "p", "P"),
)
"""What is done, the pane's key for it, the floor's beside it."""

Row = dict[str, str | int | float]


async def measure(characters: int, count: int, times: int) -> list[Row]:
    """Measure every key on a text of so many characters and spans."""
    rows: list[Row] = []
    size: Row = {"characters": characters, "spans": count}
    async with Stopwatch(app := PaneApp(characters, count)) as watch:
        start = time.perf_counter()
        app.show()
        await watch.settle(0.2)
        rows.append({**size, "key": "show", **_figures([(watch.last - start) * 1000])})
        gc.collect()
        gc.freeze()
        for name, key, floor_key in KEYS:
            pane, floor = [], []
            for _ in range(times):
                floor.append(await watch.key(floor_key))
                pane.append(await watch.key(key))
            ratio = statistics.median(pane) / statistics.median(floor)
            rows.append(
                {**size, "key": name, **_figures(pane), "floor": _median(floor), "ratio": round(ratio, 2)}
            )
        resizes = [await watch.resize(width, HEIGHT) for width in (100, WIDTH) * 3]
        rows.append({**size, "key": "resize", **_figures(resizes)})
    return rows


def _figures(times: list[float]) -> Row:
    return {"p50": _median(times), "p95": round(percentile(times, 0.95), 2)}


def _median(times: list[float]) -> float:
    return round(statistics.median(times), 2)


def main() -> int:
    """Print the table; exit with 1 if the promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=60, help="how often each key is pressed")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options = parser.parse_args()
    terminal.mend()
    rows = [row for size in SIZES for row in asyncio.run(measure(*size, options.times))]
    if options.json:
        print(json.dumps(rows))
    else:
        print(f"{'characters':>10} {'spans':>6} {'key':<12} {'p50':>7} {'p95':>7} {'floor':>7} {'ratio':>6}")
        for row in rows:
            cells = [f"{row.get(name, ''):>7}" for name in ("p50", "p95", "floor")]
            head = f"{row['characters']:>10,} {row['spans']:>6,} {row['key']:<12}"
            print(head, *cells, f"{row.get('ratio', ''):>6}")
    return int(any(float(row["p95"]) > PROMISE for row in rows if "floor" in row))


if __name__ == "__main__":
    sys.exit(main())
