"""The review screen: one article's text and record side by side, and every action on them."""

from textual import on

from store.span import Span
from tui.review.edits import trimmed
from tui.screens.review_article import ArticleActions
from tui.screens.review_cursor import CursorActions
from tui.screens.review_dialogs import DialogActions
from tui.screens.review_everywhere import EverywhereActions
from tui.widgets.article_pane import ArticlePane
from tui.widgets.record_form import RecordForm


class ReviewScreen(EverywhereActions, CursorActions, DialogActions, ArticleActions):
    """Puts the groups of actions together, and takes the mouse's messages."""

    @on(ArticlePane.Clicked)
    def _text_clicked(self, message: ArticlePane.Clicked) -> None:
        self._make_current(self.session.tally.span(message.span_id))

    @on(ArticlePane.Selected)
    def _selected(self) -> None:
        self._make_current(self.pane.span_at(self.pane.cursor))

    def _make_current(self, span: Span | None) -> None:
        self.pane.current = span.id if span else None
        if not self._keeps_typing():
            self.follow_span(span)
        self.show_bars()

    def _keeps_typing(self) -> bool:
        """Give the keys back to a value being typed, from which a click took them; a search ends with it."""
        self.search.close()
        if self.editor.is_open:
            self.set_focus(self.editor.entry)
        return self.editor.is_open

    @on(ArticlePane.Resized)
    def _span_dragged(self, message: ArticlePane.Resized) -> None:
        span = self.session.annotation.span(message.span_id)
        if span is None or self.is_opening:
            return
        start, end = trimmed(self.session.article.text, message.start, message.end)
        edge = "start" if start != span.start else "end"
        outward = start < span.start if edge == "start" else end > span.end
        left = outward == (edge == "start")
        if self.session.dataset.read_only:
            self.say("did.read_only")
        elif start < end:
            self.resize(span, start, end, f"span.{edge}_{'left' if left else 'right'}")
        self._keeps_typing()
        self.show_bars()

    @on(RecordForm.Clicked)
    async def _row_clicked(self, message: RecordForm.Clicked) -> None:
        if self._keeps_typing() and self.editor.row is not None:
            self.form.go_to(*self.editor.row.key)
            return
        self.set_focus(self.form)
        self.show_evidence()
        if message.twice:
            await self.action_act("field.edit")
        self.show_bars()
