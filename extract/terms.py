"""Mentions by what a schema itself declares: terms, patterns and excluded words of a label."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from extract.document import Document
from extract.errors import SlowPatternError
from extract.folding import fold
from extract.mention import Mention
from extract.word_search import WordSearch
from store.schema import Label

if TYPE_CHECKING:
    import regex

_TERM_SCORE = 0.9
_PATTERN_SCORE = 0.8
_SECONDS = 1.0
"""How long one pattern may take on a short text."""
_CODE_POINTS_A_SECOND = 200_000
"""Longer texts give it more time, in step with their length; a linear pattern needs far less."""


def find_terms(document: Document, label: Label) -> Iterator[Mention]:
    """Find a label's terms and patterns in the folded text, save where they touch an excluded word.

    Patterns are matched by the `regex` package, which knows a time limit: a user's pattern must not hang
    the program.

    Raises:
        SlowPatternError: a pattern ran out of time.
    """
    excluded = _found(document, label.exclude)
    starts = [start for start, _ in excluded]
    for mention in (*_terms(document, label), *_patterns(document, label)):
        index = bisect_left(starts, mention.end) - 1
        if index < 0 or excluded[index][1] <= mention.start:
            yield mention


def _found(document: Document, words: tuple[str, ...]) -> list[tuple[int, int]]:
    return _any_of(words).spans(document.folded) if words else []


@lru_cache(maxsize=256)
def _any_of(words: tuple[str, ...]) -> WordSearch:
    return WordSearch(map(fold, words))


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> "regex.Pattern[str]":
    import regex

    return regex.compile(pattern)


def _terms(document: Document, label: Label) -> Iterator[Mention]:
    for start, end in _found(document, label.terms):
        yield Mention(start, end, label.id, "schema.term", _TERM_SCORE, (document.text[start:end],))


def _patterns(document: Document, label: Label) -> Iterator[Mention]:
    seconds = max(_SECONDS, len(document.folded) / _CODE_POINTS_A_SECOND)
    for pattern in label.patterns:
        compiled = _compiled(pattern)
        group = "span" if "span" in compiled.groupindex else 0
        try:
            for match in compiled.finditer(document.folded, timeout=seconds):
                start, end = match.span(group)
                if 0 <= start < end:
                    why = (document.text[match.start() : match.end()],)
                    yield Mention(start, end, label.id, "schema.pattern", _PATTERN_SCORE, why)
        except TimeoutError:
            raise SlowPatternError(label.id, pattern, seconds) from None
