"""What keys do to spans: going to them, deciding on them, making, moving and relabelling them."""

from bisect import bisect_left, bisect_right

from store.annotation import Annotation
from store.schema import Label
from store.span import Decision, Span
from tui.keyboard.keys import LABEL_KEYS
from tui.review.edges import Edge, moved
from tui.review.edits import (
    accept_all,
    add_span,
    decide_with_room,
    in_the_way,
    move_span,
    new_span,
    place,
    relabel,
    with_room,
)
from tui.review.form_rows import shown_value
from tui.review.value_edits import accept_value, decide_value, follow, unlink
from tui.screens import record_warnings
from tui.screens.keyed import NO_KEY
from tui.screens.review_base import ReviewBase


class SpanActions(ReviewBase):
    """Actions on spans; accepting and rejecting are for the record's values as well."""

    # -- going -------------------------------------------------------------

    def do_span_next(self) -> None:
        """Go to the next span behind the current one, or behind the cursor."""
        spans = self.session.annotation.spans
        following = bisect_right(spans, self._here, key=place)
        self._go(spans[following] if following < len(spans) else None)

    def do_span_previous(self) -> None:
        """Go to the last span before the current one, or before the cursor."""
        spans = self.session.annotation.spans
        before = bisect_left(spans, self._here, key=place) - 1
        self._go(spans[before] if before >= 0 else None)

    @property
    def _here(self) -> tuple[int, int]:
        """The place of the current span, or of the cursor before all spans that begin there."""
        return place(self.span) if self.span else (self.pane.cursor, 0)

    def _go(self, span: Span | None) -> None:
        target = span or self.span
        if target is None:
            self.say_no_span()
        else:
            self.go_to_span(target)

    def go_to_next_undecided(self, after: int) -> None:
        """Go to the next undecided span; when none is left, to the next undecided value."""
        span = self.next_undecided_span(after)
        if span is not None:
            self.set_focus(self.pane)
            self.go_to_span(span)
        else:
            self.go_to_undecided_value(self.form.cursor)

    def go_to_undecided_value(self, first: int) -> None:
        """Go to the next undecided value from a row on, round the end; when none is left, to such a span."""
        rows = self.form.rows
        order = [*range(first, len(rows)), *range(min(first, len(rows)))]
        for index in order:
            value = rows[index].value
            if value is not None and value.status == "suggested":
                self.set_focus(self.form)
                self.form.cursor = index
                self.show_evidence()
                return
        if span := self.next_undecided_span(-1):
            self.set_focus(self.pane)
            self.go_to_span(span)

    # -- deciding ----------------------------------------------------------

    def do_span_accept(self) -> None:
        """Accept what is current and go on."""
        self._decide("span.accept", "accepted")

    def do_span_reject(self) -> None:
        """Reject what is current and go on."""
        self._decide("span.reject", "rejected")

    def _decide(self, action: str, decision: Decision) -> None:
        annotation = self.session.annotation
        if self.place == "form":
            row, here = self.form.current, self.form.cursor
            if row is not None and row.value is not None:
                shown = shown_value(row.field, row.value, self.language)
                words = f"{self.language.name(row.field.name)} {shown}"
                decide = accept_value if decision == "accepted" else _reject_value
                self.edit(action, words, decide(annotation, row.value.id))
            self.go_to_undecided_value(here)
            return
        span = self.span
        if span is None:
            self.say_no_span()
            return
        overlap = self.session.schema.overlap
        self.edit(action, span.text, decide_with_room(annotation, span.id, decision, overlap=overlap))
        self.go_to_next_undecided(span.start)

    def do_span_accept_all(self) -> None:
        """Accept everything that is undecided, and say what should be looked at before it is confirmed."""
        words = self.language("did.several", count=self.session.annotation.undecided)
        if self.edit("span.accept_all", words, accept_all(self.session.annotation)):
            doubts = " · ".join(record_warnings.doubts(self.session, self.language))
            self.say("did.accepted_with_doubts" if doubts else "did.accepted", words=words, doubts=doubts)

    # -- making and changing -----------------------------------------------

    async def do_span_label(self, key_index: int) -> None:
        """Relabel the current span, or make a span of the selection; without a key, ask for the label."""
        if key_index == NO_KEY:
            await self.ask_for_label(self._label_chosen)
            return
        digit = LABEL_KEYS[key_index % len(LABEL_KEYS)]
        label = self.session.schema.label_by_key(digit)
        if label is None:
            self.say("did.no_such_label", key=digit)
        else:
            self._give_label(label)

    def _label_chosen(self, label_id: str | None) -> None:
        label = self.session.schema.label(label_id or "")
        if label is not None:
            self._give_label(label)

    def _give_label(self, label: Label) -> None:
        if self.selected is not None:
            self._label_selection(label.id, *self.selected)
        elif self.span is None:
            self.say_no_span()
        else:
            annotation = self.session.annotation
            after = relabel(annotation, self.span.id, label.id)
            after = unlink(after, self.session.schema, self.span.id)
            if self.span.status == "rejected" and not self.session.schema.overlap:
                after = with_room(after, self.span.id)
            self.edit("span.label", self.span.text, after)
            self.pane.drop_selection()
            self._tell_values("did.unlinked", annotation, label=label.id)

    def _tell_values(self, done: str, before: Annotation, *, label: str) -> None:
        """Say which fields' values have changed with a span."""
        earlier = {value.id: value for value in before.values}
        changed = [value for value in self.session.annotation.values if earlier.get(value.id) != value]
        fields = (self.session.schema.field(value.field) for value in changed)
        names = dict.fromkeys(self.language.name(field.name) for field in fields if field)
        if names:
            self.say(done, fields=" / ".join(names), label=label)

    def _label_selection(self, label: str, start: int, end: int) -> None:
        text = self.session.article.text
        if start >= end:
            return
        annotation = self.session.annotation
        span = new_span(annotation, text, start, end, label)
        self.edit("span.label", span.text, add_span(annotation, span, overlap=self.session.schema.overlap))
        self.go_to_span(span)
        self._tell_who_gave_way(annotation, span)

    def _tell_who_gave_way(self, before: Annotation, span: Span) -> None:
        """Say which spans stand no more since they overlap one that was made."""
        after = self.session.annotation
        stands = {one.id for one in after.spans if one.status != "rejected"}
        gone = (one.text for one in in_the_way(before, span.start, span.end) if one.id not in stands)
        texts = " / ".join(gone)
        if texts:
            self.say("did.gave_way", texts=texts)

    def do_span_start_left(self) -> None:
        """Move the start to the left."""
        self._move_edge("start_left")

    def do_span_start_right(self) -> None:
        """Move the start to the right."""
        self._move_edge("start_right")

    def do_span_end_left(self) -> None:
        """Move the end to the left."""
        self._move_edge("end_left")

    def do_span_end_right(self) -> None:
        """Move the end to the right."""
        self._move_edge("end_right")

    def _move_edge(self, edge: Edge) -> None:
        span = self.span
        if span is None:
            self.say_no_span()
            return
        text = self.session.article.text
        self.resize(span, *moved(edge, text, self.pane.steps, span.start, span.end), f"span.{edge}")

    def resize(self, span: Span, start: int, end: int, action: str) -> None:
        """Move one edge of a span, unless another span is in the way.

        Args:
            span: as it is now.
            start: where it is to begin, in code points.
            end: where it is to end, half-open.
            action: the id of the action whose edge it is.
        """
        text, annotation = self.session.article.text, self.session.annotation
        others = in_the_way(annotation, start, end, besides=span.id)
        if (start, end) == (span.start, span.end):
            self.say("did.at_the_edge")
        elif others and not self.session.schema.overlap:
            self.say("did.in_the_way", text=others[0].text)
        else:
            after = move_span(annotation, text, span.id, start, end)
            after = follow(after, self.session.schema, span, self.session.reading)
            self.edit(action, text[start:end], after)
            self._tell_values("did.followed", annotation, label=span.label)
            self.pane.cursor = start if start != span.start else self.pane.steps.before(end)

    def do_step_toggle(self) -> None:
        """Go by morphemes or by characters."""
        self.pane.step = "character" if self.pane.step == "morpheme" else "morpheme"


def _reject_value(annotation: Annotation, value_id: str) -> Annotation:
    return decide_value(annotation, value_id, "rejected")
