"""Which cues can hold in a sentence, by the words that it has: one pass tells for all rulebooks."""

from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from extract.data_file import data_names
from extract.record.needed import Needs, needed, telling
from extract.record.rulebook import Cue, rulebook
from extract.word_search import WordSet

PLACES = ("before", "after", "surface", "sentence", "heading")
"""Where cues look; headings stand outside the sentence."""

Cues = int
"""A set of cues: bit `n` stands for the cue of number `n`."""


class Triggers(msgspec.Struct, frozen=True):
    """Every cue has a number, and up to two sets of words of which the sentence must hold one each."""

    first: Mapping[tuple[str, str], int]
    """By rulebook and role the number of the role's best-scored cue; the next ones follow."""
    words: WordSet
    needing: tuple[tuple[Cues, Cues], ...]
    """By word the cues that need it or others, in their first set and in their second."""
    free: tuple[Cues, Cues]
    """The cues without a first set, and without a second one."""

    def living(self, sentence: str) -> Cues:
        """Return the cues that can hold in a folded sentence or in any part of it."""
        first, second = self.free
        for word in self.words.held(sentence):
            by_first, by_second = self.needing[word]
            first |= by_first
            second |= by_second
        return first & second


@cache
def triggers() -> Triggers:
    """Return the triggers of all rulebooks, worked out the first time only."""
    first: dict[tuple[str, str], int] = {}
    all_needs: list[Needs] = []
    for book in data_names("record"):
        for role, cues in rulebook(book).roles.items():
            first[book, role] = len(all_needs)
            all_needs += [telling(_needs(book, cue)) for cue in cues]
    by_word: dict[str, list[Cues]] = {}
    free = [0, 0]
    for number, needs in enumerate(all_needs):
        for place in range(2):
            for word in needs[place] if place < len(needs) else ():
                by_word.setdefault(word, [0, 0])[place] |= 1 << number
            free[place] |= (place >= len(needs)) << number
    needing = tuple((one, two) for one, two in by_word.values())
    return Triggers(first, WordSet(by_word), needing, (free[0], free[1]))


def _needs(book: str, cue: Cue) -> Iterator[frozenset[str]]:
    for place in PLACES:
        pattern = getattr(cue, place)
        if pattern and place != "heading":
            yield from needed(pattern, rulebook(book).needs)
