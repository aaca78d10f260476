"""Salvage: documents out of a gold file and a journal that can't be read whole."""

import json
import re
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from store.errors import DataError, UnreadableFileError
from store.gold.file import TABLES, TOLD_BY_DOCTOR, Fingerprint, Table, Tables, empty, fingerprint, parse
from store.gold.journal import GONE, First, Operation, apply, journal_path, whole_lines

T = TypeVar("T")

IDENTITY = {
    "schemas": ("name",),
    "articles": ("id",),
    "annotations": ("article", "annotator"),
    "histories": ("article", "annotator"),
    "steps": ("article", "annotator", "number"),
    "revisions": ("article", "annotator", "number"),
}
"""What makes two documents of a table the same one."""

Identity = tuple[str, ...]

_TABLE = rf'"(?P<table>{"|".join(TABLES)})"\s*:\s*\{{(?=\s*("[0-9]+"|\}}))'
_DOCUMENT = r'"(?P<number>[0-9]+)"\s*:\s*(?=\{)'
_OWN = r'\}\s*,\s*(?P<own>"(?:[^"\\]|\\.)*")\s*:\s*\{(?=\s*(?:"[0-9]+"\s*:\s*\{|\}))'
"""A table of a person's own: behind another one, and of numbered documents, as no part of ours is."""
_HEAD = re.compile(f"{_TABLE}|{_DOCUMENT}|{_OWN}")


class Salvaged(msgspec.Struct):
    """What could be read, and in words what could not."""

    tables: Tables
    problems: list[str]
    joined: bool = False
    """Whether the journal was of another state of the file, and its edits were joined in."""


def salvage(path: Path) -> Salvaged:
    """Read a gold file and its journal as far as they can be read.

    Raises:
        OSError: the file can't be read at all.
        UnreadableFileError: it is none.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise UnreadableFileError(path, "a device or pipe, not a file: name a file")
    journal = _journal_of(path)  # first: a writer may fold it in meanwhile
    if journal is not None and not path.exists():
        found, base = Salvaged(empty(), []), None
    else:
        data = path.read_bytes()
        found, base = _salvage_file(data, path), fingerprint([data])
    if journal is not None:
        _salvage_journal(journal, found, base)
    return found


def _journal_of(path: Path) -> bytes | None:
    try:
        return journal_path(path).read_bytes()
    except FileNotFoundError:
        return None


def _salvage_file(data: bytes, path: Path) -> Salvaged:
    try:
        return Salvaged(parse(data, path), [])
    except DataError as error:
        tables, lost = _scan(data.decode("utf-8", "replace"))
        problem = error.problem.removesuffix(TOLD_BY_DOCTOR)
        problems = [f"{error.place}: {problem}" if error.place else problem]
        problems += [f"{place} can't be read" for place in lost]
        missing = [name for name in IDENTITY if name not in (*tables, "schemas")] if tables else []
        problems += [f"of {name} nothing is there" for name in missing]
        return Salvaged(empty() | tables, problems)


def _scan(text: str) -> tuple[Tables, list[str]]:
    """Find documents wherever they stand, whole or not as the file around them may be."""
    tables: Tables = {}
    lost, table, at = [], "", 0
    decoder = json.JSONDecoder(strict=False)
    while head := _HEAD.search(text, at):
        at = head.end()
        if head["number"] is None:
            table = head["table"] or _name(head["own"])
            tables |= {table: tables.get(table, {})} if table else {}
        elif table:
            try:
                document, at = decoder.raw_decode(text, at)
                _put(tables[table], int(head["number"]), msgspec.Raw(_encoded(document)))
            except (ValueError, RecursionError):
                lost.append(f"{table}[{head['number']}]")
    return tables, lost


def _name(quoted: str) -> str:
    """Return the name of a table; none that can be written again where its escapes are damaged."""
    try:
        return msgspec.json.decode(quoted, type=str)
    except ValueError:
        return ""


def _put(table: Table, number: int, raw: msgspec.Raw) -> None:
    """Put a document in; another one under a number that is taken gets a number of its own."""
    if number in table and bytes(table[number]) != bytes(raw):
        number = max(table) + 1
    table[number] = raw


def _encoded(document: Any) -> bytes:
    """Return a document as UTF-8; halves of surrogate pairs become U+FFFD."""
    data = json.dumps(document, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return data.decode("utf-8", "replace").encode()


def _salvage_journal(data: bytes, found: Salvaged, base: Fingerprint | None) -> None:
    """Carry over the whole lines of a journal; on another file, by what documents are of."""
    lines = dict(whole_lines(data))
    missing = set(range(1, max(lines, default=0))) - lines.keys()
    found.problems += [f"line {number} of the journal can't be read" for number in sorted(missing)]
    first = _line(1, lines.pop(1), First, found) if 1 in lines else None
    if first and any(first.header.journal.encode() in bytes(raw) for raw in found.tables["meta"].values()):
        return
    read = (_line(number, payload, tuple[Operation, ...], found) for number, payload in lines.items())
    groups = [group for group in read if group]
    changes = chain(first.changes if first else (), *groups)
    if first and first.header.base == base:
        apply(changes, found.tables)
    elif first or groups:
        found.joined = True
        _join(changes, found.tables)


def _line(number: int, payload: bytes, type_: type[T], found: Salvaged) -> T | None:
    """Return what a whole line of the journal holds, none where another akapen wrote it otherwise."""
    try:
        return msgspec.json.decode(payload, type=type_)
    except (ValueError, RecursionError):
        found.problems.append(f"line {number} of the journal is none of this akapen's")
        return None


def _join(changes: Iterable[Operation], tables: Tables) -> None:
    known = {name: {identity_of(name, raw): at for at, raw in tables[name].items()} for name in IDENTITY}
    for name, _, raw in changes:
        if bytes(raw) != GONE and name in IDENTITY:
            new = max(tables[name], default=0) + 1
            tables[name][known[name].setdefault(identity_of(name, raw), new)] = raw


def identity_of(name: str, raw: msgspec.Raw) -> Identity:
    """Return what makes a document of a table the one that it is; nothing where it can't be told."""
    try:
        document = msgspec.json.decode(raw, type=dict[str, Any])
        return tuple(map(str, (document[key] for key in IDENTITY[name])))
    except (ValueError, KeyError, RecursionError):
        return ()
