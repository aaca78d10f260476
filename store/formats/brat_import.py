"""brat's standoff, read: `.ann` files beside their `.txt`; the fragments of a span become one."""

import re
from collections.abc import Iterator
from pathlib import Path

from store.errors import DataError, UnreadableFileError
from store.formats.foreign import Foreign, ForeignFinding, ForeignSpan
from store.source import named, read_utf8

_SPAN = re.compile(r"T\d+\t(\S+) (\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9})*)\t(.*)")
_NOTE = re.compile(r"#\d+\tAnnotatorNotes T\d+\t(.*)")
_BEYOND = {
    "R": "relation",
    "E": "event",
    "A": "attribute",
    "M": "attribute",
    "N": "normalisation",
    "*": "equivalence",
    "#": "further note",
}
"""What else a line may hold, by how it begins."""


def read_brat(path: Path) -> Iterator[ForeignFinding]:
    """Yield the texts of a folder, or of one `.ann` file; the folder's name within it is the annotator."""
    files = sorted(path.rglob("*.ann")) if path.is_dir() else [path]
    if not files:
        yield UnreadableFileError(path, "holds no .ann file")
    for file in files:
        try:
            yield from _document(
                file, named(Path(file.parent.name)) if path.is_dir() and file.parent != path else None
            )
        except DataError as error:
            yield error


def _document(file: Path, annotator: str | None) -> Iterator[ForeignFinding]:
    lines = read_utf8(file).replace("\r\n", "\n").split("\n")
    text = read_utf8(file.with_suffix(".txt"))
    spans, notes, beyond = [], [], []
    for number, line in enumerate(lines, 1):
        if found := _SPAN.fullmatch(line):
            spans.append(_span(*found.groups()))
        elif found := _NOTE.fullmatch(line):
            notes.append(found[1])
        elif line[:1] in _BEYOND:
            beyond.append(_BEYOND[line[0]])
        elif line.strip():
            yield DataError(file, "not a line of brat's standoff format", f"line {number}")
    yield Foreign(
        text,
        str(file),
        "whole file",
        tuple(spans),
        origin=named(file.with_suffix(".txt")),
        annotator=annotator,
        note="\n".join(notes),
        beyond=tuple(beyond),
    )


def _span(label: str, places: str, surface: str) -> ForeignSpan:
    edges = [int(edge) for edge in re.split("[ ;]", places)]
    return ForeignSpan(edges[0], edges[-1], label, surface)
