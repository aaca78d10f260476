"""The rows of the record form: every field with its values, or empty."""

from typing import NamedTuple

from store.annotation import Annotation
from store.schema import Field, Schema
from store.value import FieldValue, Value
from tui.language import Language


class FormRow(NamedTuple):
    """One value of a field, or a field without any."""

    field: Field
    value: FieldValue | None
    first: bool
    """Whether it is the first row of its field."""

    @property
    def key(self) -> tuple[str, str]:
        """Field and value by their ids: what stays when rows come and go."""
        return self.field.id, self.value.id if self.value else ""


def form_rows(annotation: Annotation, schema: Schema) -> tuple[FormRow, ...]:
    """Return the rows in the schema's order; rejected values are only shown where a field has no other."""
    by_field: dict[str, list[FieldValue]] = {}
    for value in annotation.values:
        by_field.setdefault(value.field, []).append(value)
    rows: list[FormRow] = []
    for field in schema.fields:
        values = by_field.get(field.id, [])
        live = [value for value in values if value.status != "rejected"]
        shown = live or values
        rows += [FormRow(field, value, index == 0) for index, value in enumerate(shown)]
        if not shown:
            rows.append(FormRow(field, None, True))
    return tuple(rows)


def shown_value(field: Field, value: FieldValue | None, language: Language) -> str:
    """Return a value as people read it: codes by name, counts with their thousands apart."""
    if value is None:
        return language("mark.empty")
    return language("mark.not_stated") if value.value is None else shown_content(field, value.value, language)


def shown_content(field: Field, content: Value, language: Language) -> str:
    """Return what a value holds as people read it."""
    if isinstance(content, int):
        return f"{content:,}"
    code = field.code(content) if field.type == "code" else None
    return language.name(code.name) if code else content
