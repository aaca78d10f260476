"""Which of many patterns can match a text, by the words that each needs: one pass tells for all."""

from collections.abc import Sequence

from extract.needed import Needs
from extract.word_places import WordPlaces
from extract.word_search import WordSet

_SETS = 2
"""Sets of words that are looked at; further ones would rule out little more."""


class Triggers:
    """The words of some patterns, which are known by their numbers."""

    def __init__(self, needs: Sequence[Needs]) -> None:
        """Make ready for patterns that need something of each of these sets, the most telling first."""
        self._count = len(needs)  # bits of the first sets, below as many of the second ones
        self._by_word: dict[str, int] = {}
        self._free = 0
        for number, sets in enumerate(needs):
            for place in range(_SETS):
                bit = 1 << number + place * self._count
                words = sets[place] if place < len(sets) else ()
                for word in words:
                    self._by_word[word] = self._by_word.get(word, 0) | bit
                if not words:
                    self._free |= bit
        self._words = frozenset(self._by_word)
        self._needing = list(self._by_word.values())
        self._search = WordSet(self._by_word)

    def living_by(self, words: WordPlaces) -> int:
        """Return the patterns that can match in a text with these words: bit `n` is the pattern `n`."""
        found = self._free
        for word in words.among(self._words):
            found |= self._by_word[word]
        return found & found >> self._count

    def living(self, text: str) -> int:
        """Return the patterns that can match in a text or in any part of it, as bits."""
        return self.living_each(text, ((0, len(text)),))[0]

    def living_each(self, text: str, stretches: Sequence[tuple[int, int]]) -> list[int]:
        """Return, for each of some stretches of a text in its order, the patterns that can match in it."""
        found, number = [self._free] * len(stretches), 0
        places = self._search.places(text[: stretches[-1][1]]) if stretches else ()
        for word, start, end in places:
            while stretches[number][1] < end:
                number += 1
            if start >= stretches[number][0]:
                found[number] |= self._needing[word]
        return [one & one >> self._count for one in found]
