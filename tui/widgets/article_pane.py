"""The article pane: an article view that a person moves about in and selects from.

It binds no keys: the key table binds the review screen's actions, and those call the actions here.
"""

from textual import events
from textual.message import Message
from textual.reactive import var

from store.span import Span
from tui.widgets.article_view import ArticleView


class ArticlePane(ArticleView, can_focus=True):
    """An article with a cursor that moves by morpheme or character, row and page, and a selection.

    Moving with `select` extends the selection, as does any move while `selecting` is on; other moves drop it.
    The cursor always stands on a unit, and a selection holds the units at both its ends whole.
    """

    selecting: var[bool] = var(False)
    """Whether every move extends the selection."""

    class Moved(Message):
        """The cursor has moved, by a key, the mouse or the program."""

        def __init__(self, pane: "ArticlePane", offset: int) -> None:
            super().__init__()
            self.pane = pane
            self.offset = offset
            """Where to: a code point of the text."""

        @property
        def control(self) -> "ArticlePane":
            """The pane."""
            return self.pane

    class Clicked(Message):
        """The mouse was clicked on the text."""

        def __init__(self, pane: "ArticlePane", span_id: str | None) -> None:
            super().__init__()
            self.pane = pane
            self.span_id = span_id
            """The span there, the shortest where several lie; none where none lies."""

        @property
        def control(self) -> "ArticlePane":
            """The pane."""
            return self.pane

    class Selected(Message):
        """A stretch was selected by dragging the mouse over it."""

        def __init__(self, pane: "ArticlePane", start: int, end: int) -> None:
            super().__init__()
            self.pane = pane
            self.start = start
            """Its first code point."""
            self.end = end
            """The code point behind its last."""

        @property
        def control(self) -> "ArticlePane":
            """The pane."""
            return self.pane

    class Resized(Message):
        """An edge of the current span was dragged."""

        def __init__(self, pane: "ArticlePane", span_id: str, start: int, end: int) -> None:
            super().__init__()
            self.pane = pane
            self.span_id = span_id
            self.start = start
            """The code point where the span is to begin."""
            self.end = end
            """The code point behind its last."""

        @property
        def control(self) -> "ArticlePane":
            """The pane."""
            return self.pane

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes, disabled=disabled)
        self._anchor: tuple[int, int] | None = None
        self._goal: int | None = None
        self._dragging = False
        self._resizing: str | None = None

    def watch_cursor(self, old: int, new: int) -> None:
        """Tell that the cursor has moved."""
        super().watch_cursor(old, new)
        self.post_message(self.Moved(self, new))

    def action_cursor_left(self, select: bool = False) -> None:
        """Move to the unit before."""
        self._move(self.steps.before(self.cursor), select)

    def action_cursor_right(self, select: bool = False) -> None:
        """Move to the next unit; a selection begins with the unit under the cursor alone."""
        if select and self.selection is None:
            self.start_selection()
            self.selecting = False
            return
        place = self.steps.after(self.cursor)
        self._move(place if place < len(self.cells.text) else self.cursor, select)

    def action_cursor_up(self, select: bool = False) -> None:
        """Move a row up, to the same column where there is one."""
        self._move_rows(-1, select)

    def action_cursor_down(self, select: bool = False) -> None:
        """Move a row down, to the same column where there is one."""
        self._move_rows(1, select)

    def action_cursor_page_up(self, select: bool = False) -> None:
        """Move up by the rows in view but one."""
        self._move_rows(-max(1, self.scrollable_size.height - 1), select)

    def action_cursor_page_down(self, select: bool = False) -> None:
        """Move down by the rows in view but one."""
        self._move_rows(max(1, self.scrollable_size.height - 1), select)

    def action_cursor_line_start(self, select: bool = False) -> None:
        """Move to the start of the row."""
        self._move(self.rows.extent(self.rows.row(self.cursor))[0], select)

    def action_cursor_line_end(self, select: bool = False) -> None:
        """Move to the last unit of the row."""
        start, end = self.rows.extent(self.rows.row(self.cursor))
        self._move(max(start, self.steps.before(end)), select)

    def action_cursor_text_start(self, select: bool = False) -> None:
        """Move to the start of the text."""
        self._move(0, select)

    def action_cursor_text_end(self, select: bool = False) -> None:
        """Move to the last unit of the text."""
        self._move(self.steps.before(len(self.cells.text)), select)

    def start_selection(self) -> None:
        """Select the unit under the cursor, and have every move extend the selection."""
        self._anchor = self.steps.unit(self.cursor)
        self.selecting = True
        self._extend()

    def select(self, start: int, end: int) -> None:
        """Select a stretch; moves with `select` extend it."""
        self.selecting = False
        self._anchor = self.selection = (start, end)

    def drop_selection(self) -> None:
        """Select nothing."""
        self.selecting = False
        self._anchor = None
        self.selection = None

    def _move_rows(self, rows: int, select: bool) -> None:
        row = self.rows.row(self.cursor)
        goal = self.rows.column(self.cursor) if self._goal is None else self._goal
        target = max(0, min(row + rows, len(self.rows) - 1))
        if target == row:
            return
        start, _ = self.rows.extent(target)
        self._move(max(start, self.steps.snap(self.rows.offset_at(target, goal))), select)
        self._goal = goal

    def _move(self, offset: int, select: bool) -> None:
        """Move the cursor; extend the selection if that is asked, else drop it."""
        self._goal = None
        extends = select or self.selecting
        if extends and self._anchor is None:
            self._anchor = self.steps.unit(self.cursor)
        self.cursor = offset
        if extends:
            self._extend()
        else:
            self.drop_selection()

    def _extend(self) -> None:
        """Select from the unit where it began to the one under the cursor, both included."""
        if self._anchor is not None:
            start, end = self.steps.unit(self.cursor)
            self.selection = (min(start, self._anchor[0]), max(end, self._anchor[1]))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Move the cursor to where the button went down, and be ready for a drag.

        From an end of the current span, it moves that edge; from elsewhere, it selects.
        """
        if event.button != 1:
            return
        self.drop_selection()
        self.cursor = self._unit_under(event)
        span = self.span_at(self._cell_under(event))
        opposite = self._opposite(span) if span is not None and span.id == self.current else None
        self._resizing = span.id if span is not None and opposite is not None else None
        self._anchor = opposite or self.steps.unit(self.cursor)
        self._dragging = True
        self.capture_mouse()

    def _opposite(self, span: Span) -> tuple[int, int] | None:
        """Return the character at a span's other end if the cursor stands at one of its ends."""
        start, end = self.steps.unit(self.cursor)
        if start < span.end <= end:
            return span.start, self.cells.end(span.start)
        return (self.cells.start(span.end - 1), span.end) if start <= span.start < end else None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Extend the selection to the unit under the mouse; above or below the pane, each move scrolls on."""
        if self._dragging:
            place = self._unit_under(event)
            if place != self.cursor or self.selection is not None:
                self.cursor = place
                self._extend()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Tell what was dragged over, how far a span is to reach, or what was clicked."""
        if not self._dragging:
            return
        self._dragging = False
        self.release_mouse()
        self._anchor = None
        if self.selection is not None and self._resizing is not None:
            self.post_message(self.Resized(self, self._resizing, *self.selection))
            self.drop_selection()
        elif self.selection is not None:
            self.post_message(self.Selected(self, *self.selection))
        else:
            span = self.span_at(self._cell_under(event))
            self.post_message(self.Clicked(self, span.id if span else None))

    def _unit_under(self, event: events.MouseEvent) -> int:
        return self.steps.snap(self._cell_under(event))

    def _cell_under(self, event: events.MouseEvent) -> int:
        """Return the character under the mouse; both cells of a wide one are its own."""
        place = event.get_content_offset_capture(self)
        return self.rows.offset_at(place.y + self.scroll_offset.y, place.x - self.gutter_cells)
