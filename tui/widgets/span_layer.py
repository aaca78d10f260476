"""The spans of a text, held so that what lies on a row is found at once, however long the text is."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from store.span import Span

BLOCK = 256
"""Code points; spans are kept by the blocks of this size that they touch."""


class SpanLayer:
    """Spans by place, and for each place a generation that grows when something there has changed."""

    def __init__(self, spans: Sequence[Span] = ()) -> None:
        self._blocks: dict[int, list[Span]] = {}
        self._by_id: dict[str, Span] = {}
        self._generations: Counter[int] = Counter()
        for span in spans:
            self._add(span)

    def get(self, span_id: str | None) -> Span | None:
        """Return the span of that id, if it is there."""
        return self._by_id.get(span_id) if span_id is not None else None

    def between(self, start: int, end: int) -> list[Span]:
        """Return the spans that touch a stretch, longer ones first: shorter ones are painted over them."""
        found = {
            span.id: span
            for block in _blocks(start, end)
            for span in self._blocks.get(block, ())
            if span.start < end and span.end > start
        }
        return sorted(found.values(), key=lambda span: (span.start - span.end, span.start))

    def at(self, offset: int) -> Span | None:
        """Return the shortest span over a code point, one that is not rejected before one that is."""
        spans = self.between(offset, offset + 1)
        return min(spans, key=lambda span: (span.status == "rejected", span.end - span.start), default=None)

    def update(self, spans: Sequence[Span], start: int, end: int) -> tuple[list[Span], list[Span]]:
        """Take the spans of one stretch over from a new list.

        Args:
            spans: all spans, in text order.
            start: where the stretch begins; what differs from before lies wholly within it, both as it was
                and as it is now.
            end: where it ends.

        Returns:
            the spans that touched it, and those that do so now.
        """
        end = max(end, start + 1)
        old = self.between(start, end)
        low = bisect_left(spans, start, key=_start)
        inside = spans[low : bisect_left(spans, end, low, key=_start)]
        new = [*(span for span in old if span.start < start), *inside]
        for span in old:
            self._remove(span)
        for span in new:
            self._add(span)
        self.touch(start, end)
        return old, new

    def touch(self, start: int, end: int) -> None:
        """Note that what is painted on a stretch has changed."""
        self._generations.update(_blocks(start, end))

    def generation(self, start: int, end: int) -> int:
        """Return a number that changes whenever something on a stretch does."""
        return sum(self._generations[block] for block in _blocks(start, end))

    def _add(self, span: Span) -> None:
        self._by_id[span.id] = span
        for block in _blocks(span.start, span.end):
            self._blocks.setdefault(block, []).append(span)

    def _remove(self, span: Span) -> None:
        del self._by_id[span.id]
        for block in _blocks(span.start, span.end):
            self._blocks[block].remove(span)


def _blocks(start: int, end: int) -> range:
    return range(start // BLOCK, max(start, end - 1) // BLOCK + 1)


def _start(span: Span) -> int:
    return span.start
