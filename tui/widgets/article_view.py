"""An article with what lies over its spans: cursor, selection, search matches, the span that keys act on."""

from collections.abc import Sequence
from typing import ClassVar

from textual.geometry import Offset, Region
from textual.reactive import var
from textual.strip import Strip

from store.schema import Schema
from store.span import Span
from tui.text.steps import Step, Steps
from tui.widgets.article_look import ArticleLook
from tui.widgets.row_painter import Overlays, RowPainter
from tui.widgets.spanned_text import SpannedText

CONTEXT = 2
"""Rows that stay in view above and below the cursor."""

_NO_MATCHES: Sequence[tuple[int, int]] = ()
_NO_EVIDENCE: frozenset[str] = frozenset()


class ArticleView(SpannedText):
    """Shows a text with spans, cursor, selection and search matches, and keeps the cursor in view."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--gutter",
        "article--gutter-current",
        "article--cursor",
        "article--selection",
        "article--match",
        "article--match-current",
        "article--symbol",
    }
    DEFAULT_CSS = """
    ArticleView {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        & > .article--gutter { color: $foreground 60%; }
        & > .article--gutter-current { color: $foreground; text-style: bold; }
        & > .article--cursor { background: $foreground 40%; }
        & > .article--selection { background: $primary; text-style: italic; }
        & > .article--match { background: $warning 40%; text-style: underline; }
        & > .article--match-current { background: $warning; text-style: bold underline; }
        & > .article--symbol { color: $text-warning; }
        &:focus > .article--cursor { background: $foreground; text-style: bold; }
    }
    """

    cursor: var[int] = var(0, init=False)
    """Where the cursor is: the code point that begins its character."""
    current: var[str | None] = var[str | None](None, init=False)
    """The id of the span that keys act on."""
    selection: var[tuple[int, int] | None] = var[tuple[int, int] | None](None, init=False)
    """The selected stretch."""
    evidence: var[frozenset[str]] = var(_NO_EVIDENCE, init=False)
    """Ids of the spans that support the field under the form's cursor."""
    matches: var[Sequence[tuple[int, int]]] = var(_NO_MATCHES, init=False)
    """What a search has found, in text order."""
    match_index: var[int] = var(-1, init=False)
    """Which of the matches the search stands at; -1 for none."""
    step: var[Step] = var[Step]("morpheme", init=False)
    """What the cursor moves by."""

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        self._followed = True
        self._overlays: Overlays | None = None
        super().__init__(name=name, id=id, classes=classes, disabled=disabled)
        self._boundaries: Sequence[int] = ()
        self.steps = Steps(self.cells)

    def show(self, text: str, spans: Sequence[Span], schema: Schema, boundaries: Sequence[int]) -> None:
        """Show another text from its start, without the selection, matches and evidence of the one before.

        Args:
            text: the article's text.
            spans: its spans, in text order.
            schema: gives labels their colours and digits.
            boundaries: where its morphemes begin, sorted; none where only characters are known.
        """
        self._set_text(text, spans, schema)
        self._boundaries = boundaries
        self.steps = Steps(self.cells, boundaries, self.step)
        self.set_reactive(ArticleView.cursor, 0)
        self.set_reactive(ArticleView.current, None)
        self.set_reactive(ArticleView.selection, None)
        self.set_reactive(ArticleView.evidence, _NO_EVIDENCE)
        self.set_reactive(ArticleView.matches, _NO_MATCHES)
        self.set_reactive(ArticleView.match_index, -1)

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a character of the text."""
        return self.cells.start(max(0, min(cursor, len(self.cells.text) - 1)))

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint where the cursor was and is, and keep it in view."""
        for place in (old, new):
            self._repaint(*self.steps.unit(place))
        self.keep_in_view(new)
        self._lead_terminal_cursor()

    def watch_current(self, old: str | None, new: str | None) -> None:
        """Repaint the two spans."""
        self._touch_spans(span_id for span_id in (old, new) if span_id is not None)

    def watch_evidence(self, old: frozenset[str], new: frozenset[str]) -> None:
        """Repaint the spans that are no longer or newly evidence."""
        self._touch_spans(old ^ new)

    def watch_selection(self, old: tuple[int, int] | None, new: tuple[int, int] | None) -> None:
        """Repaint what was and what is selected."""
        for stretch in (old, new):
            if stretch is not None:
                self._repaint(*stretch)

    def watch_matches(self) -> None:
        """Repaint everything in view."""
        self._forget()

    def watch_match_index(self, old: int, new: int) -> None:
        """Repaint the two matches."""
        for index in (old, new):
            if 0 <= index < len(self.matches):
                self._layer.touch(*self.matches[index])
                self._repaint(*self.matches[index])

    def watch_step(self, step: Step) -> None:
        """Go by the other units."""
        before = self.steps.unit(self.cursor)
        self.steps = Steps(self.cells, self._boundaries, step)
        for unit in (before, self.steps.unit(self.cursor)):
            self._repaint(*unit)

    def keep_in_view(self, offset: int) -> None:
        """Scroll a place into view: by rows where it is near, else to a third of the way down."""
        row, top, height = self.rows.row(offset), self.scroll_offset.y, self.scrollable_size.height
        context = min(CONTEXT, max(0, height - 1) // 2)
        if row < top - height or row >= top + 2 * height:
            self._scroll(row - height // 3)
        elif row < top + context:
            self._scroll(row - context)
        elif row >= top + height - context:
            self._scroll(row - height + 1 + context)

    def bring_back(self) -> None:
        """Scroll the cursor into view if it has been left behind."""
        if not self._followed:
            self.keep_in_view(self.cursor)

    @property
    def cursor_screen_offset(self) -> Offset:
        """The screen's cell of the cursor, kept within the pane, for the terminal's own cursor to follow."""
        x, y, width, height = self.scrollable_content_region
        row = self.rows.row(self.cursor) - self.scroll_offset.y
        column = self.gutter_cells + self.rows.column(self.cursor)
        return Offset(x + max(0, min(column, width - 1)), y + max(0, min(row, height - 1)))

    def on_resize(self) -> None:
        """Break the text at the new width; what stood at the top still does, and the cursor stays in view."""
        if self.scrollable_size.width != self._wrapped_for:
            self._wrap()
        if self._followed:
            self.keep_in_view(self.cursor)
        self.call_after_refresh(self._lead_terminal_cursor)

    def on_focus(self) -> None:
        """Take over the terminal's cursor."""
        self._lead_terminal_cursor()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Note what stands at the top now, and whether the cursor has been left behind."""
        super().watch_scroll_y(old_value, new_value)
        top = round(new_value)
        self._top = self.rows.extent(min(top, len(self.rows) - 1))[0]
        self._followed = top <= self.rows.row(self.cursor) < top + self.scrollable_size.height
        self._lead_terminal_cursor()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint the rows in view, the same overlays over all of them.

        They are as wide as they have to be, without border or padding. The framework's own work on each row,
        which takes longer than to paint one, is left out.
        """
        if self.scrollable_size.width != self._wrapped_for:  # Textual paints before it tells of a new size
            self._wrap()
        self._overlays = self._laid_over()
        return [self.render_line(y).crop(*crop.column_span) for y in crop.line_range]

    def _laid_over(self) -> Overlays:
        return Overlays(
            self.cursor,
            self.steps.unit(self.cursor),
            self.selection,
            self.current,
            self.evidence,
            self.matches,
            self.match_index,
        )

    def render_line(self, y: int) -> Strip:
        """Paint one row of the view."""
        if self._painter is None:  # Textual also asks for what is under the mouse, before it paints.
            look = ArticleLook.of(self, self.schema)
            self._painter = RowPainter(
                self.rows, self._layer, look, self.gutter_cells, self.scrollable_size.width
            )
        over = self._overlays or self._laid_over()
        return self._painter.strip(y + self.scroll_offset.y, over)

    def _wrap(self) -> None:
        followed = self._followed
        super()._wrap()
        self._followed = followed

    def _lead_terminal_cursor(self) -> None:
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset
