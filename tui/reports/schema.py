"""A schema as tables, and the verdict on a schema file."""

from rich import box
from rich.table import Table

from store.errors import SchemaError
from store.schema import Names, Schema
from store.schemas.loading import load_schema
from tui.language import preferred
from tui.printing import console, harmless, say


def check(path: str) -> int:
    """Say whether a schema file is good, built-in extractors included; returns the exit status.

    Raises:
        UnreadableFileError: the file can't be read at all.
    """
    from extract.extractor import Extractor

    try:
        schema = load_schema(path)
        Extractor(schema)
    except SchemaError as error:
        say(f"akapen: {error}")
        return 1
    say(f"akapen: {path}: good; {schema.stamp}: {len(schema.labels)} labels, {len(schema.fields)} fields")
    return 0


def print_schema(schema: Schema) -> None:
    """Print labels and fields on stdout."""
    labels = Table(
        title=harmless(f"{schema.stamp}  {_both(schema.title)}"), title_justify="left", box=box.SIMPLE_HEAD
    )
    for heading in ("key", "label", "name", "definition"):
        labels.add_column(heading, overflow="fold")
    for label in schema.labels:
        labels.add_row(label.key, label.id, harmless(_both(label.name)), harmless(_chosen(label.definition)))
    fields = Table(box=box.SIMPLE_HEAD)
    for heading in ("field", "name", "type", "labels", "definition"):
        fields.add_column(heading, overflow="fold")
    for field in schema.fields:
        kind = f"list of {field.type}" if field.many else field.type
        labelled = " ".join(field.labels)
        fields.add_row(
            field.id, harmless(_both(field.name)), kind, labelled, harmless(_chosen(field.definition))
        )
    out = console()
    out.print(labels)
    out.print(fields)


def _both(names: Names) -> str:
    return f"{names.ja} {names.en}"


def _chosen(names: Names) -> str:
    return names.ja if preferred() == "ja" else names.en
