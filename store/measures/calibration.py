"""Calibration: of the suggestions that claim a score, how many are right."""

from bisect import bisect_right
from collections.abc import Iterable

import msgspec

from store.labelled import Labelled

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
"""The lower edges of the bins, the last one up to and including 1."""


class Bin(msgspec.Struct, frozen=True):
    """Suggestions whose score lies between `low` and `high`, and how many of them were right."""

    low: float
    high: float
    spans: int = 0
    spans_right: int = 0
    values: int = 0
    values_right: int = 0


def calibrate(paired: Iterable[tuple[Labelled, Labelled]]) -> tuple[Bin, ...]:
    """Count the suggestions of each pair of gold and prediction by score; those without one are left out.

    A span is right when start, end and label equal a gold span's, a value when the gold has the same.
    """
    spans: list[tuple[float, bool]] = []
    values: list[tuple[float, bool]] = []
    for gold, predicted in paired:
        extents = {span.extent for span in gold.spans}
        pairs = {(value.field, value.value) for value in gold.values}
        spans += [(s.score, s.extent in extents) for s in predicted.spans if s.score is not None]
        values += [(v.score, (v.field, v.value) in pairs) for v in predicted.values if v.score is not None]
    return tuple(_bin(index, spans, values) for index in range(len(EDGES)))


def _bin(index: int, spans: list[tuple[float, bool]], values: list[tuple[float, bool]]) -> Bin:
    mine = [right for score, right in spans if bisect_right(EDGES, score) - 1 == index]
    my_values = [right for score, right in values if bisect_right(EDGES, score) - 1 == index]
    high = EDGES[index + 1] if index + 1 < len(EDGES) else 1.0
    return Bin(EDGES[index], high, len(mine), sum(mine), len(my_values), sum(my_values))
