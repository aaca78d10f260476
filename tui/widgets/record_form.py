"""The record form: every field of the record with its values, their state and what looks wrong about them."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import ClassVar

from rich.style import Style
from textual.strip import Strip

from store.schema import Names
from tui.language import Language
from tui.review.form_rows import FormRow, shown_value
from tui.widgets.decision_marks import DECISION_MARKS
from tui.widgets.line_list import LineList
from tui.widgets.rows import Piece, padded, row, width_of

VALUE_CELLS = 40
"""Left for values beside names in both languages; a form with less room shows one."""

LEAST_VALUE_CELLS = 16
"""Left for values in any case."""


class RecordForm(LineList):
    """The rows of a record with one of them current. The review screen binds the keys."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "form--name", "form--cursor", "form--suggested", "form--rejected", "form--empty", "form--supported",
        "form--warning",
    }  # fmt: skip
    DEFAULT_CSS = """
    RecordForm > .form--name { color: $dim; }
    RecordForm > .form--cursor { background: $panel; }
    RecordForm:focus > .form--cursor { text-style: reverse; }
    RecordForm > .form--suggested { text-style: underline; }
    RecordForm > .form--rejected { text-style: strike; color: $dim; }
    RecordForm > .form--empty { color: $dim; }
    RecordForm > .form--supported { color: $accent; text-style: bold; }
    RecordForm > .form--warning { color: $warning; text-style: bold; }
    """

    def __init__(self, language: Language, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._language = language
        self.rows: tuple[FormRow, ...] = ()
        self._warnings: Mapping[str, str] = {}
        self._supported: frozenset[str] = frozenset()
        self._names = lru_cache(4)(self._named)

    @property
    def current(self) -> FormRow | None:
        """The current row, none in a form without fields."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def show(self, rows: Sequence[FormRow], warnings: Mapping[str, str]) -> None:
        """Show other rows; the current one stays current, or where its value is gone, the field's next to it.

        Args:
            rows: the record.
            warnings: what looks wrong, by the value's id.
        """
        if tuple(rows) == self.rows and warnings == self._warnings:
            return
        key = self.current.key if self.current else ("", "")
        self.rows, self._warnings = tuple(rows), warnings
        self._names.cache_clear()
        self.rebuilt(self._row_of(*key))

    def support(self, fields: frozenset[str]) -> None:
        """Mark the fields that the current span supports."""
        changed, self._supported = fields ^ self._supported, fields
        for index, one in enumerate(self.rows):
            if one.field.id in changed:
                self.refresh_item(index)

    def go_to(self, field_id: str, value_id: str = "") -> None:
        """Make the row of a value current, or the first of its field."""
        self.cursor = self._row_of(field_id, value_id)

    def _row_of(self, field_id: str, value_id: str) -> int:
        found = [index for index, one in enumerate(self.rows) if one.field.id == field_id]
        exact = [index for index in found if self.rows[index].key == (field_id, value_id)]
        if exact or not found:
            return exact[0] if exact else min(self.cursor, max(len(self.rows) - 1, 0))
        return max(found[0], min(self.cursor, found[-1])) if value_id else found[0]

    def line(self, index: int, width: int, base: Style) -> Strip:
        """Return one row: name, value, and at the right its state."""
        shown = self.rows[index]
        if index == self.cursor:
            base += self._style("cursor")
        return row(self._left(shown, index, width), width, base, self._right(shown))

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"form--{name}", partial=True)

    def _left(self, shown: FormRow, index: int, width: int) -> list[Piece]:
        language, field = self._language, shown.field
        supported = field.id in self._supported
        pointer = "▶" if index == self.cursor else "▸" if supported else " "
        named, column = self._names(width)
        name = padded(named(field.name) if shown.first else "", column)
        pieces = [
            Piece(pointer, self._style("supported")),
            Piece(name + " ", self._style("supported" if supported else "name")),
            Piece(shown_value(field, shown.value, language), self._value_style(shown)),
        ]
        if shown.value and (warning := self._warnings.get(shown.value.id)):
            pieces.append(Piece(f" {warning}", self._style("warning")))
        return pieces

    def _named(self, width: int) -> tuple[Callable[[Names], str], int]:
        """Return how fields are named in so many cells, and the cells of the names' column."""
        both = max((width_of(self._language.both(one.field.name)) for one in self.rows), default=0)
        if both + VALUE_CELLS <= width:
            return self._language.both, both
        one_name = max((width_of(self._language.name(one.field.name)) for one in self.rows), default=0)
        return self._language.name, min(one_name, max(width - LEAST_VALUE_CELLS, width // 2))

    def _value_style(self, shown: FormRow) -> Style:
        if shown.value is None or shown.value.value is None:
            return self._style("empty")
        if shown.value.status == "accepted":
            return Style(bold=True)
        return self._style(shown.value.status)

    def _right(self, shown: FormRow) -> list[Piece]:
        if shown.value is None:
            return []
        warned = shown.value.id in self._warnings
        return [
            Piece("!" if warned else " ", self._style("warning")),
            Piece(DECISION_MARKS[shown.value.status], self._style("supported")),
        ]
