"""A progress bar on stderr, for people who watch a long run."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds without a bar: short runs stay quiet."""


def counted(items: Iterable[T], total: Callable[[], int | None]) -> Iterator[T]:
    """Yield the items, with a bar on stderr when that is a terminal and the run is a long one.

    Args:
        items: what is worked through, one article each.
        total: tells how many there are, if that can be known; asked only for a bar.
    """
    return _shown(items, total) if sys.stderr.isatty() else iter(items)


def _shown(items: Iterable[T], total: Callable[[], int | None]) -> Iterator[T]:
    started = monotonic()
    waiting = iter(items)
    done = 0
    for item in waiting:
        done += 1
        yield item
        if monotonic() - started > PATIENCE:
            break
    else:
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total(), completed=done)
        for item in waiting:
            yield item
            progress.advance(task)


def articles_in(paths: Iterable[Path]) -> int | None:
    """Return how many articles files hold, a line or a file each; none when that can't be told."""
    from store.formats.articles import files_in

    files = [file for path in paths for file in (files_in(path) if os.path.isdir(path) else [path])]
    if any(file.suffix.lower() == ".csv" or str(file) == "-" for file in files):
        return None
    return sum(map(_in_file, files))


def _in_file(path: Path) -> int:
    """Count the articles of a file, which as one that can't be read is said as often as one article is."""
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        with suppress(OSError), path.open("rb") as file:
            return sum(bool(line.strip()) for line in file)
    return 1
