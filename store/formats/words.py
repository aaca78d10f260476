"""A text cut into words as spaCy and Prodigy want them: joined with their blanks, they are the text again."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from store.formats.piece import Tokens
from store.span import Span


class Word(NamedTuple):
    """A word of a text, from start to end in code points."""

    start: int
    end: int
    blank: bool
    """Whether a blank follows that belongs to it."""


def words_of(text: str, tokens: Tokens, spans: Iterable[Span]) -> list[Word]:
    """Return the words of a text, cut at every edge of a token or a span, so that each span is whole words.

    All white space but a single blank behind a word is a word itself, and so is a blank with which a span
    begins or ends.
    """
    starts, ends = set(), set()
    for span in spans:
        starts.add(span.start)
        ends.add(span.end)
    edges = {0, len(text), *starts, *ends, *(edge for token in tokens for edge in token)}
    words: list[Word] = []
    for start, end in pairwise(sorted(edges)):
        free = start not in starts and end not in ends
        if text[start:end] == " " and free and words and not words[-1].blank:
            words[-1] = words[-1]._replace(blank=True)
        else:
            words.append(Word(start, end, False))
    return words
