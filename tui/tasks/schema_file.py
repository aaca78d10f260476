"""A schema as a file: as it was written where that is known, else made of what the schema says."""

from store.schema import Schema
from store.schemas.loading import parse_schema, schema_text, shipped_schemas, shipped_text
from store.schemas.writing import schema_toml


def schema_file(schema: Schema, name: str | None) -> str:
    """Return the text of a schema file.

    Args:
        schema: the schema.
        name: the file or the shipped schema that it was loaded from, if from one.
    """
    if name is not None or schema.name in shipped_schemas():
        text, source = shipped_text(schema.name) if name is None else schema_text(name)
        if parse_schema(text, source) == schema:
            return text
    return schema_toml(schema)
