"""Mentions by what a schema itself declares: terms and patterns of a label."""

import re
from collections.abc import Iterator

from extract.document import Document
from extract.folding import fold
from extract.mention import Mention
from store.schema import Label

_TERM_SCORE = 0.9
_PATTERN_SCORE = 0.8


def find_declared(document: Document, label: Label) -> Iterator[Mention]:
    """Find a label's terms and patterns, save where they touch one of its excluded words."""
    excluded = _excluded(document, label)
    for mention in (*_terms(document, label), *_patterns(document, label)):
        if not any(start < mention.end and mention.start < end for start, end in excluded):
            yield mention


def _excluded(document: Document, label: Label) -> list[tuple[int, int]]:
    if not label.exclude:
        return []
    return [match.span() for match in re.finditer(_alternatives(label.exclude), document.folded)]


def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(fold(word)) for word in sorted(words, key=len, reverse=True))


def _terms(document: Document, label: Label) -> Iterator[Mention]:
    if label.terms:
        for match in re.finditer(_alternatives(label.terms), document.folded):
            yield Mention(*match.span(), label.id, "schema.term", _TERM_SCORE, (match[0],))


def _patterns(document: Document, label: Label) -> Iterator[Mention]:
    for pattern in label.patterns:
        for match in re.finditer(pattern, document.folded):
            start, end = match.span("span") if "span" in match.re.groupindex else match.span()
            if start < end:
                yield Mention(start, end, label.id, "schema.pattern", _PATTERN_SCORE, (match[0],))
