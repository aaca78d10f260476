"""Order: names as a schema lists them, then those that it doesn't know."""

from collections.abc import Iterable, Sequence


def in_order(names: Iterable[str], order: Sequence[str]) -> list[str]:
    """Return each name once: first those of the order, in it, then the others sorted."""
    there = set(names)
    return [*(name for name in order if name in there), *sorted(there.difference(order))]
