"""Discovery: through whom it came to be known, by who told whom."""

from collections.abc import Iterator

import msgspec

from extract.record.cues import judge_roles
from extract.record.dates import date_of
from extract.record.filling import Filling, first
from extract.record.partners import contractor_mentions
from extract.record.reading import Reading, Surroundings
from extract.record.rulebook import pattern, rulebook
from store.schema import Field

_BOOK = "discovery"
_WEAK = 0.8
_CONTRACTOR = "委託先"
"""The word that stands for a contractor's name, so that cues needn't know names."""


class _Told(msgspec.Struct, frozen=True):
    """Who made it known by one sentence, and where in the text that stands."""

    filling: Filling
    start: int
    end: int
    at: int


def fill_discovery(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return who made it known: in the sentence that dates the discovery, else wherever it is told first.

    Within one sentence the teller named first counts; what he passes on from others comes after.
    """
    dated = [span.start for filling in date_of(reading, "discovered_on") for span in filling.evidence]

    def rank(told: _Told) -> tuple[bool, bool, int]:
        is_dated = any(told.start <= offset < told.end for offset in dated)
        return told.filling.score < _WEAK, not is_dated, told.at

    return first([told.filling for told in sorted(_told(reading, field), key=rank)])


def _told(reading: Reading, field: Field) -> Iterator[_Told]:
    teller = pattern(_BOOK, "teller")
    roles = tuple(role for role in rulebook(_BOOK).roles if role in field.code_ids)
    for start, end in reading.own_sentences:
        if not teller.search(reading.folded, start, end):
            continue
        sentence = reading.replaced((start, end), contractor_mentions(reading), _CONTRACTOR)
        around = Surroundings.of("", sentence, "", reading.heading(start))
        evidence = reading.within((start, end), "ORG")[:1]
        for role, verdict in judge_roles(_BOOK, roles, around):
            rule = f"discovered_by.{verdict.rule}"
            filling = Filling(role, rule, verdict.score, evidence, verdict.why[:3])
            yield _Told(filling, start, end, start + sentence.find(verdict.why[0]))
