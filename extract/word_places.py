"""Where words stand in one text: all that the rules have asked earlier texts for are found in one pass.

An automaton of thousands of words takes long to make. So the first text of a program is searched with small
ones of those words alone that it holds: a program that reads one article needs no other.
"""

from collections.abc import Iterable
from functools import cache, cached_property

from extract.needed import Needs
from extract.word_search import WordSet

_MANY = 300
"""Words from which on it pays to know the pairs of letters in a text."""


class WordPlaces:
    """The words of one text, as far as they are asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        asked = _asked().vocabulary
        self._sets = asked.sets
        self._starts = asked.words.starts(text)
        self._words = frozenset(self._starts)

    def hold(self, needs: Needs) -> bool:
        """Tell whether the text has a word of each set."""
        found = [self.among(words) for words in needs]  # all are asked for, so that the next texts know them
        return all(found)

    def among(self, words: frozenset[str]) -> frozenset[str]:
        """Return those of some words that stand in the text."""
        if words not in self._sets:
            self._sets |= {words}
            self._starts |= WordSet(_held(words, self._text)).starts(self._text)
            self._words = frozenset(self._starts)
            _asked().add(words)
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
    """Some sets of words, and all of their words."""

    def __init__(self, sets: frozenset[frozenset[str]]) -> None:
        self.sets = sets

    @cached_property
    def words(self) -> WordSet:
        """The words of all sets, made ready when a text is searched for them."""
        return WordSet(frozenset[str]().union(*self.sets))


class _Asked:
    """What texts were asked for since the program began; it is replaced as a whole, for threads share it."""

    def __init__(self) -> None:
        self.vocabulary = _Vocabulary(frozenset())

    def add(self, words: frozenset[str]) -> None:
        """Take a set that no text was asked for before."""
        self.vocabulary = _Vocabulary(self.vocabulary.sets | {words})


@cache
def _asked() -> _Asked:
    return _Asked()


def _held(words: frozenset[str], text: str) -> list[str]:
    """Return the words that a text holds: of many, nine in ten are ruled out by their first two letters."""
    some: Iterable[str] = words
    if len(words) > _MANY:
        pairs = {text[at : at + 2] for at in range(len(text))}.union(text)
        some = (word for word in words if word[:2] in pairs)
    return [word for word in some if word in text]
