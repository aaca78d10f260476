"""The panes of the review screen: its widgets, and what is current in them."""

import asyncio
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container, Vertical

from store.span import Span
from tui.keyboard.keys import KeyTable, Place
from tui.language import Language
from tui.review.edits import trimmed
from tui.review.form_rows import FormRow
from tui.review.opened import Opened
from tui.review.saver import SaveReport
from tui.review.session import ReviewSession
from tui.screens.keyed import KeyedScreen
from tui.widgets.article_pane import ArticlePane
from tui.widgets.bar import Bar
from tui.widgets.field_editor import FieldEditor
from tui.widgets.record_form import RecordForm
from tui.widgets.search_line import SearchLine

ROOMY = 100
"""Cells; a narrower screen has text and form stacked."""


class ReviewPanes(KeyedScreen[None]):
    """Text and form side by side, as the lines around them and the actions see them."""

    PLACES: ClassVar[tuple[Place, ...]] = ("text", "form", "edit", "search")
    AUTO_FOCUS = "#text"

    def __init__(self, session: ReviewSession, keys: KeyTable, language: Language) -> None:
        super().__init__(keys, language)
        self.session = session
        self.save_report: SaveReport | None = None
        self._said = ""
        self._acting = False
        self._told = -1
        self.bars: dict[str, Bar] = {}
        self.search = SearchLine(language, id="search")
        self.editor = FieldEditor(language, id="editor")
        self._opening: asyncio.Task[None] | None = None
        self._next: Opened | None = None

    def compose(self) -> ComposeResult:
        """Compose header, text and form, and the lines at the foot."""
        self._stack()
        yield Bar(id="header")
        with Container(id="panes"):
            with Vertical(id="text-side"):
                yield Bar(id="text-title", classes="title")
                yield ArticlePane(id="text")
            with Vertical(id="form-side"):
                yield Bar(id="form-title", classes="title")
                yield RecordForm(self.language, id="form")
        yield Bar(id="status")
        yield Bar(id="trouble")
        yield Bar(id="foot")

    def _stack(self) -> None:
        """Have the panes side by side where there is room, else one below the other."""
        wide = self.app.size.width >= ROOMY
        self.update_classes({"-wide": wide, "-stacked": not wide})

    def fit(self) -> None:
        """Use the room that there is now."""
        self._stack()
        super().fit()

    async def furnish(self) -> None:
        """Mount what nobody sees before the first key: it would keep the first paint waiting."""
        if not self.editor.is_attached:
            await self.query_one("#text-side").mount(self.search)
            await self.query_one("#form-side").mount(self.editor)

    def find_widgets(self) -> None:
        """Find the widgets once, for they are asked for at every key."""
        self.pane = self.query_one("#text", ArticlePane)
        self.form = self.query_one("#form", RecordForm)
        self.bars = {bar.id or "": bar for bar in self.query(Bar)}

    @property
    def place(self) -> Place:
        """Where keys work now."""
        if not self.bars:
            return "text"
        if self.editor.is_open:
            return "edit"
        if self.search.is_open:
            return "search"
        return "form" if self.focused is self.form else "text"

    @property
    def said(self) -> str:
        """What the line at the foot tells instead of keys."""
        return self._said

    @property
    def is_opening(self) -> bool:
        """Whether an article is being made ready."""
        return self._opening is not None

    @property
    def span(self) -> Span | None:
        """The current span."""
        return self.session.tally.span(self.pane.current)

    @property
    def selected(self) -> tuple[int, int] | None:
        """What is selected, without white space at its ends; none where that is just the current span."""
        if self.pane.selection is None:
            return None
        stretch = trimmed(self.session.article.text, *self.pane.selection)
        return None if self.span and stretch == (self.span.start, self.span.end) else stretch

    def evidence_of(self, row: FormRow | None) -> list[Span]:
        """Return the spans that support a row, in text order."""
        ids = row.value.evidence if row and row.value else ()
        spans = (self.session.tally.span(span_id) for span_id in ids)
        return sorted((span for span in spans if span is not None), key=lambda span: span.start)
