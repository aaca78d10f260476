"""Patterns that are costly to try at every place, tried only near the words that each match of them holds."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Protocol

from extract.lazy_pattern import lazy
from extract.needed import Needs, holds, needed
from extract.word_search import WordSearch


class Finder(Protocol):
    """What finds matches in a text: a pattern, or one that is tried near its words."""

    def finditer(self, string: str, /) -> Iterator["re.Match[str]"]:
        """Yield the matches in a text, from left to right."""


class Nearby:
    """A pattern whose matches are found as by itself, in a time that grows with the number of its words."""

    def __init__(self, source: str, reach: int, before: int | None = None) -> None:
        """Take a pattern of which each match needs a word (`needed.py`).

        Args:
            source: the regular expression.
            reach: code points; no match and nothing that it looks at is longer.
            before: code points between the beginning of a match and its word at most, `reach` if left out.
        """
        self._source = source
        self._reach = reach
        self._before = reach if before is None else before
        self._pattern = lazy(source)

    @cached_property
    def _needs(self) -> Needs:
        sets = needed(self._source)
        if not sets:
            raise ValueError(f"matches of {self._source!r} need no word")
        return sets

    @cached_property
    def _words(self) -> WordSearch:
        return WordSearch(self._needs[0])

    def finditer(self, string: str, /) -> Iterator["re.Match[str]"]:
        """Yield the matches in a text, from left to right."""
        if holds(string, self._needs):
            for start, end in self._windows(string):
                yield from self._pattern.finditer(string, start, end)

    def _windows(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the stretches around the words, those that overlap as one."""
        first = last = -1
        for start, end in self._words.spans(text):
            if start - self._before > last:
                if last >= 0:
                    yield first, last
                first = max(0, start - self._before)
            last = min(end + self._reach, len(text))
        if last >= 0:
            yield first, last


class Led:
    """A pattern of which each match begins with one of some words, tried only where they stand."""

    def __init__(self, words: Iterable[str], source: str) -> None:
        """Take the words, and a pattern that begins with one of them and not within another word."""
        self._pattern = lazy(source)
        self._beginnings = words

    @cached_property
    def _words(self) -> WordSearch:
        return WordSearch(self._beginnings)

    def finditer(self, string: str, /) -> Iterator["re.Match[str]"]:
        """Yield the matches in a text, from left to right."""
        for start, _ in self._words.spans(string):
            found = self._pattern.match(string, start)
            if found:
                yield found
