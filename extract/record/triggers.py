"""Which cues can hold in a sentence, by the words that it has: one pass tells for all rulebooks."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

import msgspec

from extract.data_file import data_names
from extract.needed import Needs, telling
from extract.record.rulebook import Cue, needs_of, rulebook
from extract.triggers import Triggers

PLACES = ("before", "after", "surface", "sentence", "heading")
"""Where cues look; headings stand outside the sentence."""


class CueTriggers(msgspec.Struct, frozen=True):
    """The triggers of every cue, which is known by a number."""

    first: Mapping[tuple[str, str], int]
    """By rulebook and role the number of the role's best-scored cue; the next ones follow."""
    sentences: Triggers
    headings: Triggers


@cache
def cue_triggers() -> CueTriggers:
    """Return the triggers of the cues of all rulebooks, worked out the first time only."""
    first: dict[tuple[str, str], int] = {}
    sentences: list[Needs] = []
    headings: list[Needs] = []
    for book in data_names("record"):
        for role, cues in rulebook(book).roles.items():
            first[book, role] = len(sentences)
            sentences += [telling(_needs(book, cue)) for cue in cues]
            headings += [needs_of(book, cue.heading or "") for cue in cues]
    return CueTriggers(first, Triggers(sentences), Triggers(headings))


@lru_cache(maxsize=1024)
def living_under(heading: str) -> int:
    """Return the cues that can hold under some folded headings, bit by number."""
    return cue_triggers().headings.living(heading)


def _needs(book: str, cue: Cue) -> Iterator[frozenset[str]]:
    for place in PLACES:
        pattern = getattr(cue, place)
        if pattern and place != "heading":
            yield from needs_of(book, pattern)
