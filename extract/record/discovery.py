"""Discovery: through whom it came to be known, by who told whom."""

from collections.abc import Iterator, Sequence

import msgspec

from extract.document import Stretch
from extract.record.cues import judge_roles
from extract.record.dates import date_of
from extract.record.filling import Filling, first
from extract.record.partners import contractor_mentions
from extract.record.reading import Reading
from extract.record.rulebook import pattern, rulebook
from extract.record.surroundings import Surroundings
from extract.record.victim import victim_of
from store.schema import Field
from store.span import Span

_BOOK = "discovery"
_WEAK = 0.8
_FAINT = 0.75
"""Scores below which a cue holds for many a sentence that tells of something else."""
_INTERNAL, _PARTNER = "internal", "contractor"
_VICTIM, _CONTRACTOR, _FIRM, _OUTSIDER = "当社", "委託先", "外部会社", "外部機関"
"""Words that stand for the names of organisations, so that cues needn't know names."""


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

    def rank(told: _Told) -> tuple[bool, bool, bool, int]:
        is_dated = any(told.start <= offset < told.end for offset in dated)
        score = told.filling.score
        return score < _WEAK, score < _FAINT, not is_dated, told.at

    told = first([one.filling for one in sorted(_told(reading, field), key=rank)])
    is_partners = _PARTNER in field.code_ids and any(one.value == _INTERNAL for one in told)
    return tuple(map(_by_partner, told)) if is_partners and _is_partners_mishap(reading) else told


def _by_partner(filling: Filling) -> Filling:
    return msgspec.structs.replace(filling, value=_PARTNER, rule="discovered_by.contractor.its-own")


def _is_partners_mishap(reading: Reading) -> bool:
    """Tell whether a partner's staff lost it or took it: who missed it then is of the partner, too."""
    lost = pattern(_BOOK, "lost_by_partner")
    stretches = ((stretch, reading.within(stretch, "ORG")) for stretch in reading.own_sentences)
    return any(lost.search(_without_names(reading, stretch, names).sentence) for stretch, names in stretches)


def _is_of_then(reading: Reading, stretch: Stretch) -> bool:
    """Tell whether a sentence is of how it came to be known: it has a day, or a word such as 発覚 or 発端."""
    return bool(reading.within(stretch, "DATE")) or bool(
        pattern(_BOOK, "then").search(reading.folded, *stretch)
    )


def _told(reading: Reading, field: Field) -> Iterator[_Told]:
    teller = pattern(_BOOK, "teller")
    roles = tuple(role for role in rulebook(_BOOK).roles if role in field.code_ids)
    for start, end in reading.own_sentences:
        if not teller.search(reading.folded, start, end):
            continue
        names = reading.within((start, end), "ORG")
        around = _without_names(reading, (start, end), names)
        least = 0.0 if _is_of_then(reading, (start, end)) else _FAINT
        for role, verdict in judge_roles(_BOOK, roles, around, least):
            rule = f"discovered_by.{verdict.rule}"
            filling = Filling(role, rule, verdict.score, names[:1], verdict.why[:3])
            yield _Told(filling, start, end, start + around.sentence.find(verdict.why[0]))


def _without_names(reading: Reading, stretch: Stretch, names: Sequence[Span]) -> Surroundings:
    """Return a sentence with what each organisation is to the victim in place of its name."""
    told = reading.told_in(stretch)
    if not names:
        return told
    parts = reading.once(_parts)
    sentence = reading.replaced(stretch, names, lambda span: parts.get(span.id, span.text))
    return Surroundings.of("", sentence, "", told.heading)


def _parts(reading: Reading) -> dict[str, str]:
    """Return by span what its organisation is to the victim; police, card companies, desks say it by name."""
    contractors = {span.id for span in contractor_mentions(reading)}
    victim = victim_of(reading)
    own = {span.id for span in victim.mentions} if victim else set()
    known = pattern(_BOOK, "known_kinds")
    return {
        span.id: _VICTIM if span.id in own else _CONTRACTOR if span.id in contractors else _other(span)
        for span in reading.of("ORG")
        if not known.search(span.text)
    }


def _other(span: Span) -> str:
    return _FIRM if pattern(_BOOK, "firm").search(span.text) else _OUTSIDER
