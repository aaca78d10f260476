"""A document: one text as the rules see it, with what several of them need worked out once."""

import sys
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

from extract.folding import fold
from extract.lazy_pattern import lazy
from extract.sections import Section, sections_of
from extract.tokens import Tokens
from extract.word_places import WordPlaces

T = TypeVar("T")
Stretch = tuple[int, int]
"""Start and end, half-open in code points."""

_LINE = lazy(r"[^\n]+")
_SENTENCE = lazy(r"[^。！？\n]+[。！？]*[」』）)]*|[。！？]+")


class Document:
    """One text with its folded twin, words, tokens, lines, sentences and sections, each made when asked."""

    def __init__(self, text: str, published: str | None = None) -> None:
        self.text = text
        self.published = published
        self._done: dict[Callable[[Document], Any], Any] = {}

    def once(self, work: "Callable[[Document], T]") -> T:
        """Return what a pure function makes of this document, computed the first time only."""
        if work not in self._done:
            self._done[work] = work(self)
        result: T = self._done[work]
        return result

    @cached_property
    def folded(self) -> str:
        """The text with width variants made one; every offset is the same as in `text`."""
        return fold(self.text)

    @cached_property
    def words(self) -> WordPlaces:
        """Where words stand in the folded text."""
        return WordPlaces(self.folded)

    @cached_property
    def tokens(self) -> Tokens:
        """The morphemes."""
        return Tokens(self.text)

    @cached_property
    def lines(self) -> tuple[Stretch, ...]:
        """The lines that hold any character, without their line ends."""
        return tuple(match.span() for match in _LINE.finditer(self.text))

    @cached_property
    def sentences(self) -> tuple[Stretch, ...]:
        """The sentences, ended by 。！？ with closing brackets, or by a line end."""
        return tuple(match.span() for match in _SENTENCE.finditer(self.text))

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The stretches from one heading to the next."""
        return sections_of(self.folded, self.lines)

    def sentence_at(self, offset: int) -> Stretch:
        """Return the sentence that holds the code point; an empty stretch there if none does."""
        return _holding(self.sentences, offset)

    def line_at(self, offset: int) -> Stretch:
        """Return the line that holds the code point; an empty stretch there if none does."""
        return _holding(self.lines, offset)

    def section_at(self, offset: int) -> Section:
        """Return the section that holds the code point."""
        return self.sections[bisect_right(self._section_starts, offset) - 1]

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.start for section in self.sections]


def _holding(stretches: tuple[Stretch, ...], offset: int) -> Stretch:
    index = bisect_right(stretches, (offset, sys.maxsize)) - 1
    if index >= 0 and offset < stretches[index][1]:
        return stretches[index]
    return offset, offset
