"""A schema: the labels, the record's fields and the declarative rules of one domain."""

from functools import cached_property
from typing import Literal

import msgspec

FieldType = Literal["text", "integer", "date", "code"]
Pick = Literal["first", "last", "largest", "most", "all"]
"""How a field without an extractor of its own chooses among its evidence."""


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name in the two languages of the interface."""

    ja: str
    en: str


class Label(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """A kind of span."""

    id: str
    key: str
    """The digit, 1 to 9 or 0, that sets it."""
    name: Names
    colour: str
    """`#rrggbb`; the screen also underlines and tags, so that no one depends on it."""
    definition: Names
    extractors: tuple[str, ...] = ()
    """Ids of built-in extractors, such as `dates` or `organisations`."""
    terms: tuple[str, ...] = ()
    """Words that are this label wherever they stand."""
    patterns: tuple[str, ...] = ()
    """Regular expressions; a group named `span` narrows the span to it."""
    exclude: tuple[str, ...] = ()
    """Words around which neither terms nor patterns apply."""


class Code(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One admissible value of a code field."""

    id: str
    name: Names
    terms: tuple[str, ...] = ()
    """Surfaces of evidence that mean this code."""


class Field(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True, rename={"many": "list"}):
    """One field of the record."""

    id: str
    name: Names
    type: FieldType
    definition: Names
    many: bool = False
    """Whether it holds several values (`list` in the file)."""
    labels: tuple[str, ...] = ()
    """Labels whose spans can be its evidence."""
    codes: tuple[Code, ...] = ()
    extractor: str | None = None
    """Id of a built-in role rule that fills it."""
    cues: tuple[str, ...] = ()
    """Words near its evidence, for fields without an extractor."""
    pick: Pick = "first"

    @cached_property
    def code_ids(self) -> frozenset[str]:
        """The ids of its codes."""
        return frozenset(code.id for code in self.codes)

    def code(self, code_id: str) -> Code | None:
        """Return the code of that id, if it has one."""
        return next((code for code in self.codes if code.id == code_id), None)


class Check(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two fields whose values must not contradict each other: `lower` must not lie above `upper`."""

    lower: str
    upper: str


class Schema(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Labels and fields of one domain, as loaded from a TOML file."""

    name: str
    version: str
    title: Names
    labels: tuple[Label, ...]
    fields: tuple[Field, ...] = ()
    checks: tuple[Check, ...] = ()
    overlap: bool = False
    """Whether spans of one article may overlap."""

    @cached_property
    def _labels(self) -> dict[str, Label]:
        return {label.id: label for label in self.labels}

    @cached_property
    def _fields(self) -> dict[str, Field]:
        return {field.id: field for field in self.fields}

    @property
    def stamp(self) -> str:
        """Name and version in one, as annotations carry it."""
        return f"{self.name} {self.version}"

    def label(self, label_id: str) -> Label | None:
        """Return the label of that id, if there is one."""
        return self._labels.get(label_id)

    def label_by_key(self, key: str) -> Label | None:
        """Return the label that a digit key sets, if there is one."""
        return next((label for label in self.labels if label.key == key), None)

    def field(self, field_id: str) -> Field | None:
        """Return the field of that id, if there is one."""
        return self._fields.get(field_id)

    def fields_of(self, label_id: str) -> tuple[Field, ...]:
        """Return the fields that spans of a label can be evidence of, in order."""
        return tuple(field for field in self.fields if label_id in field.labels)
