"""From the command to its output: ``python benchmarks/extract_start.py [--times N]``.

`akapen extract` on one article of about a thousand characters, beside a Python that starts fugashi and reads
the same text. Both take turns. The best time of each is told, for other work on the machine only ever adds to
it, and what the processor spent on it.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from store.samples import samples_path

PROMISE = 0.25
TIMES = 15
SIZE = 1_000
BARE = "import sys, fugashi; print(len(fugashi.Tagger()(open(sys.argv[1], encoding='utf-8').read())))"
WHOLE = "import sys; from tui.main import main; sys.argv[1:1] = ['extract']; sys.exit(main())"


class Cost(NamedTuple):
    """Seconds from start to end, and seconds that the processor worked."""

    wall: float
    processor: float


def started(program: str, path: Path) -> Cost:
    """Return what one run of a program on a file costs, Python's own start included."""
    begin = time.perf_counter()
    child = subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    end = time.perf_counter()
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, child.args)
    return Cost(end - begin, usage.ru_utime + usage.ru_stime)


def article() -> str:
    """Return the text of the bundled sample whose length is nearest to the size wanted."""
    texts: list[str] = [json.loads(line)["text"] for line in samples_path().read_text("utf-8").splitlines()]
    return min(texts, key=lambda text: abs(len(text) - SIZE))


def starts(times: int = TIMES) -> dict[str, Cost]:
    """Return the best costs of the bare start and of the whole command."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(article(), "utf-8")
        rounds = [(started(BARE, path), started(WHOLE, path)) for _ in range(times + 1)][1:]
    bare, whole = zip(*rounds, strict=True)
    return {"bare": _best(bare), "whole": _best(whole)}


def _best(costs: tuple[Cost, ...]) -> Cost:
    return Cost(min(cost.wall for cost in costs), min(cost.processor for cost in costs))


def report(costs: dict[str, Cost]) -> str:
    """Return the table of the costs in milliseconds."""
    lines = [f"{'start':>10} {'wall ms':>12} {'cpu ms':>12} {'ratio':>6}"]
    for name, cost in costs.items():
        ratio = cost.processor / costs["bare"].processor
        lines.append(f"{name:>10} {cost.wall * 1000:>12.0f} {cost.processor * 1000:>12.0f} {ratio:>6.1f}")
    verdict = "good" if costs["whole"].wall <= PROMISE else f"bad: more than {PROMISE:g} s"
    return "\n".join([*lines[:-1], f"{lines[-1]}  {verdict}"])


def main() -> int:
    """Print the table; return 1 if the promise isn't kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=TIMES, help="how often each is started")
    costs = starts(parser.parse_args().times)
    print(report(costs))
    return int(costs["whole"].wall > PROMISE)


if __name__ == "__main__":
    sys.exit(main())
