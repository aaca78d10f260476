"""From the surface of a span to the code that it means, by the terms that the schema gives each code."""

from collections.abc import Iterator
from functools import lru_cache

from extract.folding import fold
from store.schema import Field

_SHORT = 2


@lru_cache(maxsize=64)
def _terms(field: Field) -> tuple[tuple[str, str], ...]:
    pairs = ((term, code.id) for code in field.codes for term in (*code.terms, code.name.ja))
    return tuple((fold(term).casefold(), code_id) for term, code_id in pairs)


@lru_cache(maxsize=4096)
def code_of(field: Field, surface: str) -> str | None:
    """Return the code whose term ends last in the surface, the longest of those; none without any term.

    The head of a Japanese compound stands last: 担当者の氏名 is a name, 配送先住所 an address.
    """
    folded = fold(surface).casefold()
    found = ((end, len(term), code_id) for term, code_id in _terms(field) for end in _ends(folded, term))
    return max(found, key=lambda hit: hit[:2], default=(0, 0, None))[2]


def _ends(folded: str, term: str) -> Iterator[int]:
    """Yield where a term ends in a surface; letters stand alone, and ID is not the end of 患者ID."""
    start = folded.rfind(term)
    if start < 0:
        return
    end = start + len(term)
    before, after = folded[start - 1 : start], folded[end : end + 1]
    joined = before.isalnum() if len(term) <= _SHORT else before.isascii() and before.isalnum()
    if not term[0].isascii() or not (joined or (after.isascii() and after.isalpha())):
        yield end
