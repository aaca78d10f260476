"""What keys do to the record: going through its fields, editing their values, giving spans to them."""

from store.schema import Field
from store.value import Value
from tui.review.edits import decide_with_room
from tui.review.form_rows import FormRow, shown_content, shown_value
from tui.review.value_edits import add_value, decide_value, doubles, mark_not_stated, set_value
from tui.screens.choice import Choice, ChoiceScreen
from tui.screens.review_base import ReviewBase


class FieldActions(ReviewBase):
    """Actions on the record form."""

    # -- going -------------------------------------------------------------

    def do_pane_switch(self) -> None:
        """Go between text and form; a value being typed is set first."""
        if self.editor.is_open and not self.apply_edit():
            return
        if self.focused is self.form:
            self.pane.evidence = frozenset()
            self.set_focus(self.pane)
            self.pane.bring_back()
            self.follow_span(self.span)
        else:
            self.set_focus(self.form)
            self.show_evidence()

    def _go_to_row(self, index: int) -> None:
        self.form.cursor = index
        self.show_evidence()

    def do_field_next(self) -> None:
        """Go a row down."""
        self._go_to_row(self.form.cursor + 1)

    def do_field_previous(self) -> None:
        """Go a row up."""
        self._go_to_row(self.form.cursor - 1)

    def do_field_page_down(self) -> None:
        """Go down by the rows in view."""
        self._go_to_row(self.form.cursor + max(1, self.form.size.height - 1))

    def do_field_page_up(self) -> None:
        """Go up by the rows in view."""
        self._go_to_row(self.form.cursor - max(1, self.form.size.height - 1))

    def do_field_first(self) -> None:
        """Go to the first row."""
        self._go_to_row(0)

    def do_field_last(self) -> None:
        """Go to the last row."""
        self._go_to_row(len(self.form.rows) - 1)

    # -- editing -----------------------------------------------------------

    def do_field_edit(self) -> None:
        """Edit the current value."""
        if self.form.current is not None:
            self._open_editor(self.form.current)

    def do_field_add(self) -> None:
        """Add a value to a list field."""
        row = self.form.current
        if row is None:
            return
        if not row.field.many and row.value is not None:
            self.say("did.not_a_list", field=self.language.name(row.field.name))
            return
        self._open_editor(FormRow(row.field, None, True))

    def _open_editor(self, row: FormRow) -> None:
        self.editor.open(row, self.session.article.published)
        self.set_focus(self.editor.entry)
        self.call_after_refresh(self.form.reveal)

    def do_edit_apply(self) -> None:
        """Set the typed value."""
        self.apply_edit()

    def do_edit_leave(self) -> None:
        """Leave the value as it was."""
        self.editor.close()
        self.set_focus(self.form)

    def do_edit_code_next(self) -> None:
        """Go to the next code that fits."""
        self.editor.choose(1)

    def do_edit_code_previous(self) -> None:
        """Go to the code before."""
        self.editor.choose(-1)

    def apply_edit(self) -> bool:
        """Set the typed value if it can be one, and leave the editor; returns whether that could be done."""
        row, typed = self.editor.row, self.editor.typed()
        if row is None:
            return True
        if typed.value is None:
            self.editor.refuse(typed.problem)
            return False
        besides = row.value.id if row.value else ""
        if row.value and doubles(self.session.annotation, row.field, typed.value, besides=besides):
            self.editor.refuse("check.already_there")
            return False
        self.editor.close()
        self.set_focus(self.form)
        self._set(row, typed.value)
        return True

    def _set(self, row: FormRow, value: Value) -> None:
        annotation = self.session.annotation
        words = f"{self.language.name(row.field.name)} {value}"
        if row.value is not None and row.value.value is not None:
            self.edit("field.edit", words, set_value(annotation, row.value.id, value))
            return
        self.edit("field.edit", words, add_value(annotation, self.session.schema, row.field, value))
        made = [
            one
            for one in self.form.rows
            if one.field.id == row.field.id and one.value and one.value.value == value
        ]
        if made and made[0].value:
            self.form.go_to(row.field.id, made[0].value.id)

    def do_field_not_stated(self) -> None:
        """Mark the field as not stated; marked so already, take the mark away."""
        row = self.form.current
        if row is None:
            return
        annotation, words = self.session.annotation, self.language.name(row.field.name)
        if row.value is not None and row.value.value is None:
            self.edit("field.not_stated", words, decide_value(annotation, row.value.id, "rejected"))
        else:
            self.edit("field.not_stated", words, mark_not_stated(annotation, self.session.schema, row.field))

    # -- giving a span to a field ------------------------------------------

    async def do_field_assign(self) -> None:
        """Ask for a field and give it the current span."""
        span = self.span
        if span is None:
            self.say("did.no_span")
            return
        fields = self.session.schema.fields_of(span.label)
        if not fields:
            self.say("did.no_fields", label=span.label)
            return
        choices = [self._field_choice(field) for field in fields]
        title = self.language("choice.field", text=span.text)
        await self.app.push_screen(ChoiceScreen(self.keys, self.language, title, choices), self._assign)

    def _field_choice(self, field: Field) -> Choice:
        """Return a field with the value that it would get, and those that it has."""
        language = self.language
        values = [value for value in self.session.annotation.values if value.field == field.id]
        now = [shown_value(field, value, language) for value in values if value.status != "rejected"]
        readings = self.session.reading(field, self.span) if self.span else ()
        would_be = shown_content(field, readings[0], language) if readings else language("mark.empty")
        then = language("choice.value_now", values=" / ".join(now) or language("mark.empty"))
        about = f"{language.both(field.name)}: {would_be} ({then})"
        return Choice(field.id, language.name(field.name), would_be, about)

    def _assign(self, field_id: str | None) -> None:
        field, span = self.session.schema.field(field_id or ""), self.span
        if field is None or span is None:
            return
        name, readings = self.language.name(field.name), self.session.reading(field, span)
        if not readings:
            self.say("did.cannot_read", field=name, text=span.text)
            return
        annotation = self.session.annotation
        after = add_value(annotation, self.session.schema, field, readings[0], (span.id,))
        after = decide_with_room(after, span.id, "accepted", overlap=self.session.schema.overlap)
        self.edit("field.assign", f"{name} {span.text}", after)
        self.follow_span(span)
        self.say("did.assigned", field=name, value=readings[0])
