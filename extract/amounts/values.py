"""Counts and amounts of money as integers, from the words as they stand in a text."""

from functools import lru_cache

from extract.amounts.numbers import NUMERAL, parse_number
from extract.folding import fold
from extract.lazy_pattern import lazy

_NUMERAL = lazy(NUMERAL)


@lru_cache(maxsize=4096)
def amount_of(surface: str) -> int | None:
    """Return the integer of a count or an amount: `約5万2000件以上` is 52000, `21百万円` 21000000.

    Of a range (`7万件から10万件`) it is the upper end, as guidelines.md takes the largest of several; none
    where a numeral has no exact value (`数十件`) or there is none.
    """
    values = [parse_number(match[0]) for match in _NUMERAL.finditer(fold(surface))]
    if not values or any(value is None for value in values):
        return None
    return max(value for value in values if value is not None)
