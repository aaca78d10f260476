"""From the surface of a span to the code that it means, by the terms that the schema gives each code."""

import re
from functools import lru_cache

from extract.folding import fold
from store.schema import Field

_SHORT = 2


@lru_cache(maxsize=64)
def _terms(field: Field) -> tuple[tuple[re.Pattern[str], str], ...]:
    pairs = ((term, code.id) for code in field.codes for term in (*code.terms, code.name.ja))
    return tuple((_pattern(fold(term)), code_id) for term, code_id in pairs)


def _pattern(term: str) -> re.Pattern[str]:
    """A term in letters stands alone between other letters; a short one, as ID, isn't the end of 患者ID."""
    left = "" if not term[0].isascii() else r"(?<![A-Za-z])" if len(term) > _SHORT else r"(?<!\w)"
    right = r"(?![A-Za-z])" if term[-1].isascii() else ""
    return re.compile(left + re.escape(term) + right, re.IGNORECASE)


@lru_cache(maxsize=4096)
def code_of(field: Field, surface: str) -> str | None:
    """Return the code whose term ends last in the surface, the longest of those; none without any term.

    The head of a Japanese compound stands last: 担当者の氏名 is a name, 配送先住所 an address.
    """
    folded = fold(surface)
    found = (
        (match.end(), len(match.group()), code_id)
        for pattern, code_id in _terms(field)
        for match in pattern.finditer(folded)
    )
    return max(found, key=lambda hit: hit[:2], default=(0, 0, None))[2]
