"""What keys do to the record: going through its fields, editing their values, giving spans to them."""

from store.annotation import Annotation
from store.schema import Field
from store.span import Span
from store.value import Value
from tui.review.edits import decide_with_room
from tui.review.evidence import present_value, supported, told_by, with_evidence_of_its_own
from tui.review.form_rows import FormRow, shown_content, shown_value
from tui.review.proposals import proposals
from tui.review.value_edits import (
    accept_value,
    add_value,
    decide_value,
    doubles,
    mark_not_stated,
    set_value,
    values_of,
)
from tui.screens.choice import Choice, ChoiceScreen
from tui.screens.review_base import ReviewBase


class FieldActions(ReviewBase):
    """Actions on the record form."""

    # -- going -------------------------------------------------------------

    def do_pane_switch(self) -> None:
        """Go between text and form; a value being typed is set first."""
        editing = self.editor.is_open
        if editing and not self.apply_edit():
            return
        if editing or self.focused is self.form:
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

    def _open_editor(self, row: FormRow, evidence: tuple[str, ...] = ()) -> None:
        session = self.session
        proposed = (
            proposals(session.annotation, row.field, row.value, session.reading) if not evidence else ()
        )
        self.editor.open(row, session.article.published, evidence, proposed)
        self.set_focus(self.editor.entry)
        self.call_after_refresh(self.form.reveal)

    def do_edit_apply(self) -> None:
        """Set the typed value."""
        self.apply_edit()

    def do_edit_leave(self) -> None:
        """Leave the value as it was."""
        self._leave_editor()

    def _leave_editor(self) -> None:
        """Go back to where the editor was opened: to the text where a span was given to a field."""
        self.set_focus(self.pane if self.editor.evidence else self.form)
        self.editor.close()

    def do_edit_code_next(self) -> None:
        """Go to the next code that fits, or the next proposal."""
        self.editor.choose(1)

    def do_edit_code_previous(self) -> None:
        """Go to the one before."""
        self.editor.choose(-1)

    async def do_quit(self) -> None:
        """Set a value that is being typed, then leave; what can't be one is told and stays."""
        if not self.editor.holds_work or self.apply_edit():
            await super().do_quit()

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
        self._leave_editor()
        self._set(row, typed.value, self.editor.chosen_evidence)
        return True

    def _set(self, row: FormRow, content: Value, evidence: tuple[str, ...]) -> None:
        annotation, schema = self.session.annotation, self.session.schema
        if row.value is not None and row.value.value is not None:
            after = told_by(set_value(annotation, row.value.id, content), row.value.id, evidence)
        else:
            after = add_value(annotation, schema, row.field, content, evidence)
        live = (value for value in values_of(after, row.field.id) if value.status != "rejected")
        if value := next((value for value in live if value.value == content), None):
            after = accept_value(after, value.id) if evidence else after
            after = with_evidence_of_its_own(after, row.field, value.id, self.session.reading)
            shown = shown_content(row.field, content, self.language)
            self.edit("field.edit", f"{self.language.name(row.field.name)} {shown}", after)
            self.form.go_to(row.field.id, value.id)
            if self.place == "form":
                self.show_evidence()
            else:
                self.follow_span(self.span)

    def do_field_not_stated(self) -> None:
        """Mark the field as not stated; marked so already, take the mark away."""
        row = self.form.current
        if row is None:
            return
        annotation, name = self.session.annotation, self.language.name(row.field.name)
        if row.value is not None and row.value.value is None:
            self.edit("field.not_stated", name, decide_value(annotation, row.value.id, "rejected"))
            return
        dropped = self._present(row.field)
        self.edit("field.not_stated", name, mark_not_stated(annotation, self.session.schema, row.field))
        if dropped:
            self.say("did.not_stated_over", field=name, values=dropped)

    def _present(self, field: Field) -> str:
        """Return the values that a field has, in words; empty where it has none."""
        values = values_of(self.session.annotation, field.id)
        shown = (shown_value(field, value, self.language) for value in values if value.status != "rejected")
        return " / ".join(shown)

    # -- giving a span to a field ------------------------------------------

    async def do_field_assign(self) -> None:
        """Ask for a field and give it the current span."""
        span = self.span
        if span is None:
            self.say_no_span()
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
        language, empty = self.language, self.language("mark.empty")
        readings = self.session.reading(field, self.span) if self.span else ()
        would_be = shown_content(field, readings[0], language) if readings else empty
        present = self._present(field)
        now = language("choice.value_now", values=present or empty)
        about = f"{language.both(field.name)}: {would_be} ({now})"
        hint = would_be if readings or not present else now
        return Choice(field.id, language.name(field.name), hint, about)

    def _assign(self, field_id: str | None) -> None:
        field, span = self.session.schema.field(field_id or ""), self.span
        if field is None or span is None:
            return
        annotation, readings = self.session.annotation, self.session.reading(field, span)
        if readings:
            after = add_value(annotation, self.session.schema, field, readings[0], (span.id,))
            self._assigned(field, span, after, "did.assigned", readings[0])
            return
        row = self.form.current
        preferred = row.value.id if row and row.value else ""
        if (present := present_value(annotation, field, preferred)) and present.value is not None:
            after = supported(annotation, present, span.id)
            self._assigned(field, span, after, "did.supported", present.value)
            return
        self.form.go_to(field.id)
        self._open_editor(FormRow(field, None, True), (span.id,))
        self.say("did.type_value", field=self.language.name(field.name), text=span.text)

    def _assigned(self, field: Field, span: Span, after: Annotation, said: str, content: Value) -> None:
        name = self.language.name(field.name)
        after = decide_with_room(after, span.id, "accepted", overlap=self.session.schema.overlap)
        self.edit("field.assign", f"{name} {span.text}", after)
        self.follow_span(span)
        self.say(said, field=name, value=shown_content(field, content, self.language), text=span.text)
