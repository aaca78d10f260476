"""Columns of tables: what a field's is called beside those that tell of the article."""

from collections.abc import Collection

from store.schema import Schema


def field_columns(schema: Schema, taken: Collection[str]) -> dict[str, str]:
    """Return the name of each field's column by the field's id.

    It is the id, but `record.title` where the table has another column `title`: many readers of tables take
    one of two that are called alike and drop the other without a word.

    Args:
        schema: which fields there are.
        taken: the names of the other columns.
    """
    return {field.id: f"record.{field.id}" if field.id in taken else field.id for field in schema.fields}
