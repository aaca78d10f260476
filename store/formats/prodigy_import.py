"""Prodigy's JSON Lines, read: what was accepted; other answers are passed over and said."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from store.formats.foreign import Foreign, ForeignFinding, ForeignSpan
from store.formats.foreign_lines import read_lines, told
from store.formats.reading import Notice


class Task(msgspec.Struct, frozen=True, rename={"annotator": "_annotator_id"}):
    """The keys of a line that are known here."""

    text: str
    spans: tuple[ForeignSpan, ...] = ()
    relations: tuple[Any, ...] = ()
    answer: str = "accept"
    annotator: str | None = None
    meta: dict[str, Any] = {}
    note: str = ""
    record: dict[str, Any] = {}
    evidence: dict[str, tuple[tuple[int, int], ...]] = {}
    not_stated: tuple[str, ...] = ()


def read_prodigy(path: Path) -> Iterator[ForeignFinding]:
    """Yield the tasks of an export."""
    return read_lines(path, Task, _task)


def _task(task: Task, source: str, place: str) -> ForeignFinding:
    if task.answer != "accept":
        return Notice(f"{source} @ {place}", f"answered {task.answer}; passed over")
    about = told(task.meta)
    return Foreign(
        task.text,
        source,
        place,
        task.spans,
        id=about.get("id"),
        title=about.get("title", ""),
        origin=about.get("source", ""),
        published=about.get("published"),
        annotator=task.annotator,
        note=task.note,
        record=task.record,
        evidence=task.evidence,
        not_stated=task.not_stated,
        beyond=("relation",) * len(task.relations),
    )
