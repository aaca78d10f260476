"""Lazy tables: documents in the shape that TinyDB expects, each decoded only when it is asked for."""

from collections.abc import Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Any

import msgspec

from store.gold.codec import decode, encode
from store.gold.file import Table, Tables

Document = dict[str, Any]


class LazyTable(Mapping[str, Document]):
    """A table as TinyDB reads it from a storage."""

    def __init__(self, table: Table, name: str, path: Path) -> None:
        self._table = table
        self._name = name
        self._path = path

    def __getitem__(self, key: str) -> Document:
        """Decode the document of that id."""
        return decode(self._table[int(key)], dict, self._path, f"{self._name}[{key}]")

    def __iter__(self) -> Iterator[str]:
        """Yield the ids as TinyDB has them, as strings."""
        return map(str, self._table)

    def __len__(self) -> int:
        """How many documents there are."""
        return len(self._table)

    @staticmethod
    def encoded(table: Mapping[str, Any], name: str, path: Path) -> Table:
        """Return any table that TinyDB writes as undecoded documents."""
        if isinstance(table, LazyTable):
            return table._table
        return {int(key): encode(value, path, f"{name}[{key}]") for key, value in table.items()}


class Changes(MutableMapping[int, Document]):
    """A table as TinyDB's operations change it, which knows afterwards what they changed."""

    def __init__(self, table: Table, name: str, path: Path) -> None:
        self._table = table
        self._name = name
        self._path = path
        self._seen: dict[int, Document | None] = {}

    def __getitem__(self, number: int) -> Document:
        """Decode the document of that id; the operation may change it in place."""
        if number not in self._seen:
            self._seen[number] = decode(self._table[number], dict, self._path, f"{self._name}[{number}]")
        document = self._seen[number]
        if document is None:
            raise KeyError(number)
        return document

    def __setitem__(self, number: int, document: Document) -> None:
        """Put a document in."""
        self._seen[number] = document

    def __delitem__(self, number: int) -> None:
        """Take a document out."""
        if number not in self:
            raise KeyError(number)
        self._seen[number] = None

    def __contains__(self, number: object) -> bool:
        """Whether there is a document of that id, without decoding it."""
        return self._seen[number] is not None if number in self._seen else number in self._table

    def __iter__(self) -> Iterator[int]:
        """Yield the ids."""
        yield from (number for number in self._table if number in self)
        yield from (number for number in self._seen if number not in self._table and number in self)

    def __len__(self) -> int:
        """How many documents there are."""
        return sum(1 for _ in self)

    def operations(self) -> Iterator[tuple[str, int, msgspec.Raw]]:
        """Yield what differs from the table by now."""
        for number, document in self._seen.items():
            place = f"{self._name}[{number}]"
            raw = msgspec.Raw(b"null") if document is None else encode(document, self._path, place)
            if number not in self._table or bytes(raw) != bytes(self._table[number]):
                yield self._name, number, raw


def differences(old: Tables, new: Tables) -> Iterator[tuple[str, int, msgspec.Raw]]:
    """Yield the changes that lead from some tables to others."""
    gone: Table = {}
    for name in old.keys() | new.keys():
        before, after = old.get(name, gone), new.get(name, gone)
        for number in before.keys() - after.keys():
            yield name, number, msgspec.Raw(b"null")
        for number, raw in after.items():
            if number not in before or (before[number] is not raw and bytes(before[number]) != bytes(raw)):
                yield name, number, raw
