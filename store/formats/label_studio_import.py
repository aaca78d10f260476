"""Label Studio's JSON, read: every annotation of every task, choices and text areas as record values."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from store.errors import DataError
from store.formats.foreign import Foreign, ForeignFinding, ForeignSpan
from store.formats.foreign_lines import told
from store.formats.reading import Notice
from store.source import read_bytes

_READ = ("labels", "choices", "textarea")
"""Types of results that are read."""


class Meta(msgspec.Struct, frozen=True):
    """What is noted of a region; our own export says there which fields it is evidence of."""

    text: tuple[str, ...] | str = ()


class Result(msgspec.Struct, frozen=True):
    """One region, or one answer about the whole text."""

    type: str
    value: dict[str, Any]
    from_name: str = ""
    meta: Meta = Meta()


class Done(msgspec.Struct, frozen=True):
    """One person's annotation of a task."""

    result: tuple[Result, ...] = ()
    was_cancelled: bool = False
    completed_by: int | str | dict[str, Any] | None = None


class Task(msgspec.Struct, frozen=True):
    """The keys of a task that are known here."""

    data: dict[str, Any]
    annotations: tuple[Done, ...] = ()
    id: int | str | None = None


def read_label_studio(path: Path) -> Iterator[ForeignFinding]:
    """Yield each annotation, and what was passed over; `path` is the export, or our own export's folder."""
    path = path / "tasks.json" if path.is_dir() else path
    try:
        tasks = msgspec.json.decode(read_bytes(path), type=list[dict[str, Any]])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        yield DataError(path, f"not a JSON array of tasks: {error}")
        return
    for index, task in enumerate(tasks):
        try:
            yield from _annotations(msgspec.convert(task, Task), str(path), f"$[{index}]")
        except (msgspec.ValidationError, KeyError, TypeError, ValueError) as error:
            yield DataError(path, f"not a task: {error}", f"$[{index}]")


def _annotations(task: Task, source: str, place: str) -> Iterator[ForeignFinding]:
    if not task.annotations:
        yield Notice(f"{source} @ {place}", "has no annotation; passed over")
    for number, done in enumerate(task.annotations):
        here = f"{place}.annotations[{number}]"
        if done.was_cancelled:
            yield Notice(f"{source} @ {here}", "was cancelled; passed over")
        else:
            yield _annotation(task, done, source, here)


def _annotation(task: Task, done: Done, source: str, place: str) -> Foreign:
    about, text, unstated = told(task.data), task.data["text"], task.data.get("not_stated")
    if not isinstance(text, str):
        raise TypeError("its `text` is no text")
    return Foreign(
        text,
        source,
        place,
        tuple(_spans(done)),
        id=about.get("article_id") or about.get("id") or (None if task.id is None else str(task.id)),
        title=about.get("title", ""),
        origin=about.get("source", ""),
        published=about.get("published"),
        annotator=_who(done) or about.get("annotated_by"),
        note=about.get("note", ""),
        record=_record(done),
        evidence=_evidence(done),
        not_stated=tuple(map(str, unstated)) if isinstance(unstated, list) else (),
        beyond=tuple(f"{one.type} result" for one in done.result if one.type not in _READ),
    )


def _who(done: Done) -> str | None:
    who = done.completed_by
    if isinstance(who, dict):
        who = who.get("email") or who.get("id")
    return None if who is None else str(who)


def _spans(done: Done) -> Iterator[ForeignSpan]:
    for result in done.result:
        if result.type == "labels":
            value = result.value
            for label in value["labels"]:
                yield ForeignSpan(int(value["start"]), int(value["end"]), str(label), value.get("text"))


def _record(done: Done) -> dict[str, list[Any]]:
    """All answers to each question, of which one about regions has a result a region."""
    found: dict[str, list[Any]] = {}
    for result in done.result:
        answers = result.value.get("choices") or result.value.get("text")
        if result.type in ("choices", "textarea") and answers:
            found.setdefault(result.from_name, []).extend(answers if isinstance(answers, list) else [answers])
    return found


def _evidence(done: Done) -> dict[str, tuple[tuple[int, int], ...]]:
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for result in done.result:
        notes = result.meta.text
        for field in (notes,) if isinstance(notes, str) else notes:
            if result.type == "labels":
                place = int(result.value["start"]), int(result.value["end"])
                found[field] = (*found.get(field, ()), place)
    return found
