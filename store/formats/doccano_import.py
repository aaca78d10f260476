"""doccano's JSON Lines, read: `label` triples, or `entities` where relations are on."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from store.errors import DataError
from store.formats.foreign import Foreign, ForeignFinding, ForeignSpan
from store.formats.foreign_lines import read_lines


class Entity(msgspec.Struct, frozen=True):
    """A span of the form with relations."""

    start_offset: int
    end_offset: int
    label: str


class Example(msgspec.Struct, frozen=True):
    """The keys of a line that are known here."""

    text: str
    id: str | int | None = None
    label: tuple[tuple[int, int, str], ...] | None = None
    entities: tuple[Entity, ...] | None = None
    relations: tuple[Any, ...] = ()
    Comments: tuple[str, ...] = ()
    title: str | None = None
    source: str | None = None
    published: str | None = None
    annotator: str | None = None
    offset_unit: str | None = None
    record: dict[str, Any] = {}
    evidence: dict[str, tuple[tuple[int, int], ...]] = {}
    not_stated: tuple[str, ...] = ()
    note: str = ""


def read_doccano(path: Path) -> Iterator[ForeignFinding]:
    """Yield the examples of an export."""
    return read_lines(path, Example, _example)


def _example(example: Example, source: str, place: str) -> ForeignFinding:
    if example.label is None and example.entities is None:
        problem = "has neither `label` nor `entities`; export a project of doccano's sequence labelling"
        return DataError(source, problem, place)
    spans = [ForeignSpan(*triple) for triple in example.label or ()]
    spans += [ForeignSpan(one.start_offset, one.end_offset, one.label) for one in example.entities or ()]
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
        note="\n".join(filter(None, dict.fromkeys((example.note, *example.Comments)))),
        record=example.record,
        evidence=example.evidence,
        not_stated=example.not_stated,
        unit=example.offset_unit,
        beyond=("relation",) * len(example.relations),
    )
