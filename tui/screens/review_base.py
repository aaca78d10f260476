"""What all actions of the review share: opening an article, making an edit and showing what it changed."""

import asyncio
from bisect import bisect_right
from contextlib import suppress
from itertools import chain, islice

from textual import on
from textual.screen import ScreenResultCallbackType

from store.annotation import Annotation
from store.errors import AkapenError, DataError
from store.span import Span
from tui import memory
from tui.review.form_rows import form_rows
from tui.review.opened import Opened
from tui.review.saver import SaveReport
from tui.review.spans_changed import changed_stretch
from tui.screens import record_warnings, review_bars
from tui.screens.choice import Choice, ChoiceScreen
from tui.screens.keyed import NO_KEY
from tui.screens.review_panes import ReviewPanes
from tui.widgets.article_pane import ArticlePane

WITHOUT_ARTICLE = frozenset({"queue.open", "help", "palette", "theme", "quit"})
"""Actions that work while no article is open: before the first, or where every one is finished."""

AT_THE_CURSOR = ("span.", "cursor.", "selection.", "step.", "field.")
"""How the ids of actions begin that, in the text, start from its cursor or the span there."""


class ReviewBase(ReviewPanes):
    """The review screen without its actions."""

    def on_mount(self) -> None:
        """Open the next unfinished article, its text before anything else."""
        self.find_widgets()
        target = self.session.queue.next_unfinished()
        if target is not None:
            self.open_soon(target)
        self.show_bars()

    # -- keys --------------------------------------------------------------

    async def action_act(self, action_id: str, key_index: int = NO_KEY) -> None:
        """Do an action of the key table; one that comes while an article is being opened waits for it."""
        if self._opening is not None and action_id not in ("quit", "help"):
            await self._opening
        self._said, self._acting = "", True
        action = self.keys.action(action_id)
        try:
            if not self.session.is_open and action_id not in WITHOUT_ARTICLE:
                self.say("did.no_article")
            elif action and action.changes and self.session.dataset.read_only:
                self.say("did.read_only")
            else:
                if self.place == "text" and action_id.startswith(AT_THE_CURSOR):
                    self.pane.bring_back()
                await super().action_act(action_id, key_index)
        except AkapenError as error:
            self._said = _told(error)
        finally:
            self._acting = False
        self.show_bars()

    def say(self, text: str, /, **words: object) -> None:
        """Tell something in the line at the foot, until the next key."""
        self.tell(self.language(text, **words))

    def tell(self, words: str) -> None:
        """Tell something in the line at the foot, until the next key."""
        self._said = words
        if not self._acting:
            self.show_bars()

    def say_no_span(self) -> None:
        """Say that no span is current, and how to come by one."""
        to_be_made = self.selected is not None or not self.session.annotation.spans
        self.say("did.no_span_yet" if to_be_made else "did.no_span")

    # -- the article -------------------------------------------------------

    async def open(self, article_id: str) -> None:
        """Put an article under review; keys typed meanwhile wait."""
        ready, self._next = self._next, None
        if ready is None or ready.article.id != article_id:
            ready = await asyncio.to_thread(self.session.prepare, article_id)
        self.enter(ready)

    def open_soon(self, article_id: str) -> None:
        """Begin to open an article: its text is painted at once, then suggestions are made."""

        async def opening() -> None:
            try:
                with self.session.saver.gate:
                    text = self.session.dataset.article(article_id).text
                self.pane.show(text, (), self.session.schema, ())
                await self._painted()
                await self.furnish()
                await self.open(article_id)
            except AkapenError as error:
                self._said = _told(error)
                self._show_article()
            finally:
                self._opening = None
                memory.settle()
                self.show_bars()

        self._opening = asyncio.create_task(opening())
        self._opening.add_done_callback(self._told_if_broken)

    def _told_if_broken(self, opening: asyncio.Task[None]) -> None:
        """End the program with what a bug raised: a task keeps it to itself, and the screen stays empty."""
        if not opening.cancelled() and opening.exception():
            self.call_later(opening.result)

    async def _painted(self) -> None:
        """Wait until what was shown last is on the screen."""
        painted = asyncio.Event()
        self.call_after_refresh(painted.set)
        await painted.wait()

    def enter(self, opened: Opened) -> None:
        """Show a prepared article, at its first undecided span."""
        self._opening = None
        self.session.enter(opened)
        self.set_focus(self.pane)
        self.search.close()
        self._show_article()
        self.show_bars()
        self.forget_next()
        self._prepare_next()

    def _show_article(self) -> None:
        """Show the article under review at its first undecided span; no text while there is none."""
        session, spans = self.session, self.session.annotation.spans
        text, boundaries = (session.article.text, session.opened.boundaries) if session.is_open else ("", [])
        self.pane.show(text, spans, session.schema, boundaries)
        self.pane.scroll_to(y=0, animate=False, force=True)
        if session.is_open:
            self.show_form()
        self.form.cursor = 0
        first = self.next_undecided_span(-1) or next(iter(spans), None)
        if first is not None:
            self.go_to_span(first)
        else:
            self.follow_span(None)

    def _prepare_next(self) -> None:
        following = self.session.queue.next_unfinished(self.session.article.id)
        if following is not None:
            self.run_worker(self._prepared(following), group="next", exclusive=True)

    async def _prepared(self, article_id: str) -> None:
        await asyncio.sleep(0.2)  # let the person see this article first
        with suppress(AkapenError):  # told when it is really opened
            self._next = await asyncio.to_thread(self.session.prepare, article_id)

    def forget_next(self) -> None:
        """Drop what was prepared: other articles have changed."""
        self.workers.cancel_group(self, "next")
        self._next = None

    # -- edits -------------------------------------------------------------

    def edit(self, action: str, words: str, annotation: Annotation) -> bool:
        """Make an edit and show what it changed; returns whether it changed anything."""
        before = self.session.annotation
        changed = self.session.do(action, words, annotation)
        if changed:
            self.show_edit(before)
        return changed

    def show_edit(self, before: Annotation) -> None:
        """Show the annotation, which was another before."""
        after = self.session.annotation
        if before.spans is not after.spans and before.spans != after.spans:
            self.pane.update_spans(after.spans, changed_stretch(before.spans, after.spans))
        if self.span is None:
            self.pane.current = None
        self.show_form()

    def show_form(self) -> None:
        """Show the record as it is."""
        warnings = record_warnings.warnings(self.session, self.language)
        self.form.show(form_rows(self.session.annotation, self.session.schema), warnings)

    # -- what is current ---------------------------------------------------

    def go_to_span(self, span: Span) -> None:
        """Make a span current instead of what is selected: cursor and form follow."""
        self.pane.drop_selection()
        self.pane.current = span.id
        self.pane.cursor = span.start
        self.pane.reveal(span.start, span.end)
        self.follow_span(span)

    def follow_cursor(self) -> None:
        """Make the span under the cursor current, none where there is none."""
        span = self.pane.span_at(self.pane.cursor)
        self.pane.current = span.id if span else None
        self.follow_span(span)

    def follow_span(self, span: Span | None) -> None:
        """Move the form to the first field that a span supports, and mark all of them."""
        values = [
            value
            for value in self.session.annotation.values
            if span is not None and span.id in value.evidence and value.status != "rejected"
        ]
        self.form.support(frozenset(value.field for value in values))
        if values:
            self.form.go_to(values[0].field, values[0].id)

    def next_undecided_span(self, after: int) -> Span | None:
        """Return the next undecided span behind an offset, round the end of the text."""
        spans = self.session.annotation.spans
        first = bisect_right(spans, after, key=lambda span: span.start)
        order = chain(islice(spans, first, None), islice(spans, first))
        return next((span for span in order if span.status == "suggested"), None)

    def show_evidence(self) -> None:
        """Light up in the text what supports the form's current row, and scroll there."""
        row = self.form.current
        evidence = self.evidence_of(row)
        self.pane.evidence = frozenset(span.id for span in evidence)
        if evidence:
            self.pane.reveal(evidence[0].start, evidence[0].end)
        self.form.support(frozenset())

    async def ask_for_label(self, then: ScreenResultCallbackType[str | None]) -> None:
        """Ask for a label of the selection, or else of the current span; `then` gets its id, or none."""
        current = (self.span.start, self.span.end) if self.span else (0, 0)
        text = self.session.article.text[slice(*(self.selected or current))]
        labels = self.session.schema.labels
        choices = [Choice(label.id, f"{label.id} {self.language.both(label.name)}") for label in labels]
        title = self.language("choice.label", text=text)
        await self.app.push_screen(ChoiceScreen(self.keys, self.language, title, choices), then)

    # -- lines -------------------------------------------------------------

    def show_bars(self) -> None:
        """Bring all lines of text around the panes up to date."""
        if not self.bars:
            return
        room = self.app.size.width
        self._told = self.pane.cursor
        for bar, (left, right) in review_bars.bars(self, room).items():
            self.bars[bar].show(left, right)
        self.bars["trouble"].display = bool(self.save_report and self.save_report.problem)

    def saved(self, report: SaveReport) -> None:
        """Take over how saving went."""
        failed_before = bool(self.save_report and self.save_report.problem)
        self.save_report = report
        if failed_before and not report.problem:
            self.say("did.saved_again")
        self.show_bars()

    @on(ArticlePane.Moved)
    def _cursor_moved(self, message: ArticlePane.Moved) -> None:
        if message.offset != self._told:
            self.show_bars()


def _told(error: AkapenError) -> str:
    """Return what one line has room for: the problem, for file and article are on the screen already."""
    return error.problem if isinstance(error, DataError) else error.message
