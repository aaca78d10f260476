"""What confirmed gold teaches: a surface that people have labelled is suggested in the next articles.

A lesson is counted, not fitted: of the places where a surface stood in confirmed articles, how many bore the
label. That share is the score of what is suggested, so it means what the scores of rules mean.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from extract.document import Document
from extract.lexicon import stands_alone
from extract.mention import Mention
from store.span import Span

RULE = "learned"
"""The rule id of what is suggested so."""
_LONGEST = 40
"""Code points; longer surfaces don't come again."""
_LEAST = 0.75
"""The least share: two places of two reach it. Below it, words that have everyday uses as well did more harm
than good on annotated articles."""


class Term(NamedTuple):
    """A surface with the label that people gave it."""

    surface: str
    label: str


class Tally(NamedTuple):
    """At how many places a surface stood in confirmed articles, and at how many of them it bore the label."""

    labelled: int = 0
    places: int = 0

    @property
    def share(self) -> float:
        """The share expected at the next place, by Laplace's rule of succession: 2 of 3 after one of one."""
        return (self.labelled + 1) / (self.places + 2)


class Lessons(msgspec.Struct, frozen=True):
    """All that was learned; a new one comes of each article, so that threads may share it."""

    tallies: Mapping[Term, Tally] = {}

    def after(self, text: str, gold: Iterable[Span]) -> "Lessons":
        """Return what is known after one more confirmed article with its gold spans.

        A surface counts from the first article that labels it. Places inside of another gold span don't
        count: the name of a firm is not labelled within the name of its shop.
        """
        spans = tuple(gold)
        labelled = Counter(Term(span.text, span.label) for span in spans)
        new = {Term(span.text, span.label) for span in spans if _comes_again(span.text)}
        taken = _covered(len(text), spans)
        tallies = dict(self.tallies)
        for term in {*self.tallies, *new}:
            hits = labelled[term]
            misses = sum(not any(taken[start:end]) for start, end in _places(text, term.surface))
            if hits or misses:
                known = tallies.get(term, Tally())
                tallies[term] = Tally(known.labelled + hits, known.places + hits + misses)
        return Lessons(tallies)

    def find(self, document: Document, label: str) -> Iterator[Mention]:
        """Find the surfaces that mostly bear a label, where they begin and end with a morpheme."""
        for term, tally in self.tallies.items():
            if term.label == label and tally.share >= _LEAST:
                for start, end in _places(document.text, term.surface):
                    if _is_whole(document, start, end):
                        yield Mention(start, end, label, RULE, tally.share, (_words(tally),))


NOTHING = Lessons()
"""What is known before anything was confirmed."""


def _comes_again(surface: str) -> bool:
    """Whether a surface may stand in other articles: dates, counts and amounts don't."""
    return 2 <= len(surface) <= _LONGEST and not any(map(str.isdigit, surface))


def _covered(length: int, spans: Iterable[Span]) -> bytearray:
    """Return for each code point whether a gold span covers it."""
    taken = bytearray(length)
    for span in spans:
        taken[span.start : span.end] = b"\1" * (span.end - span.start)
    return taken


def _is_whole(document: Document, start: int, end: int) -> bool:
    """Whether a stretch begins and ends with a morpheme and isn't cut out of a katakana or Latin word."""
    tokens = document.tokens.between(start, end)
    first, last = document.tokens[tokens[0]], document.tokens[tokens[-1]]
    return first.start == start and last.end == end and stands_alone(document.folded, start, end)


def _places(text: str, surface: str) -> Iterator[tuple[int, int]]:
    start = text.find(surface)
    while start >= 0:
        yield start, start + len(surface)
        start = text.find(surface, start + len(surface))


def _words(tally: Tally) -> str:
    return f"{tally.labelled}/{tally.places}"
