"""From the key to the next article on the screen: ``python benchmarks/opening.py [--times N]``.

A queue of 10,000 articles of 1,500 characters that nobody has opened yet, in the real app. `prepared` is how
it is for a person, who looks at an article for a second: the next one has been made ready meanwhile. For
`at once` the key comes when the article before has just been painted, so that one waits for the suggestions.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
from pathlib import Path

# This folder holds an `extract` too; the package of that name is in the folder above.
sys.path[0] = str(Path(__file__).resolve().parent.parent)

from benchmarks.null_terminal import Stopwatch, percentile
from benchmarks.review_app import TimedReview
from benchmarks.review_data import ANNOTATOR, long_queue
from store.gold.dataset import GoldDataset

PROMISE = 100.0
"""Milliseconds at the 95th percentile."""
LOOK = 1.0
"""Seconds that a person looks at an article at least."""

ACTS = (
    ("next, prepared", "", ">", LOOK),
    ("confirm, prepared", "A", "c", LOOK),
    ("next, at once", "", ">", 0.0),
)
"""What is timed: the key before it, the key, and seconds of looking."""


async def measure(articles: int, times: int, folder: Path) -> list[tuple[str, list[float]]]:
    """Measure every way to the next article."""
    long_queue(folder / "gold.json", articles)
    rows = []
    with GoldDataset.open(folder / "gold.json", annotator=ANNOTATOR) as gold:
        async with Stopwatch(app := TimedReview(gold)) as watch:
            await app.opened()
            for name, before, key, look in ACTS:
                taken = []
                for _ in range(times):
                    await asyncio.sleep(look)
                    if before:
                        await watch.key(before)
                    await app.tell_saved()
                    article = app.session.article.id
                    taken.append((await watch.key(key)).wall)
                    assert app.session.article.id != article
                rows.append((name, taken))
    return rows


def main() -> int:
    """Print the table; exit with 1 if the promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=20, help="how many articles are opened each way")
    parser.add_argument("--articles", type=int, default=10_000, help="how long the queue is")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = asyncio.run(measure(options.articles, options.times, Path(folder)))
    print(f"{'way':<20} {'p50':>7} {'p95':>7} {'most':>7}")
    for name, taken in rows:
        print(
            f"{name:<20} {statistics.median(taken):>7.1f} {percentile(taken, 0.95):>7.1f} {max(taken):>7.1f}"
        )
    return int(any(percentile(taken, 0.95) > PROMISE for _, taken in rows))


if __name__ == "__main__":
    sys.exit(main())
