"""One row of text with its styled stretches, as segments for the terminal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style

from tui.text.cells import Cells

Layer = tuple[int, int, Style]
"""A stretch of the text, half-open in code points, and the style to lay over it; later layers lie on top."""
Tag = tuple[str, Style]


def row_segments(
    cells: Cells,
    extent: tuple[int, int],
    base: Style,
    layers: Sequence[Layer],
    tags: Mapping[int, Sequence[Tag]],
) -> Iterator[Segment]:
    """Yield the segments of a row.

    Args:
        cells: the measured text.
        extent: the row's stretch of it.
        base: the style under all layers.
        layers: styled stretches; an edge within a cluster is moved out to the cluster's own.
        tags: what stands behind the clusters that end at an offset.
    """
    start, end = extent
    placed = [
        (max(start, cells.start(a)), min(end, cells.end(b - 1)), style) for a, b, style in layers if a < b
    ]
    edges = {start, end, *(edge for edge in tags if start < edge <= end)}
    edges.update(edge for a, b, _ in placed for edge in (a, b) if start <= edge <= end)
    places = sorted(edges)
    for left, right in pairwise(places):
        style = base
        for a, b, over in placed:
            if a <= left and right <= b:
                style += over
        yield Segment(cells.shown(left, right), style)
        yield from _tags(tags.get(right, ()), base)


def _tags(tags: Iterable[Tag], base: Style) -> Iterator[Segment]:
    for text, style in tags:
        yield Segment(text, base + style)
