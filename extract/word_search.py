"""Many words found in one pass over a text, by an Aho-Corasick automaton."""

import re
from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

_LONE = re.compile("[\ud800-\udfff]")
_MANY = 300
"""Words from which on it pays to know the pairs of letters in a text."""


class WordSearch:
    """Some words, found from left to right: at each place the longest, no two of them overlapping.

    The first text is searched with an automaton of those words alone that it holds, for that of a list of
    thousands takes ten times as long to make: a program that reads one article needs none.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(words)
        self._is_first = True
        self._automaton: AhoCorasick | None = None

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where the words stand, half-open in code points; the cost is linear in the text."""
        if self._is_first:
            self._is_first = False
            automaton = _longest_of(_held(self._words, text))
        else:
            automaton = self._automaton = self._automaton or _longest_of(self._words)
        return [(start, end) for _, start, end in _found(automaton, text, overlapping=False)]


class WordSet:
    """Some words, each with the number of its place in the order given, and where they stand in a text."""

    def __init__(self, words: Iterable[str]) -> None:
        self._automaton = _automaton(words, MatchKind.Standard)

    def places(self, text: str) -> list[tuple[int, int, int]]:
        """Return the number of each word that stands in a text, within other words too, with start and end.

        The places, half-open in code points, come in the order of their ends.
        """
        return _found(self._automaton, text, overlapping=True)


def _held(words: tuple[str, ...], text: str) -> Iterable[str]:
    """Return the words that a text holds: of many, nine in ten are ruled out by their first two letters."""
    if len(words) > _MANY:
        pairs = {text[at : at + 2] for at in range(len(text))}.union(text)
        words = tuple(word for word in words if word[:2] in pairs)
    return (word for word in words if word in text)


def _longest_of(words: Iterable[str]) -> AhoCorasick:
    return _automaton(words, MatchKind.LeftmostLongest)


def _automaton(words: Iterable[str], kind: MatchKind) -> AhoCorasick:
    """Return an automaton that is ready soon: others take five times as long for a few words."""
    return AhoCorasick(words, kind, store_patterns=False, implementation=Implementation.ContiguousNFA)


def _found(automaton: AhoCorasick, text: str, *, overlapping: bool) -> list[tuple[int, int, int]]:
    try:
        return automaton.find_matches_as_indexes(text, overlapping)
    except UnicodeEncodeError:  # a lone surrogate, which has no place in UTF-8
        return automaton.find_matches_as_indexes(_LONE.sub("\ufffd", text), overlapping)
