"""A schema written as a schema file, for one that is known without the file it came from."""

from typing import Any

import msgspec
import tomli_w

from store.schema import Schema


def schema_toml(schema: Schema) -> str:
    """Return a schema as TOML that reads back the same; what is empty is left out."""
    return tomli_w.dumps(_stated(msgspec.to_builtins(schema)))


def _stated(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _stated(one) for key, one in value.items() if one is not None and one != ()}
    if isinstance(value, tuple):
        return [_stated(one) for one in value]
    return value
