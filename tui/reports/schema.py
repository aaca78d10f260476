"""A schema as tables, and the verdict on a schema file."""

from collections.abc import Sequence

from rich import box
from rich.table import Table

from store.errors import SchemaError
from store.plural import number_of
from store.schema import Names, Schema
from tui.language import preferred
from tui.printing import console, harmless, print_json, say


def print_check(path: str, schema: Schema | None, faults: Sequence[SchemaError], *, as_json: bool) -> None:
    """Print whether a schema file is good: what is wrong with it on stderr, or one JSON object on stdout."""
    if as_json:
        wrong = [{"place": fault.place, "problem": fault.problem} for fault in faults]
        print_json({"source": path, "good": not faults, "faults": wrong}, indent=2)
        return
    for fault in faults:
        say(f"akapen: {fault}")
    if schema and not faults:
        labels, fields = number_of(len(schema.labels), "label"), number_of(len(schema.fields), "field")
        say(f"akapen: {path}: good; {schema.stamp}: {labels}, {fields}")


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
