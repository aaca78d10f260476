"""A text of any length with its spans, in rows that are painted when they come into view.

All places are code points of the text; rows and cells are derived from them. A painted row is kept until
something on it changes: a key costs the same in a long article as in a short one.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from textual.geometry import Size
from textual.scroll_view import ScrollView

from store.schema import Names, Schema
from store.span import Span
from tui.text.cells import Cells
from tui.widgets.row_painter import RowPainter
from tui.widgets.span_layer import SpanLayer
from tui.widgets.span_styles import TAG_CELLS
from tui.widgets.text_layout import TextLayout

MARGIN = 1
"""Cells to the right of the text: for a space that hangs, and for the cursor at the end of a full row."""
NO_GUTTER_BELOW = 24
"""Cells; a narrower view shows no paragraph numbers."""

_NO_SCHEMA = Schema("", "", Names("", ""), ())


class SpannedText(ScrollView, inherit_bindings=False):
    """Holds the text, its spans and its rows, and repaints what has changed.

    A scroll view's own keys are left out: they would be taken before the screen's.
    """

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes, disabled=disabled)
        self._painter: RowPainter | None = None
        self._wrapped_for = 0
        self._top = 0
        self._set_text("", (), _NO_SCHEMA)

    def update_spans(self, spans: Sequence[Span], dirty: tuple[int, int] | None) -> None:
        """Take over spans that have changed.

        Args:
            spans: all spans, in text order.
            dirty: the stretch that holds every change whole, as it was and as it is; none if not known.
        """
        if dirty is None:
            self._set_spans(spans)
            return
        old, new = self._layer.update(spans, *dirty)
        if self._retag(old, new):
            self._resized()
            self.refresh()
        else:
            self._repaint(*dirty)

    def span_at(self, offset: int) -> Span | None:
        """Return the span over a code point, the shortest where several lie there."""
        return self._layer.at(offset)

    def reveal(self, start: int, end: int) -> None:
        """Scroll a stretch into view if it isn't; to its start where it is longer than the view."""
        first, last = self.rows.row(start), self.rows.row(max(start, end - 1))
        top, height = self.scroll_offset.y, self.scrollable_size.height
        if not (top <= first and last < top + height):
            self._scroll(first - height // 3 if last - first < height // 2 else first)

    @property
    def gutter_cells(self) -> int:
        """The cells before the text: a mark, the paragraph's number and a space."""
        if self.scrollable_size.width < NO_GUTTER_BELOW:
            return 0
        return len(str(len(self.rows.paragraphs))) + 2

    def notify_style_update(self) -> None:
        """Paint in the new styles."""
        super().notify_style_update()
        self._painter = None

    def _set_text(self, text: str, spans: Sequence[Span], schema: Schema) -> None:
        """Take another text, and go to its start."""
        self.cells = Cells.of(text)
        self.schema = schema
        self._top = 0
        self._set_spans(spans)

    def _set_spans(self, spans: Sequence[Span]) -> None:
        self._layer = SpanLayer(spans)
        self.rows = TextLayout(self.cells)
        self.rows.add_tags((span.end - 1, TAG_CELLS) for span in spans)
        self._wrap()

    def _retag(self, old: Iterable[Span], new: Iterable[Span]) -> bool:
        """Move tags along with their spans; return whether rows have changed by it."""
        changes = Counter(span.end - 1 for span in new)
        changes.subtract(span.end - 1 for span in old)
        changed = {place: count for place, count in changes.items() if count}
        self.rows.add_tags((place, count * TAG_CELLS) for place, count in changed.items())
        return bool(changed) and self.rows.rewrap(min(changed), max(changed) + 1)

    def _wrap(self) -> None:
        self._wrapped_for = self.scrollable_size.width
        if self._wrapped_for:
            self.rows.wrap(self._wrapped_for - self.gutter_cells - MARGIN)
        self._painter = None
        self._resized()
        self.refresh()

    def _resized(self) -> None:
        """Tell how many rows there are now, with the same text at the top as before."""
        top = self._top
        self.virtual_size = Size(self._wrapped_for, len(self.rows))
        self._scroll(self.rows.row(top))
        self._top = top

    def _scroll(self, row: int) -> None:
        self.scroll_to(y=max(0, row), animate=False, force=True)

    def _touch_spans(self, span_ids: Iterable[str]) -> None:
        for span in map(self._layer.get, span_ids):
            if span is not None:
                self._layer.touch(span.start, span.end)
                self._repaint(span.start, span.end)

    def _repaint(self, start: int, end: int) -> None:
        """Have the rows painted that a stretch of text stands on, as far as they are in view."""
        top, height = self.scroll_offset.y, self.scrollable_size.height
        first = max(self.rows.row(start), top)
        last = min(self.rows.row(max(start, end - 1)), top + height - 1)
        if first <= last:
            self.refresh_lines(first, last - first + 1)

    def _forget(self) -> None:
        if self._painter is not None:
            self._painter.forget()
        self.refresh()
