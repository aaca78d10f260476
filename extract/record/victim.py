"""Victim: the organisation that owns the data or was hit, by all that speaks for and against each."""

import math
from collections import Counter
from itertools import chain

from extract.record.cues import judge_all
from extract.record.filling import Filling
from extract.record.names import Organisation, core_of, is_whole_of, organisations
from extract.record.reading import Reading
from extract.record.rulebook import pattern
from extract.record.speaker import fill_speaker
from extract.record.town import fill_town
from extract.record.victim_places import places
from extract.record.victim_signs import BOOK, enough, is_unit, signs, weight, with_members
from store.schema import Field
from store.span import Span

_AGAINST = 1.0
"""How much less than enough an organisation may weigh that nothing else of a text speaks against."""
_OWNER = 1.0
"""The same of one that a unit belongs to."""
_UNIT = 1.5
"""How much less a department, a section or a desk weighs by itself."""
_PRESS = "kind.press"
_MAKERS = ("contractor.provider", "contractor.runs-it")
_TRUST = 0.7
"""How much of the weights a score believes, so that about as many values are right as it says (measured)."""
_MOST, _LEAST = 0.89, 0.5
"""Scores of what has no rival, and of what is but likelier than the rest."""
_ONLY = 0.6
"""How often the only organisation that a text names is its victim."""


def fill_victim(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return what `victim_fillings` finds."""
    return reading.once(victim_fillings)


def victim_fillings(reading: Reading) -> tuple[Filling, ...]:
    """Return the organisation with the most weight; its score is its likelihood among them all.

    Where none has enough, or but a unit, it is the town that speaks of itself or who announces.
    A look back on many incidents has no victim.
    """
    if pattern(BOOK, "round_up").match(reading.folded):
        return ()
    top = victim_of(reading)
    if top is None or is_unit(reading, top):
        told = fill_town(reading, "own_town") or (fill_town(reading, "minutes_town") if top else ())
        if told or top is None:
            return told or fill_speaker(reading) or _only_one(reading)
    runner_up = next((one.fullest for one, _ in reading.once(weights) if one is not top), None)
    name, evidence = _name_and_evidence(reading, top)
    score = _score(reading, top)
    return (Filling(name, "victim.weight", score, evidence, _reasons(reading, top), runner_up),)


def _score(reading: Reading, top: Organisation) -> float:
    """Return how likely an organisation is by its weight, beside the others' and that of none."""
    ranked = reading.once(weights)
    own = next(weight for one, weight in ranked if one is top)
    others = (enough(), *(weight for _, weight in ranked))
    odds = math.fsum(math.exp(_TRUST * (weight - own)) for weight in others)
    return round(min(max(1 / odds, _LEAST), _MOST), 2)


def _only_one(reading: Reading) -> tuple[Filling, ...]:
    """Return the only organisation that nothing speaks against; else the only unit, else the only maker.

    A unit speaks for a whole that the text doesn't name; who made or runs what was hit is its owner where
    nobody else is named.
    """
    ranked = reading.once(weights)
    least = enough() - _AGAINST
    unopposed = [one for one, weight in ranked if weight > least and _is_whole(reading, one)]
    units = [one for one, weight in ranked if weight > least - _UNIT and is_unit(reading, one)]
    makers = [one for one, _ in ranked if _is_maker(reading, one)]
    if not unopposed and (town := _town_told_of(reading, bool(units or not ranked))):
        return town
    owners = [one for one in unopposed if pattern(BOOK, "has_units").search(one.fullest)]
    left = (owners if units and len(owners) == 1 else unopposed) or units or makers
    if len(left) != 1:
        return ()
    name, evidence = _name_and_evidence(reading, left[0])
    return (Filling(name, "victim.only", _ONLY, evidence),)


def _town_told_of(reading: Reading, by_others: bool) -> tuple[Filling, ...]:
    return (fill_town(reading, "told_town") if by_others else ()) or fill_town(reading, "minutes_town")


def _is_whole(reading: Reading, organisation: Organisation) -> bool:
    """Tell whether an organisation is no unit, nor of the press, which tells of others."""
    return not is_unit(reading, organisation) and _PRESS not in signs_of(reading, organisation)


def _is_maker(reading: Reading, organisation: Organisation) -> bool:
    told = signs_of(reading, organisation)
    return any(sign in told for sign in _MAKERS) and not any(sign.startswith("kind.") for sign in told)


def victim_of(reading: Reading) -> Organisation | None:
    """Return the organisation that fills the victim's part, if any has enough weight.

    A unit gives way to a town, a force or a house that may well be the one it belongs to: 〜市 to 〜課.
    """
    return reading.once(_heaviest)


def _heaviest(reading: Reading) -> Organisation | None:
    ranked = reading.once(weights)
    if not ranked or ranked[0][1] < enough():
        return None
    top = ranked[0][0]
    if is_unit(reading, top):
        has_units = pattern(BOOK, "has_units")
        least = enough() - _OWNER
        owners = (one for one, weight in ranked if weight >= least and has_units.search(one.fullest))
        others = (one for one, weight in ranked if weight >= enough() and not is_unit(reading, one))
        return next(chain(owners, others), top)
    return top


def weights(reading: Reading) -> tuple[tuple[Organisation, float], ...]:
    """Return each organisation of the text with what speaks for its being the victim, the heaviest first."""
    told = reading.once(candidates)
    return tuple(sorted(((one, weight(signs)) for one, signs in told), key=lambda pair: -pair[1]))


def candidates(reading: Reading) -> tuple[tuple[Organisation, Counter[str]], ...]:
    """Return each organisation of the text with its signs, in the order in which they are named."""
    named = enumerate(reading.once(organisations))
    return tuple((one, signs(reading, one, order)) for order, one in named)


def signs_of(reading: Reading, organisation: Organisation) -> Counter[str]:
    """Return the signs of one of the text's organisations."""
    return next(signs for one, signs in reading.once(candidates) if one is organisation)


def _reasons(reading: Reading, organisation: Organisation) -> tuple[str, ...]:
    around = (reading.around(span) for span in organisation.mentions)
    verdicts = (verdict for one in around for verdict in judge_all(BOOK, "mention", one) if verdict.score > 0)
    return tuple(dict.fromkeys(word for verdict in verdicts for word in verdict.why))[:3]


def _acting(reading: Reading, organisation: Organisation) -> Organisation:
    """The organisation without longer names that begin like it but do nothing: its shops and services."""
    cores = {core_of(span.text) for span in organisation.mentions if _acts(reading, span)}
    wholes = {core_of(span.text) for span in organisation.mentions}
    cores |= {whole for whole in wholes if any(is_whole_of(whole, core) for core in cores)}
    mentions = tuple(span for span in organisation.mentions if core_of(span.text) in cores)
    return Organisation(organisation.core, mentions or organisation.mentions)


def _acts(reading: Reading, span: Span) -> bool:
    verdicts = judge_all(BOOK, "mention", reading.around(span))
    return any(verdict.score > 0 for verdict in verdicts) or any(places(reading, span))


def _name_and_evidence(reading: Reading, organisation: Organisation) -> tuple[str, tuple[Span, ...]]:
    """The fullest name as it stands in the text, with unnamed members of the group that it stands for."""
    full = _acting(reading, organisation).fullest
    evidence = tuple(span for span in organisation.mentions if span.text == full)
    start, end = with_members(reading, evidence[0])
    return reading.document.text[start:end], evidence
