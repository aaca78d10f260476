"""A schema written as a schema file, for one that is known without the file it came from."""

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from store.schema import Schema

_WIDTH = 100
"""Characters; a longer list or table is written with an item a line."""


def schema_toml(schema: Schema) -> str:
    """Return a schema as TOML that reads back the same; what is empty is left out."""
    entries = msgspec.to_builtins(schema)
    tables = [(name, one) for name in ("labels", "fields", "checks") for one in entries.pop(name)]
    return "\n".join([_lines(entries), *(f"[[{name}]]\n{_lines(one)}" for name, one in tables)])


def _lines(table: dict[str, Any]) -> str:
    return "".join(f"{line}\n" for key, value in _stated(table) for line in _pair(key, value))


def _pair(key: str, value: Any) -> Iterator[str]:
    line = f"{key} = {_inline(value)}"
    if len(line) <= _WIDTH or isinstance(value, str):
        yield line
    elif isinstance(value, dict):
        yield from (f"{key}.{part} = {_inline(one)}" for part, one in _stated(value))
    else:
        yield f"{key} = ["
        yield from (f"    {_inline(one)}," for one in value)
        yield "]"


def _stated(table: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    return ((key, value) for key, value in table.items() if value is not None and value != ())


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_inline(one)}" for key, one in _stated(value)) + " }"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_inline, value))}]"
    return json.dumps(value, ensure_ascii=False).replace(
        "\x7f", "\\u007f"
    )  # else a TOML string is a JSON one
