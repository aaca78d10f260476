"""Coefficients of agreement beyond chance, for nominal categories: Cohen's kappa and Krippendorff's alpha.

They work on counts of equal units, so that a million tokens cost no more memory than their few distinct
patterns, and need no numerical library.
"""

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import Any

import msgspec

Units = Mapping[tuple[Any, ...], int]
"""How often each pattern of answers occurs: one category an annotator, none where one gave no answer."""


class Figure(msgspec.Struct, frozen=True):
    """A coefficient, or the reason why there is none."""

    value: float | None
    why: str | None = None
    """In words, where the value is undefined."""


NO_UNITS = Figure(None, "nothing was judged by two")
NO_VARIATION = Figure(None, "only one category was used, so agreement by chance can't be told from any other")


def kappa(units: Units) -> Figure:
    """Return Cohen's kappa of two annotators; units that one of them left out don't count.

    Source: J. Cohen, A Coefficient of Agreement for Nominal Scales, 1960, formula 1.

    Args:
        units: patterns of two answers.
    """
    judged = {pair: count for pair, count in units.items() if None not in pair}
    total = sum(judged.values())
    if not total:
        return NO_UNITS
    first, second = Counter[Hashable](), Counter[Hashable]()
    for (one, other), count in judged.items():
        first[one] += count
        second[other] += count
    observed = sum(count for (one, other), count in judged.items() if one == other)
    expected = sum(first[category] * second[category] for category in first) / total
    if expected == total:
        return NO_VARIATION
    return Figure((observed - expected) / (total - expected))


def alpha(units: Units) -> Figure:
    """Return Krippendorff's alpha, nominal, of any number of annotators with answers missing.

    Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, section C.

    Args:
        units: patterns of answers; those with fewer than two answers can't be paired and don't count.
    """
    totals = Counter[Hashable]()
    disagreement = 0.0
    for pattern, count in units.items():
        answers = Counter[Hashable](answer for answer in pattern if answer is not None)
        size = answers.total()
        if size < 2:
            continue
        disagreement += count * _unequal(answers) / (size - 1)
        for category, times in answers.items():
            totals[category] += count * times
    if not totals:
        return NO_UNITS
    expected = _unequal(totals) / (totals.total() - 1)
    return Figure(1 - disagreement / expected) if expected else NO_VARIATION


def _unequal(counted: Counter[Hashable]) -> int:
    """How many ordered pairs of answers differ."""
    return counted.total() ** 2 - sum(count * count for count in counted.values())
