"""Patterns that are costly to try at every place, tried only near the words that each match of them holds."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from extract.document import Document
from extract.lazy_pattern import lazy
from extract.needed import Needs, needed


class Nearby:
    """A pattern whose matches are found as by itself, in a time that grows with the number of its words."""

    def __init__(self, source: "str | re.Pattern[str]", reach: int, before: int | None = None) -> None:
        """Take a pattern of which each match needs a word (`needed.py`).

        Args:
            source: the regular expression, or a lazy pattern.
            reach: code points; no match and nothing that it looks at is longer.
            before: code points between the beginning of a match and its word at most, `reach` if left out.
        """
        self._pattern = lazy(source) if isinstance(source, str) else source
        self._reach = reach
        self._before = reach if before is None else before

    @cached_property
    def _needs(self) -> Needs:
        sets = needed(self._pattern.pattern)
        if not sets:
            raise ValueError(f"matches of {self._pattern.pattern!r} need no word")
        return sets

    def finditer(self, document: Document) -> Iterator["re.Match[str]"]:
        """Yield the matches in the folded text, from left to right."""
        if document.words.hold(self._needs):
            for start, end in self._windows(document):
                yield from self._pattern.finditer(document.folded, start, end)

    def _windows(self, document: Document) -> Iterator[tuple[int, int]]:
        """Yield the stretches around the words, those that overlap as one."""
        first = last = -1
        for start, end in document.words.spans(self._needs[0]):
            if start - self._before > last:
                if last >= 0:
                    yield first, last
                first = max(0, start - self._before)
            last = min(end + self._reach, len(document.folded))
        if last >= 0:
            yield first, last


class Throughout:
    """A pattern of long matches, searched for in the whole of those texts that have the words they need."""

    def __init__(self, source: "str | re.Pattern[str]") -> None:
        """Take a pattern, or a lazy one; if matches of it need no word, it is searched for in every text."""
        self._pattern = lazy(source) if isinstance(source, str) else source

    @cached_property
    def _needs(self) -> Needs:
        return needed(self._pattern.pattern)

    def finditer(self, document: Document) -> Iterator["re.Match[str]"]:
        """Yield the matches in the folded text, from left to right."""
        return self._pattern.finditer(document.folded) if document.words.hold(self._needs) else iter(())


class Led:
    """A pattern of which each match begins with one of some words, tried only where they stand."""

    def __init__(self, words: Iterable[str], source: str) -> None:
        """Take the words, and a pattern that begins with one of them and not within another word."""
        self._pattern = lazy(source)
        self._words = frozenset(words)

    def finditer(self, document: Document) -> Iterator["re.Match[str]"]:
        """Yield the matches in the folded text, from left to right."""
        for start, _ in document.words.spans(self._words):
            found = self._pattern.match(document.folded, start)
            if found:
                yield found
