"""What extraction costs beside bare fugashi tokenisation of the same text: speed, ratio, memory.

    python benchmarks/extract.py [--json]

Texts of 1,000 to 1,000,000 characters put together from the bundled sample articles. In each size bare and
whole take turns in one process, so that their ratio holds whatever else the machine does. Bare reads a line
at a time: MeCab crashes on a million characters at once. Peak memory is what extracting a text adds, in a
process of its own, to what extracting the smallest one took (Linux). Last comes what `akapen extract` costs
from its start to its output (`extract_start.py`).
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import fugashi  # type: ignore[import-untyped]

# This folder holds an `extract` too; the package of that name is in the folder above.
sys.path[0] = str(Path(__file__).resolve().parent.parent)

from benchmarks.extract_start import PROMISE as START
from benchmarks.extract_start import report, starts
from extract.extractor import Extractor
from store.schemas.loading import load_schema

SIZES = (1_000, 10_000, 100_000, 1_000_000)
PROMISE = 4.0
ROUNDS = {1_000: 60, 10_000: 20, 100_000: 5, 1_000_000: 2}
PUBLISHED = "2024-06-18"


def text_of(size: int) -> str:
    """Return the bundled samples one after the other, as often as needed, cut to a size."""
    lines = resources.files("store").joinpath("samples", "incident.jsonl").read_text("utf-8").splitlines()
    samples = "\n\n".join(json.loads(line)["text"] for line in lines)
    return (samples * (size // len(samples) + 1))[:size]


def seconds(work: Callable[[], object]) -> float:
    """Time one call."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def speeds(size: int) -> dict[str, float]:
    """Return characters a second, bare and whole, and the ratio of their costs, each at its best round."""
    text = text_of(size)
    tagger = fugashi.Tagger()
    extractor = Extractor(load_schema(None))
    lines = text.splitlines()
    works: tuple[Callable[[], object], ...] = (
        lambda: [tagger(line) for line in lines],
        lambda: extractor.suggest(text, PUBLISHED),
    )
    rounds = [[seconds(work) for work in works] for _ in range(ROUNDS[size] + 1)][1:]
    bare, whole = (min(column) for column in zip(*rounds, strict=True))
    return {"size": size, "bare": size / bare, "whole": size / whole, "ratio": whole / bare}


def peak(size: int) -> float:
    """Return how many megabytes extracting a text adds to what extracting the smallest one took."""
    extractor = Extractor(load_schema(None))
    extractor.suggest(text_of(SIZES[0]), PUBLISHED)
    before = high_water()
    extractor.suggest(text_of(size), PUBLISHED)
    return high_water() - before


def high_water() -> float:
    """Return the most memory that this process has held so far, in megabytes."""
    status = Path("/proc/self/status").read_text("utf-8")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024


def in_child(size: int) -> float:
    """Return `peak` as measured in a fresh process."""
    command = [sys.executable, __file__, "--peak", str(size)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def main(arguments: list[str]) -> int:
    """Print the tables; return 1 if a promise isn't kept."""
    if arguments[:1] == ["--peak"]:
        print(peak(int(arguments[1])))
        return 0
    rows = [speeds(size) | {"peak_mb": in_child(size)} for size in SIZES]
    costs = starts()
    if arguments == ["--json"]:
        print(json.dumps({"texts": rows, "start": {name: cost._asdict() for name, cost in costs.items()}}))
    else:
        print(table(rows))
        print(report(costs))
    return int(any(row["ratio"] > PROMISE for row in rows) or costs["whole"].wall > START)


def table(rows: list[dict[str, float]]) -> str:
    """Return the table of speeds and memory."""
    lines = [f"{'characters':>10} {'bare /s':>12} {'whole /s':>12} {'ratio':>6} {'MB':>7} {'bytes each':>10}"]
    for row in rows:
        each = row["peak_mb"] * 2**20 / row["size"]
        verdict = "good" if row["ratio"] <= PROMISE else f"bad: more than {PROMISE:g}"
        figures = f"{row['size']:>10,} {row['bare']:>12,.0f} {row['whole']:>12,.0f} {row['ratio']:>6.2f}"
        lines.append(f"{figures} {row['peak_mb']:>7.1f} {each:>10.0f}  {verdict}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
