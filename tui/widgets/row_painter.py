"""Paints the rows of a laid-out text, and keeps what it has painted until something on the row changes."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec
from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.strip import Strip

from store.span import Span
from tui.widgets.article_look import ArticleLook
from tui.widgets.row_segments import Layer, Tag, row_segments
from tui.widgets.span_layer import SpanLayer
from tui.widgets.text_layout import TextLayout

ROWS_KEPT = 256
"""More than a screen has, so that scrolling on paints the new rows alone. Each is some dozen objects."""
EVIDENCE_MARK = "▸"

Stretch = tuple[int, int]


class Overlays(msgspec.Struct, frozen=True):
    """What lies over the text besides its spans; places are code points."""

    cursor: int
    unit: Stretch
    """The morpheme or character under the cursor; empty at a newline."""
    selection: Stretch | None
    current: str | None
    evidence: frozenset[str]
    matches: Sequence[Stretch]
    match_index: int


class RowPainter:
    """Paints rows at one width in one theme.

    Args:
        layout: the rows.
        layer: the spans on them.
        look: the styles.
        gutter: cells for the paragraphs' numbers, 0 for none.
        width: cells of a whole row, gutter and margin included.
    """

    def __init__(
        self, layout: TextLayout, layer: SpanLayer, look: ArticleLook, gutter: int, width: int
    ) -> None:
        self._layout = layout
        self._cells = layout.cells
        self._layer = layer
        self._look = look
        self._gutter = gutter
        self._width = width
        self._strips: LRUCache[tuple[object, ...], Strip] = LRUCache(ROWS_KEPT)

    def strip(self, row: int, over: Overlays) -> Strip:
        """Return a row, exactly as wide as the pane; a blank one below the text."""
        if row >= len(self._layout):
            return Strip.blank(self._width, self._look.base)
        start, end = self._layout.extent(row)
        here = self._layout.row(over.cursor) == row
        key = (
            start,
            end,
            self._layer.generation(start, end),
            (over.cursor, over.unit) if here else _clip(over.unit, start, end),
            _clip(over.selection, start, end),
        )
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._paint(row, start, end, here, over)
        return strip

    def forget(self) -> None:
        """Paint every row anew."""
        self._strips.clear()

    def _paint(self, row: int, start: int, end: int, here: bool, over: Overlays) -> Strip:
        spans = self._layer.between(start, end)
        segments = [*self._gutter_segments(start, here, any(span.id in over.evidence for span in spans))]
        layers = [*self._layers(start, end, spans, over)]
        tags = self._tags(start, end, spans)
        segments += row_segments(self._cells, (start, end), self._look.base, layers, tags)
        cells = self._gutter + self._layout.row_cells(row)
        if here and over.cursor >= end:
            segments.append(Segment(" ", self._look.base + self._look.cursor))
            cells += 1
        if cells < self._width:
            segments.append(Segment(" " * (self._width - cells), self._look.base))
        for colours in self._look.filters:
            segments = colours.apply(segments, self._look.ground)
        return Strip(segments, max(cells, self._width)).crop(0, self._width)

    def _gutter_segments(self, start: int, here: bool, evidence: bool) -> Iterator[Segment]:
        if not self._gutter:
            return
        paragraph = self._layout.paragraph(start)
        first = self._layout.paragraphs[paragraph] == start
        number = str(paragraph + 1) if first else ""
        style = self._look.gutter_current if here or evidence else self._look.gutter
        mark = EVIDENCE_MARK if evidence else " "
        yield Segment(f"{mark}{number:>{self._gutter - 2}} ", self._look.base + style)

    def _layers(self, start: int, end: int, spans: list[Span], over: Overlays) -> Iterator[Layer]:
        look = self._look
        for place in self._cells.stand_ins(start, end):
            yield place, place + 1, look.symbol
        for span in sorted(spans, key=lambda span: span.id == over.current):
            style = look.spans.style(span, span.id == over.current, span.id in over.evidence)
            yield max(start, span.start), min(end, span.end), style
        index = max(0, bisect_left(over.matches, (start, start)) - 1)
        while index < len(over.matches) and over.matches[index][0] < end:
            left, right = over.matches[index]
            style = look.match_current if index == over.match_index else look.match
            yield max(start, left), min(end, right), style
            index += 1
        for stretch, style in ((over.selection, look.selection), (over.unit, look.cursor)):
            if clipped := _clip(stretch, start, end):
                yield *clipped, style

    def _tags(self, start: int, end: int, spans: list[Span]) -> dict[int, list[Tag]]:
        tags: dict[int, list[tuple[str, Style]]] = defaultdict(list)
        for span in spans:
            behind = self._cells.end(span.end - 1)
            if start < behind <= end:
                tags[behind].append(self._look.spans.tag(span))
        return tags


def _clip(stretch: Stretch | None, start: int, end: int) -> Stretch | None:
    """Return the part of a stretch that lies within another, if any does."""
    if stretch is None or stretch[0] >= end or stretch[1] <= start:
        return None
    return max(stretch[0], start), min(stretch[1], end)
