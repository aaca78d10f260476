"""What a durable save costs as the dataset grows: a bare append and fsync of the same bytes, ours, TinyDB's.

    python benchmarks/save.py [FOLDER]

Articles of 1,500 characters with 40 spans. Bare and ours take turns on the same disk, so that their ratio
holds whatever else the machine does. Opening, with the queue, is measured in a process of its own (Linux).
"""

import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec
from tinydb import TinyDB

from store.annotation import Annotation
from store.article import Article
from store.change import Change
from store.gold.dataset import GoldDataset
from store.span import Span
from store.value import FieldValue

SIZES = (100, 1_000, 10_000)
MOST, MOST_GROWTH = 3.0, 1.5
"""The promises: our save beside the bare one at the largest size, and beside our own at the smallest."""
SAVES = 300
STOCK_SAVES = 3
SENTENCE = "北斗食品株式会社は、北斗マルシェへの不正アクセスにより情報が漏えいした可能性を公表した。"


def article(number: int) -> Article:
    """Make an article of 1,500 characters."""
    text = f"第{number}報\n" + SENTENCE * 40
    return Article.from_text(text[:1500], source=f"https://example.co.jp/{number}", published="2024-05-20")


def annotation(of: Article) -> Annotation:
    """Make its annotation of 40 spans and 10 values."""
    spans = [
        Span(
            f"s{at}",
            at * 35,
            at * 35 + 8,
            "ORG",
            of.text[at * 35 : at * 35 + 8],
            "organisations.legal",
            0.91,
            ("株式会社",),
        )
        for at in range(40)
    ]
    values = [
        FieldValue(f"v{at}", f"field_{at}", 52_000 + at, (f"s{at}",), "count.cards", 0.8) for at in range(10)
    ]
    return Annotation(
        of.id, "花子", spans=tuple(spans), values=tuple(values), status="draft", schema="incident 1.2"
    )


def build(path: Path, size: int) -> None:
    """Make a dataset and leave it cleanly."""
    with GoldDataset.open(path, annotator="花子") as gold, gold.group():
        for one in map(article, range(size)):
            gold.add([one])
            gold.save(annotation(one))


def timed(do: Callable[[], object]) -> float:
    """Return how many milliseconds a call takes."""
    start = time.perf_counter()
    do()
    return (time.perf_counter() - start) * 1000


def accept(gold: GoldDataset, article_id: str) -> Callable[[], None]:
    """Return the save of one decision, with its undo step, as the screen makes it."""
    before = gold.annotation(article_id)
    assert before is not None
    at = random.randrange(len(before.spans))
    decided = msgspec.structs.replace(before.spans[at], status="accepted")
    after = msgspec.structs.replace(before, spans=(*before.spans[:at], decided, *before.spans[at + 1 :]))
    old = gold.history(article_id)
    new = old.push("span.accept", decided.text, "2026-01-01T00:00:00+09:00", Change.between(before, after))
    return lambda: gold.save(after, new.steps[-1:], old.position)


def saves(path: Path) -> tuple[list[float], list[float]]:
    """Return the times of bare appends and of our saves, taking turns over the same bytes."""
    bare, ours = [], []
    journal = path.with_name(path.name + ".journal")
    descriptor = os.open(path.with_name("bare"), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with GoldDataset.open(path, annotator="花子") as gold:
        ids = gold.article_ids()
        accept(gold, ids[0])()  # the first save of a session also makes the journal
        for _ in range(SAVES):
            size = journal.stat().st_size
            ours.append(timed(accept(gold, random.choice(ids))))
            data = os.urandom(journal.stat().st_size - size)
            bare.append(timed(partial(append, descriptor, data)))
    os.close(descriptor)
    return bare, ours


def append(descriptor: int, data: bytes) -> None:
    """Write bytes at the end of an open file, durably."""
    os.write(descriptor, data)
    os.fsync(descriptor)


def stock_saves(path: Path) -> list[float]:
    """Return the times of one-document updates by TinyDB's own storage, which rewrites all."""
    copy = path.with_name("stock.json")
    shutil.copy(path, copy)
    with TinyDB(copy, encoding="utf-8", ensure_ascii=False) as stock:
        table = stock.table("annotations")
        return [
            timed(partial(table.update, {"note": str(number)}, doc_ids=[number]))
            for number in range(1, STOCK_SAVES + 1)
        ]


def opening(path: Path) -> tuple[float, float]:
    """Return seconds and bytes that opening a dataset and listing its queue takes in a fresh process."""
    command = [sys.executable, __file__, "--open", str(path)]
    seconds, memory = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(seconds), float(memory)


def peak() -> int:
    """Return the most memory that this process has held so far, in bytes."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) * 1024


def open_once(path: Path) -> None:
    """Open a dataset, list its queue, and print seconds and the memory that this took beyond the imports."""
    before = peak()
    start = time.perf_counter()
    with GoldDataset.open(path, annotator="花子") as gold:
        gold.summaries()
        seconds = time.perf_counter() - start
    print(seconds, peak() - before)


def row(folder: Path, size: int) -> tuple[float, float, str]:
    """Measure one size; return the medians of the bare and of our save, and the table's line."""
    path = folder / str(size) / "gold.json"
    path.parent.mkdir()
    build(path, size)
    bytes_ = path.stat().st_size
    seconds, memory = opening(path)
    bare, ours = map(statistics.median, saves(path))
    stock = statistics.median(stock_saves(path))
    cells = (
        f"{size:,}", f"{bytes_ / 1e6:.1f}", f"{bare:.2f}", f"{ours:.2f}", f"{ours / bare:.2f}",
        f"{stock:.0f}", f"{stock / ours:.0f}", f"{seconds:.2f}", f"{memory / bytes_:.2f}",
    )  # fmt: skip
    shutil.rmtree(path.parent)
    return bare, ours, "| " + " | ".join(cells) + " |"


def main(folder: Path) -> int:
    """Print the table; return 1 if a promise isn't kept."""
    print(
        "| articles | MB | bare ms | ours ms | ours/bare | stock ms | stock/ours | opening s | memory/file |"
    )
    print("|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    medians = []
    for size in SIZES:
        bare, ours, line = row(folder, size)
        medians.append(ours)
        print(line, flush=True)
    growth = medians[-1] / medians[0]
    print(f"\nours at {SIZES[-1]:,} articles / ours at {SIZES[0]:,}: {growth:.2f}")
    kept = ours <= MOST * bare and growth <= MOST_GROWTH
    print(f"{'good' if kept else 'bad'}: promised are {MOST:g} times bare, and growth of {MOST_GROWTH:g}")
    return int(not kept)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--open"]:
        open_once(Path(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory(dir=sys.argv[1] if sys.argv[1:] else None) as temporary:
            sys.exit(main(Path(temporary)))
