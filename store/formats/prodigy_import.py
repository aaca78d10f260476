"""Prodigy's JSON Lines, read: what was accepted; other answers are passed over and said."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from store.errors import DataError
from store.formats.foreign import Foreign, ForeignFinding, ForeignSpan
from store.formats.jsonl import rows_of
from store.formats.reading import Notice
from store.source import open_binary


class Task(msgspec.Struct, frozen=True, rename={"annotator": "_annotator_id"}):
    """The keys of a line that are known here."""

    text: str
    spans: tuple[ForeignSpan, ...] = ()
    answer: str = "accept"
    annotator: str | None = None
    meta: dict[str, Any] = {}
    record: dict[str, Any] = {}


def read_prodigy(path: Path) -> Iterator[ForeignFinding]:
    """Yield the tasks of an export."""
    with open_binary(path) as file:
        for number, row in rows_of(file, str(path)):
            yield row if isinstance(row, DataError) else _task(row, str(path), f"line {number}")


def _task(row: dict[str, Any], source: str, place: str) -> ForeignFinding:
    try:
        task = msgspec.convert(row, Task)
    except msgspec.ValidationError as error:
        return DataError(source, str(error), place)
    if task.answer != "accept":
        return Notice(f"{source} @ {place}", f"answered {task.answer}; passed over")
    about = {key: str(value) for key, value in task.meta.items() if value is not None}
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
        record=task.record,
    )
