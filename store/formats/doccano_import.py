"""doccano's JSON Lines, read: `label` triples, or `entities` where relations are on."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from store.errors import DataError
from store.formats.foreign import Foreign, ForeignFinding, ForeignSpan
from store.formats.jsonl import rows_of
from store.source import open_binary


class Entity(msgspec.Struct, frozen=True):
    """A span of the form with relations."""

    start_offset: int
    end_offset: int
    label: str


class Example(msgspec.Struct, frozen=True):
    """The keys of a line that are known here."""

    text: str
    id: str | int | None = None
    label: tuple[tuple[int, int, str], ...] = ()
    entities: tuple[Entity, ...] = ()
    Comments: tuple[str, ...] = ()
    title: str | None = None
    source: str | None = None
    published: str | None = None
    annotator: str | None = None
    record: dict[str, Any] = {}


def read_doccano(path: Path) -> Iterator[ForeignFinding]:
    """Yield the examples of an export."""
    with open_binary(path) as file:
        for number, row in rows_of(file, str(path)):
            yield row if isinstance(row, DataError) else _example(row, str(path), f"line {number}")


def _example(row: dict[str, Any], source: str, place: str) -> ForeignFinding:
    try:
        example = msgspec.convert(row, Example)
    except msgspec.ValidationError as error:
        return DataError(source, str(error), place)
    spans = [ForeignSpan(*triple) for triple in example.label]
    spans += [ForeignSpan(one.start_offset, one.end_offset, one.label) for one in example.entities]
    return Foreign(
        example.text,
        source,
        place,
        tuple(spans),
        id=None if example.id is None else str(example.id),
        title=example.title or "",
        origin=example.source or "",
        published=example.published,
        annotator=example.annotator,
        note="\n".join(example.Comments),
        record=example.record,
    )
