"""The record that another tool's file gives an article, as values of a schema of ours."""

import re
from collections.abc import Generator, Iterable, Mapping, Sequence
from typing import Any

from store.formats.foreign import Foreign
from store.formats.reading import Notice
from store.published import iso_date
from store.schema import Field, Schema
from store.span import Decision, Span
from store.value import FieldValue, Value

Support = Mapping[str, Sequence[Span]]
"""The spans that are evidence of the values of a field."""

_INTEGER = re.compile(r"\d{1,18}")
"""As many digits as 64 bits hold for certain; no count of people or yen has more."""


def values_of(
    foreign: Foreign, schema: Schema, support: Support, origin: str, status: Decision
) -> Generator[Notice, None, tuple[FieldValue, ...]]:
    """Return the values, and the fields that aren't stated; what is no value of the schema is yielded.

    A field that is null has no value, as other programs print it.
    """
    values: list[FieldValue] = []

    def add(field: str, value: Value | None, evidence: Iterable[str] = ()) -> None:
        number = f"v{len(values) + 1}"
        values.append(FieldValue(number, field, value, tuple(evidence), origin=origin, status=status))

    for field_id, stated in foreign.record.items():
        field = schema.field(field_id)
        found = [one for one in (stated if isinstance(stated, list) else [stated]) if one is not None]
        for one in found:
            value = _typed(field, one)
            if value is None:
                yield Notice(foreign.where, f"{field_id} = {one!r} is no value of this schema; left out")
            else:
                add(field_id, value, _evidence(value, support.get(field_id, ()), alone=len(found) == 1))
    for field_id in foreign.not_stated:
        if schema.field(field_id) and field_id not in foreign.record:
            add(field_id, None)
    return tuple(values)


def _evidence(value: Value, spans: Sequence[Span], *, alone: bool) -> list[str]:
    """A value that is alone is supported by all spans of its field, others by those that say the same."""
    return [span.id for span in spans if alone or span.text == str(value)]


def _typed(field: Field | None, stated: Any) -> Value | None:
    """Return a stated value as one of the field's type, none when it can't be."""
    text = str(stated).strip()
    if field is None or not text or isinstance(stated, bool | dict | list):
        return None
    if field.type == "integer":
        return int(text) if _INTEGER.fullmatch(text) else None
    if field.type == "date":
        return iso_date(text)
    return text if field.type == "text" or text in field.code_ids else None
