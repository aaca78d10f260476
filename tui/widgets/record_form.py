"""The record form: every field of the record with its values, their state and what looks wrong about them."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.form_rows import FormRow, shown_value
from tui.language import Language
from tui.widgets.rows import Piece, padded, row

WIDE = 56
"""Cells; a form as wide as this shows field names in both languages."""

_STATES = {"accepted": "✓", "suggested": "?", "rejected": "✗"}


class RecordForm(ScrollView, can_focus=True, inherit_bindings=False):
    """The rows of a record with one of them current. The review screen binds the keys."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "form--name", "form--cursor", "form--suggested", "form--rejected", "form--empty", "form--supported",
        "form--warning",
    }  # fmt: skip
    DEFAULT_CSS = """
    RecordForm { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; }
    RecordForm > .form--name { color: $text-muted; }
    RecordForm > .form--cursor { background: $panel; }
    RecordForm:focus > .form--cursor { text-style: reverse; }
    RecordForm > .form--suggested { text-style: underline; }
    RecordForm > .form--rejected { text-style: strike; color: $text-muted; }
    RecordForm > .form--empty { color: $text-muted; }
    RecordForm > .form--supported { color: $accent; text-style: bold; }
    RecordForm > .form--warning { color: $warning; text-style: bold; }
    """

    cursor: var[int] = var(0)
    """The current row."""

    class Clicked(Message):
        """A row was clicked."""

        def __init__(self, form: "RecordForm", twice: bool) -> None:
            super().__init__()
            self.form = form
            self.twice = twice
            """Whether it was a double click, which asks to edit."""

        @property
        def control(self) -> "RecordForm":
            """The form."""
            return self.form

    def __init__(self, language: Language, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._language = language
        self.rows: tuple[FormRow, ...] = ()
        self._warnings: Mapping[str, str] = {}
        self._supported: frozenset[str] = frozenset()

    @property
    def current(self) -> FormRow | None:
        """The current row, none in a form without fields."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def show(self, rows: Sequence[FormRow], warnings: Mapping[str, str]) -> None:
        """Show other rows; the current one stays current as long as its value, or else its field, is there.

        Args:
            rows: the record.
            warnings: what looks wrong, by the value's id.
        """
        key = self.current.key if self.current else ("", "")
        if tuple(rows) == self.rows and warnings == self._warnings:
            return
        self.rows, self._warnings = tuple(rows), warnings
        self.virtual_size = Size(self.size.width, len(rows))
        self.cursor = self._row_of(*key)
        self.refresh()

    def support(self, fields: frozenset[str]) -> None:
        """Mark the fields that the current span supports."""
        if fields != self._supported:
            self._supported = fields
            self.refresh()

    def go_to(self, field_id: str, value_id: str = "") -> None:
        """Make the row of a value current, or the first of its field."""
        self.cursor = self._row_of(field_id, value_id)

    def _row_of(self, field_id: str, value_id: str) -> int:
        found = [index for index, one in enumerate(self.rows) if one.field.id == field_id]
        exact = [index for index in found if self.rows[index].key == (field_id, value_id)]
        return (exact or found or [min(self.cursor, max(len(self.rows) - 1, 0))])[0]

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, len(self.rows) - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint both rows and keep the current one in view."""
        for index in (old, new):
            self.refresh_line(index)
        self.reveal()

    def reveal(self) -> None:
        """Scroll so that the current row is in view."""
        height = self.scrollable_content_region.height
        if height:
            top = self.scroll_offset.y
            if self.cursor < top:
                self.scroll_to(y=self.cursor, animate=False, force=True)
            elif self.cursor >= top + height:
                self.scroll_to(y=self.cursor - height + 1, animate=False, force=True)

    def refresh_line(self, index: int) -> None:
        """Repaint one row."""
        self.refresh(Region(0, index - self.scroll_offset.y, self.size.width, 1))

    def on_resize(self) -> None:
        """Keep the current row in view."""
        self.virtual_size = Size(self.size.width, len(self.rows))
        self.reveal()

    def on_focus(self) -> None:
        """Show which pane has the keys."""
        self.refresh()

    def on_blur(self) -> None:
        """Show which pane has the keys."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Render one row: name, value, and at the right its state."""
        index, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        base = self.rich_style
        if index >= len(self.rows):
            return Strip.blank(width, base)
        shown = self.rows[index]
        if index == self.cursor:
            base += self._style("cursor")
        return row(self._left(shown, index, width), width, base, self._right(shown))

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"form--{name}", partial=True)

    def _left(self, shown: FormRow, index: int, width: int) -> list[Piece]:
        language, field = self._language, shown.field
        names = language.both(field.name) if width >= WIDE else language.name(field.name)
        supported = field.id in self._supported
        pointer = "▶" if index == self.cursor else "▸" if supported else " "
        name = padded(names if shown.first else "", min(28 if width >= WIDE else 17, width // 2))
        pieces = [
            Piece(pointer, self._style("supported")),
            Piece(name + " ", self._style("supported" if supported else "name")),
            Piece(shown_value(field, shown.value, language), self._value_style(shown)),
        ]
        if shown.value and (warning := self._warnings.get(shown.value.id)):
            pieces.append(Piece(f" {warning}", self._style("warning")))
        return pieces

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
            Piece(_STATES[shown.value.status], self._style("supported")),
        ]

    def on_click(self, event: events.Click) -> None:
        """Make the clicked row current."""
        index = event.y + self.scroll_offset.y
        if 0 <= index < len(self.rows):
            self.cursor = index
            self.post_message(self.Clicked(self, event.chain > 1))
