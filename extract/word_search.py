"""Many words found in one pass over a text, by an Aho-Corasick automaton."""

import re
from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, MatchKind

_LONE = re.compile("[\ud800-\udfff]")


class WordSearch:
    """Some words, found from left to right: at each place the longest, no two of them overlapping."""

    def __init__(self, words: Iterable[str]) -> None:
        self._automaton = AhoCorasick(words, MatchKind.LeftmostLongest, store_patterns=False)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where the words stand, half-open in code points; the cost is linear in the text."""
        try:
            found = self._automaton.find_matches_as_indexes(text)
        except UnicodeEncodeError:  # a lone surrogate, which has no place in UTF-8
            found = self._automaton.find_matches_as_indexes(_LONE.sub("\ufffd", text))
        return [(start, end) for _, start, end in found]
