"""Where words stand in one text: all that the rules have asked earlier texts for are found in one pass.

An automaton of thousands of words takes long to make. So the first text of a program is searched with small
ones of those words alone that it holds: a program that reads one article needs no other.
"""

from collections.abc import Iterable
from functools import cache

from extract.needed import Needs
from extract.word_search import WordSet

_MANY = 300
"""Words from which on it pays to know the pairs of letters in a text."""


class WordPlaces:
    """The words of one text, as far as they are asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._asked = _vocabulary().sets
        self._starts = _vocabulary().starts(text)
        self._words = frozenset(self._starts)

    def hold(self, needs: Needs) -> bool:
        """Tell whether the text has a word of each set."""
        return all(self.among(words) for words in needs)

    def among(self, words: frozenset[str]) -> frozenset[str]:
        """Return those of some words that stand in the text."""
        if words not in self._asked:
            self._asked |= {words}
            self._starts |= WordSet(_held(words, self._text)).starts(self._text)
            self._words = frozenset(self._starts)
            _vocabulary().add(words)
        return self._words & words

    def spans(self, words: frozenset[str]) -> list[tuple[int, int]]:
        """Return where words stand, half-open in code points: at each place the longest, none overlapping."""
        found = sorted((start, -len(word)) for word in self.among(words) for start in self._starts[word])
        spans, last = [], 0
        for start, length in found:
            if start >= last:
                last = start - length
                spans.append((start, last))
        return spans


class _Vocabulary:
    """The sets of words that texts were asked for since the program began."""

    def __init__(self) -> None:
        self.sets: frozenset[frozenset[str]] = frozenset()
        self._all: WordSet | None = None

    def add(self, words: frozenset[str]) -> None:
        """Take a set that no text was asked for before."""
        self.sets |= {words}
        self._all = None

    def starts(self, text: str) -> dict[str, list[int]]:
        """Return the words that stand in a text, each with the offsets where it begins."""
        self._all = self._all or WordSet(frozenset[str]().union(*self.sets))
        return self._all.starts(text)


@cache
def _vocabulary() -> _Vocabulary:
    return _Vocabulary()


def _held(words: frozenset[str], text: str) -> list[str]:
    """Return the words that a text holds: of many, nine in ten are ruled out by their first two letters."""
    some: Iterable[str] = words
    if len(words) > _MANY:
        pairs = {text[at : at + 2] for at in range(len(text))}.union(text)
        some = (word for word in words if word[:2] in pairs)
    return [word for word in some if word in text]
