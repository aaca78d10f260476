"""A schema as a file: as it was written where that is known, else made of what the schema says."""

from pathlib import Path

from store.schema import Schema
from store.schemas.loading import parse_schema, schema_text, shipped_schemas, shipped_text
from store.schemas.writing import schema_toml


def schema_file(schema: Schema, name: str | None) -> str:
    """Return the text of a schema file.

    Args:
        schema: the schema.
        name: the file or the shipped schema that it was loaded from, if from one.
    """
    written = _written(schema, name)
    if written and parse_schema(*written) == schema:
        return written[0]
    return schema_toml(schema)


def _written(schema: Schema, name: str | None) -> tuple[str, str] | None:
    """Return the text that it was loaded from, and how errors call that; none of a pipe: it is read once."""
    if name is None:
        return shipped_text(schema.name) if schema.name in shipped_schemas() else None
    return schema_text(name) if name in shipped_schemas() or Path(name).is_file() else None
