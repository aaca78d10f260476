"""A dataset's own schema: the one that its annotations name, held whole in the table `schemas` or shipped.

A table, not a part of `meta`: a release of akapen that doesn't know it carries it along as it does any table,
while of `meta` each writes what it knows.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import msgspec

from store.errors import DatasetError
from store.gold.codec import decode, encode
from store.gold.file import Table, Tables
from store.schema import Schema
from store.schemas.loading import (
    DEFAULT_SCHEMA,
    dotted,
    examine_entries,
    shipped_schema,
    shipped_schemas,
    ships,
)

TABLE = "schemas"


class _Named(msgspec.Struct):
    name: str = ""


def held_schemas(tables: Tables, path: Path) -> dict[str, Schema]:
    """Return the schemas that a gold file holds, by name; of two with one name, the first.

    Raises:
        DatasetError: one breaks a rule of schemas; names the place, as `schemas[1].labels[0].key`.
    """
    held: dict[str, Schema] = {}
    for number, raw in tables[TABLE].items():
        schema = read_schema(raw, path, f"{TABLE}[{number}]")
        held.setdefault(schema.name, schema)
    return held


def read_schema(raw: msgspec.Raw, path: Path, place: str) -> Schema:
    """Return the schema that a document is, held to all that a schema file is held to.

    Raises:
        DatasetError: it breaks a rule of schemas; names the place.
    """
    schema, found = examine_entries(decode(raw, dict[str, Any], path, place))
    for key, problem in found:
        place = ".".join(filter(None, (place, dotted(key))))
        raise DatasetError(path, f"{problem}; `akapen review --schema FILE` puts a sound one there", place)
    assert schema is not None
    return schema


def names_of(stamps: Counter[str]) -> Counter[str]:
    """Return how many annotations name each schema, whatever its version."""
    names = Counter[str]()
    for stamp, count in stamps.items():
        names[stamp.rpartition(" ")[0]] += count
    del names[""]
    return names


def own_schema(stamps: Counter[str], held: Mapping[str, Schema]) -> Schema | None:
    """Return the one schema that all annotations name; while none names any, the one that the file holds.

    None means that there are none or several, or one that is neither held nor shipped.
    """
    names = names_of(stamps) or held
    if len(names) != 1:
        return None
    [name] = names
    if name in held:
        return held[name]
    return shipped_schema(name) if name in shipped_schemas() else None


def table_with(schema: Schema, table: Table, names: Collection[str], path: Path) -> Table:
    """Return the table `schemas` with a schema in place of any of its name, without those that none names.

    One that akapen ships as it is needn't be held, unless nothing else would tell which one is meant.

    Args:
        schema: what the dataset is to be read by.
        table: as it was.
        names: of the schemas that annotations name.
        path: the file that it is for.
    """
    said = {number: _name(raw) for number, raw in table.items()}
    kept = {number: table[number] for number, name in said.items() if name in names and name != schema.name}
    if schema.name in (*names, DEFAULT_SCHEMA) and ships(schema):
        return kept
    at = next((number for number, name in said.items() if name == schema.name), max(table, default=0) + 1)
    return kept | {at: encode(schema, path, f"{TABLE}[{at}]")}


def _name(raw: msgspec.Raw) -> str:
    """Return what a document that may be damaged is called."""
    try:
        return msgspec.json.decode(raw, type=_Named).name
    except (ValueError, RecursionError):
        return ""
