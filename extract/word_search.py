"""Many words found in one pass over a text, by an Aho-Corasick automaton."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

_LONE = re.compile("[\ud800-\udfff]")


class WordSearch:
    """Some words, found from left to right: at each place the longest, no two of them overlapping."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = words

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return _automaton(self._words, MatchKind.LeftmostLongest)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where the words stand, half-open in code points; the cost is linear in the text."""
        return [(start, end) for _, start, end in _found(self._automaton, text, overlapping=False)]


class WordSet:
    """Some words, each with the number of its place in the order given, found within other words too."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(words)

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return _automaton(self._words, MatchKind.Standard)

    def places(self, text: str) -> list[tuple[int, int, int]]:
        """Return the number of each word that stands in a text, with start and end.

        The places, half-open in code points, come in the order of their ends.
        """
        return _found(self._automaton, text, overlapping=True)

    def starts(self, text: str) -> dict[str, list[int]]:
        """Return the words that stand in a text, each with the offsets where it begins."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, start, _ in self.places(text):
            found[self._words[number]].append(start)
        return found


def _automaton(words: Iterable[str], kind: MatchKind) -> AhoCorasick:
    """Return an automaton that is ready soon: others take five times as long for a few words."""
    return AhoCorasick(words, kind, store_patterns=False, implementation=Implementation.ContiguousNFA)


def _found(automaton: AhoCorasick, text: str, *, overlapping: bool) -> list[tuple[int, int, int]]:
    try:
        return automaton.find_matches_as_indexes(text, overlapping)
    except UnicodeEncodeError:  # a lone surrogate, which has no place in UTF-8
        return automaton.find_matches_as_indexes(_LONE.sub("\ufffd", text), overlapping)
