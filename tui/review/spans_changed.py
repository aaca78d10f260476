"""Where two states of an annotation's spans differ, so that only that much is painted anew."""

from store.change import shared
from store.span import Span

SCATTERED = 2_000
"""Code points; changes farther apart than this are painted as a whole."""


def changed_stretch(before: tuple[Span, ...], after: tuple[Span, ...]) -> tuple[int, int] | None:
    """Return the stretch that holds every change whole, as it was and as it is; none where it is too long."""
    head, tail = shared(before, after)
    changed = [*before[head : len(before) - tail], *after[head : len(after) - tail]]
    if not changed:
        return 0, 0
    start, end = min(span.start for span in changed), max(span.end for span in changed)
    return None if end - start > SCATTERED else (start, end)
