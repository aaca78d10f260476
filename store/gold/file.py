"""The gold file as bytes: a TinyDB file whose documents stay undecoded until someone asks for them."""

import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from store.errors import DatasetError, NewerFormatError, UnreadableFileError
from store.gold.codec import decode
from store.gold.twice import twice

Table = dict[int, msgspec.Raw]
"""Undecoded documents by their TinyDB ids."""

Tables = dict[str, Table]
"""All tables by name. Tables that are not ours are carried along."""

FORMAT = "akapen gold"
VERSION = 1
TABLES = ("meta", "schemas", "articles", "annotations", "histories", "steps", "revisions")
META_ID = 1

TOLD_BY_DOCTOR = ": `akapen doctor` tells what can be saved"
"""How the problem of a damaged file ends, for whoever is not the doctor."""

_CHUNK = 1 << 20


class Meta(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The only document of the table `meta`: what kind of file this is."""

    format: str = FORMAT
    version: int = VERSION
    folded: str = ""
    """The id of the last journal that this file holds already."""


class Fingerprint(msgspec.Struct, frozen=True, array_like=True):
    """Which bytes a journal builds on."""

    size: int
    checksum: int


def fingerprint(chunks: Iterable[bytes]) -> Fingerprint:
    """Return the fingerprint of a file's bytes."""
    size = checksum = 0
    for chunk in chunks:
        size, checksum = size + len(chunk), zlib.crc32(chunk, checksum)
    return Fingerprint(size, checksum)


def empty() -> Tables:
    """Return the tables of a dataset that holds nothing yet."""
    return {name: {} for name in TABLES} | {"meta": {META_ID: msgspec.Raw(msgspec.json.encode(Meta()))}}


def parse(data: bytes, path: Path) -> Tables:
    """Return a gold file's tables, documents undecoded (they share the memory of `data`).

    Raises:
        UnreadableFileError: it is empty or no JSON.
        DatasetError: it is damaged, or JSON of something else.
    """
    if not data.strip():
        raise UnreadableFileError(path, "empty, not a gold dataset: delete it or give another file")
    _check_utf8(data, path)
    try:
        found = msgspec.json.decode(data, type=dict[str, dict[str, msgspec.Raw]])
    except msgspec.ValidationError:
        raise DatasetError(path, "JSON of something else, not a gold dataset: give another file") from None
    except (msgspec.DecodeError, RecursionError) as error:
        raise DatasetError(path, _damage(str(error))) from None
    if "meta" not in found:
        raise DatasetError(path, "a TinyDB file of something else, not a gold dataset: give another file")
    tables = {name: _numbered(table, name, path) for name, table in found.items()}
    if sum(map(len, render(tables))) != len(data) and (place := twice(data, found)):
        raise DatasetError(
            path, _damage("something is there twice, and all but the last would be lost"), place
        )
    return empty() | tables


def _check_utf8(data: bytes, path: Path) -> None:
    """Look at the encoding by chunks, so that no copy of the whole is made."""
    view, start = memoryview(data), 0
    while start < len(data):
        end = min(start + _CHUNK, len(data))
        while end < len(data) and data[end] & 0xC0 == 0x80 and end - start < _CHUNK + 4:
            end += 1
        try:
            str(view[start:end], "utf-8")
        except UnicodeDecodeError as error:
            place = f"byte {start + error.start}"
            raise DatasetError(path, _damage("bytes that are not UTF-8"), place) from None
        start = end


def _damage(problem: str) -> str:
    return f"damaged, or no gold dataset ({problem}){TOLD_BY_DOCTOR}"


def _numbered(table: dict[str, msgspec.Raw], name: str, path: Path) -> Table:
    try:
        numbered = {int(key): raw for key, raw in table.items()}
    except ValueError:
        raise DatasetError(path, "has a document without a number: not a gold dataset", name) from None
    if len(numbered) < len(table):
        raise DatasetError(path, _damage("two documents have one number, as 1 and 01"), name)
    return numbered


def meta(tables: Tables, path: Path) -> Meta:
    """Return what kind of file it is.

    Raises:
        DatasetError: of something else.
        NewerFormatError: of a newer akapen.
    """
    raw = tables["meta"].get(META_ID)
    if raw is None or decode(raw, dict, path, f"meta[{META_ID}]").get("format") != FORMAT:
        raise DatasetError(path, "a TinyDB file of something else, not a gold dataset: give another file")
    version = decode(raw, dict, path, f"meta[{META_ID}]").get("version")
    if isinstance(version, int) and version > VERSION:
        problem = f"made by a newer akapen (format {version}, this one knows {VERSION}): update akapen"
        raise NewerFormatError(path, problem)
    return decode(raw, Meta, path, f"meta[{META_ID}]")


def render(tables: Tables) -> Iterator[bytes]:
    """Yield the bytes of a gold file, a line a document, in the order of the tables and their documents."""
    opening = b"{\n"
    for name, table in tables.items():
        yield opening + msgspec.json.encode(name) + b": {"
        separator = b"\n"
        for number, raw in table.items():
            yield b'%b"%d": %b' % (separator, number, bytes(raw))
            separator = b",\n"
        yield b"\n}" if table else b"}"
        opening = b",\n"
    yield b"\n}\n"
