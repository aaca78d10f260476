"""What keys do to the article as a whole: undo, confirm, skip, flag, go on."""

import asyncio

from msgspec.structs import replace

from store.change import Change
from store.history import Step
from tui.review.bulk import redo_twins, undo_twins
from tui.review.edits import accept_all, reject_undecided
from tui.screens import record_warnings
from tui.screens.question import QuestionScreen
from tui.screens.review_fields import FieldActions
from tui.screens.review_spans import SpanActions


class ArticleActions(FieldActions, SpanActions):
    """Actions on the article under review."""

    # -- undo --------------------------------------------------------------

    async def do_edit_undo(self) -> None:
        """Take the last step back and say which it was."""
        before = self.session.annotation
        step = self.session.undo()
        self.show_edit(before)
        if step is None:
            self.say("did.nothing_to_undo")
            return
        self._tell_step("did.undone", step)
        if step.also:
            self._tell_twins(await asyncio.to_thread(undo_twins, self.session, step))

    async def do_edit_redo(self) -> None:
        """Make the next step again and say which it was."""
        before = self.session.annotation
        step = self.session.redo()
        self.show_edit(before)
        if step is None:
            self.say("did.nothing_to_redo")
            return
        self._tell_step("did.redone", step)
        if step.also:
            self._tell_twins(await asyncio.to_thread(redo_twins, self.session, step))

    def _tell_twins(self, left: int) -> None:
        self.forget_next()
        if left:
            self.tell(f"{self.said} · {self.language('did.left_elsewhere', count=left)}")

    def _tell_step(self, done: str, step: Step) -> None:
        action = self.keys.action(step.action)
        name = self.language.name(action.name) if action else step.action
        self.say(done, name=name, words=step.words)
        self._go_to_change(step.change)

    def _go_to_change(self, change: Change) -> None:
        """Go to the first span that has changed, in the record to the first value; not to what only moved."""
        spans = [edit.after or edit.before for edit in change.spans if edit.after != edit.before]
        values = [edit.after or edit.before for edit in change.values if edit.after != edit.before]
        here = self.session.tally.span(spans[0].id) if spans and spans[0] else None
        if here is not None and self.place == "text":
            self.go_to_span(here)
        elif values and values[0] and self.place == "form":
            self.form.go_to(values[0].field, values[0].id)
            self.show_evidence()

    # -- confirming --------------------------------------------------------

    async def do_article_confirm_now(self) -> None:
        """Set the value being typed, then confirm."""
        if self.editor.is_open and not self.apply_edit():
            return
        await self.do_article_confirm()

    async def do_article_confirm(self) -> None:
        """Confirm, after a question if something looks unfinished."""
        undecided = self._undecided()
        contradictions = record_warnings.contradictions(self.session, self.language)
        flagged = [self.language("question.flagged")] if self.session.annotation.status == "flagged" else []
        lines = [*flagged, *undecided, *contradictions]
        if not lines:
            await self._confirm()
            return
        offered = ["question.accept", "question.reject"] if undecided else []
        title = self.language("question.title")
        question = QuestionScreen(self.keys, self.language, title, lines, [*offered, "question.anyway"])
        await self.app.push_screen(question, self._confirm_as)

    def _undecided(self) -> list[str]:
        annotation = self.session.annotation
        if not annotation.undecided:
            return []
        spans = sum(span.status == "suggested" for span in annotation.spans)
        values = annotation.undecided - spans
        words = {"count": annotation.undecided, "spans": spans, "values": values}
        return [self.language("question.undecided", **words), self.language("question.left_out")]

    async def _confirm_as(self, answer: str | None) -> None:
        annotation = self.session.annotation
        if answer is None:
            if annotation.undecided:
                self._go_to_undecided()
            else:
                self._go_to_contradiction()
            return
        words = self.language("did.several", count=annotation.undecided)
        decided = ""
        if answer == "question.accept":
            self.edit("span.accept_all", words, accept_all(annotation))
            decided = self.language("did.rest_accepted", words=words)
        elif answer == "question.reject":
            self.edit("span.reject", words, reject_undecided(annotation))
            said = "did.rest_rejected_before" if self._is_before_the_next() else "did.rest_rejected"
            decided = self.language(said, words=words)
        await self._confirm(decided)
        await self.app.run_action("drop_typed_ahead")

    def _is_before_the_next(self) -> bool:
        """Whether the article before the next unfinished one is this, so that its key leads back."""
        queue, here = self.session.queue, self.session.article.id
        following = queue.next_unfinished(here)
        return following is not None and queue.step(following, -1) == here

    def _go_to_undecided(self) -> None:
        """Go to what is undecided unless that is current, for the person went back to decide on it."""
        if self.place == "form":
            self.go_to_undecided_value(self.form.cursor)
        elif self.span is None or self.span.status != "suggested":
            self.go_to_next_undecided(self.pane.cursor)

    def _go_to_contradiction(self) -> None:
        """Go to the first value that can't be right, for the person went back to mend it."""
        values = {value.id: value for value in self.session.annotation.values}
        found = next((found for found in self.session.findings() if found.contradiction), None)
        if found is not None:
            self.set_focus(self.form)
            self.form.go_to(values[found.value].field, found.value)
            self.show_evidence()
            self.show_bars()

    async def _confirm(self, decided: str = "") -> None:
        """Confirm, and say with it what was decided at once and what is doubtful."""
        title = self.session.article.title
        doubts = (f"! {doubt}" for doubt in record_warnings.doubts(self.session, self.language))
        notes = " · ".join(filter(None, (decided, *doubts)))
        self.session.confirm()
        said = "did.confirmed_with_notes" if notes else "did.confirmed"
        await self.open_next_unfinished(said, title=title, notes=notes)

    async def open_next_unfinished(self, said: str, **words: str) -> None:
        """Open the next article without a verdict, and say what became of this one."""
        following = self.session.queue.next_unfinished(self.session.article.id)
        if following is None:
            self.show_edit(self.session.annotation)
            self._tell_end()
            return
        await self.open(following)
        self.say(said, **words)

    def _tell_end(self) -> None:
        """Say why no article follows: the filter hides what is left, flags wait, or all is done."""
        queue = self.session.queue
        flagged = queue.counts.get("flagged", 0)
        if queue.hides_unfinished:
            self.say("did.filter_hides")
        else:
            self.say("did.only_flagged" if flagged else "did.all_finished", count=flagged)

    # -- other verdicts ----------------------------------------------------

    async def do_article_skip(self) -> None:
        """Skip the article and go on."""
        title = self.session.article.title
        self.edit("article.skip", title, replace(self.session.annotation, status="skipped"))
        await self.open_next_unfinished("did.skipped", title=title)

    def do_article_flag(self) -> None:
        """Flag the article, or take the flag away."""
        annotation = self.session.annotation
        flagged = annotation.status != "flagged"
        after = replace(annotation, status="flagged" if flagged else "draft")
        self.edit("article.flag", self.session.article.title, after)
        self.say("did.flagged" if flagged else "did.unflagged")

    # -- going on ----------------------------------------------------------

    async def do_article_next(self) -> None:
        """Open the next article of the queue."""
        await self._step(1, "did.no_next")

    async def do_article_previous(self) -> None:
        """Open the article before in the queue."""
        await self._step(-1, "did.no_previous")

    async def _step(self, by: int, otherwise: str) -> None:
        target = self.session.queue.step(self.session.article.id, by)
        if target is None:
            self.say(f"{otherwise}_filtered" if self.session.queue.view.narrows else otherwise)
        else:
            await self.open(target)
