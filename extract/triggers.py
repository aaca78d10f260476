"""Which of many patterns can match a text, by the words that each needs: one pass tells for all."""

from collections.abc import Sequence

from extract.needed import Needs
from extract.word_search import WordSet

_SETS = 2
"""Sets of words that are looked at; further ones would rule out little more."""


class Triggers:
    """The words of some patterns, which are known by their numbers."""

    def __init__(self, needs: Sequence[Needs]) -> None:
        """Make ready for patterns that need something of each of these sets, the most telling first."""
        by_word: dict[str, list[int]] = {}
        self._free = [0] * _SETS
        for number, sets in enumerate(needs):
            for place in range(_SETS):
                words = sets[place] if place < len(sets) else ()
                for word in words:
                    by_word.setdefault(word, [0] * _SETS)[place] |= 1 << number
                self._free[place] |= (not words) << number
        self._words = WordSet(by_word)
        self._needing = [(first, second) for first, second in by_word.values()]

    def living(self, text: str) -> int:
        """Return the patterns that can match in a text or in any part of it: bit `n` is the pattern `n`."""
        first, second = self._free
        for word in self._words.held(text):
            by_first, by_second = self._needing[word]
            first |= by_first
            second |= by_second
        return first & second
