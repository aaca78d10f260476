"""Victim: the organisation that owns the data or was hit, by what its mentions do in their sentences."""

from collections import defaultdict
from itertools import chain

from extract.document import Stretch
from extract.record.cues import Verdict, judge, judge_all
from extract.record.filling import Filling
from extract.record.names import Organisation, core_of, is_whole_of, organisations
from extract.record.reading import Reading
from extract.record.rulebook import pattern
from extract.record.speaker import fill_speaker
from extract.record.town import fill_town
from store.schema import Field
from store.span import Span

_BOOK = "victim"
_ENOUGH = 0.5
"""Weight below which no organisation is suggested: named in passing only."""
_SURE = 5.0
_AGAINST = -0.5
"""Weight at which more speaks against an organisation than for it."""
_AGAINST_UNIT = -2.0
"""The same for a department, a section or a desk, which weighs less by itself."""
_MAKERS = ("contractor.provider", "contractor.runs-it")
_LOOKED_INTO_IT = (
    "investigator.asked-to-investigate",
    "investigator.investigating-firm",
    "investigator.went-in",
    "investigator.came-in",
    "investigator.given-it",
)
"""Who is called in from outside; others may investigate themselves."""
_ONLY = 0.6
"""How often the only organisation that a text names is its victim."""
_CONTRACTOR, _RUNS_IT, _INVESTIGATOR = -5.5, -2.0, -4.0
_OWN_NOTICE = 2.5
"""Weight of a line of its own, as a letter head or signature, in a notice that speaks of 弊社 or 当院."""
_SIGNED = 2.0
"""Weight of being alone in the last line, beside that of any line of its own."""
_HEAD_OF_HOUSE = 6.0
"""Weight of the firm in a letterhead above its hotel or shop, by which the notice then speaks."""
_ABOVE_HOUSE = -4.0
_FURNITURE = 8
"""Code points that such a line may hold beside the name and its departments: a title, a bracket."""
_MOST_OF_A_CUE = 3
"""How often one cue counts for one organisation, so that a long text doesn't outvote its lead."""


def fill_victim(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return what `victim_fillings` finds."""
    return reading.once(victim_fillings)


def victim_fillings(reading: Reading) -> tuple[Filling, ...]:
    """Return the organisation with the most weight; its score grows with its lead over the next.

    Where none has enough, or but a unit, it is the town that speaks of itself or who announces.
    A look back on many incidents has no victim.
    """
    if pattern(_BOOK, "round_up").match(reading.folded):
        return ()
    top = victim_of(reading)
    if top is None or _is_unit(reading, top):
        told = fill_town(reading, "own_town") or (fill_town(reading, "minutes_town") if top else ())
        if told or top is None:
            return told or fill_speaker(reading) or _only_one(reading)
    ranked = reading.once(weights)
    lead = ranked[0][1] - (max(ranked[1][1], 0) if len(ranked) > 1 else 0)
    score = 0.6 if _is_unit(reading, top) or lead < 1 else 0.88 if lead >= _SURE else 0.85
    runner_up = ranked[1][0].fullest if len(ranked) > 1 else None
    name, evidence = _name_and_evidence(reading, top)
    return (Filling(name, "victim.weight", score, evidence, _reasons(reading, top), runner_up),)


def _only_one(reading: Reading) -> tuple[Filling, ...]:
    """Return the only organisation that nothing speaks against; else the only unit, else the only maker.

    A unit speaks for a whole that the text doesn't name; who made or runs what was hit is its owner where
    nobody else is named.
    """
    ranked = reading.once(weights)
    unopposed = [one for one, weight in ranked if weight > _AGAINST and not _is_unit(reading, one)]
    units = [one for one, weight in ranked if weight > _AGAINST_UNIT and _is_unit(reading, one)]
    makers = [one for one, _ in ranked if _is_maker(reading, one)]
    if not unopposed and (town := _town_told_of(reading, bool(units or not ranked))):
        return town
    owners = [one for one in unopposed if pattern(_BOOK, "has_units").search(one.fullest)]
    left = (owners if units and len(owners) == 1 else unopposed) or units or makers
    if len(left) != 1:
        return ()
    name, evidence = _name_and_evidence(reading, left[0])
    return (Filling(name, "victim.only", _ONLY, evidence),)


def _town_told_of(reading: Reading, by_others: bool) -> tuple[Filling, ...]:
    return (fill_town(reading, "told_town") if by_others else ()) or fill_town(reading, "minutes_town")


def _is_unit(reading: Reading, organisation: Organisation) -> bool:
    full = next(span for span in organisation.mentions if span.text == organisation.fullest)
    return judge(_BOOK, "unit", reading.around(full)) is not None


def _is_maker(reading: Reading, organisation: Organisation) -> bool:
    verdict = _as_partner(reading, organisation.mentions[0])
    return verdict is not None and verdict.rule in _MAKERS and _kind_weight(reading, organisation) == 0


def victim_of(reading: Reading) -> Organisation | None:
    """Return the organisation that fills the victim's part, if any has enough weight.

    A unit gives way to a town, a force or a house that may well be the one it belongs to: 〜市 to 〜課.
    """
    return reading.once(_heaviest)


def _heaviest(reading: Reading) -> Organisation | None:
    ranked = reading.once(weights)
    if not ranked or ranked[0][1] < _ENOUGH:
        return None
    top = ranked[0][0]
    if _is_unit(reading, top):
        has_units = pattern(_BOOK, "has_units")
        owners = (one for one, weight in ranked if weight >= 0 and has_units.search(one.fullest))
        others = (one for one, weight in ranked if weight >= _ENOUGH and not _is_unit(reading, one))
        return next(chain(owners, others), top)
    return top


def weights(reading: Reading) -> tuple[tuple[Organisation, float], ...]:
    """Return each organisation of the text with what speaks for its being the victim, the heaviest first."""
    weighed = ((one, _weight(reading, one)) for one in reading.once(organisations))
    return tuple(sorted(weighed, key=lambda pair: -pair[1]))


def _weight(reading: Reading, organisation: Organisation) -> float:
    times: dict[str, int] = defaultdict(int)
    total = 0.0
    for span in organisation.mentions:
        whole = _with_members(reading, span)
        around = reading.around_stretch(whole) if whole[1] > span.end else reading.around(span)
        if reading.is_beside(span.start):
            continue
        for verdict in judge_all(_BOOK, "mention", around):
            times[verdict.rule] += 1
            if times[verdict.rule] <= _MOST_OF_A_CUE:
                total += verdict.score
        total += _place_weight(reading, span)
        total += _partner_weight(reading, span)
        total += _ABOVE_HOUSE if _is_above_house(reading, span) else 0.0
    return total + _kind_weight(reading, organisation)


def _is_above_house(reading: Reading, span: Span) -> bool:
    """Tell whether a town's own house is named right behind it: 青葉市の市立みなと病院の患者."""
    houses = reading.within((span.end + 1, span.end + 2), "ORG")
    joined = reading.folded[span.end : span.end + 1] == "の"
    return bool(joined and houses and pattern(_BOOK, "own_house").match(reading.folded, houses[0].start))


def _partner_weight(reading: Reading, span: Span) -> float:
    """Whose system or act it happened through isn't the victim; one that merely runs a service may be."""
    verdict = _as_partner(reading, span)
    if verdict is None:
        looked = judge("partners", "investigator", reading.around_marked(span, "ORG"))
        return _INVESTIGATOR if looked and looked.rule in _LOOKED_INTO_IT else 0.0
    return _RUNS_IT if verdict.rule == "contractor.runs-it" else _CONTRACTOR


def _as_partner(reading: Reading, span: Span) -> Verdict | None:
    return judge("partners", "contractor", reading.around_marked(span, "ORG"))


def _kind_weight(reading: Reading, organisation: Organisation) -> float:
    """What the name says by itself, such as that it is the police: once, however often it stands there."""
    told = (judge(_BOOK, "kind", reading.around(span)) for span in organisation.mentions)
    return min(verdict.score if verdict else 0.0 for verdict in told)


def _place_weight(reading: Reading, span: Span) -> float:
    """The lead of an article names the victim; so do letter heads and signatures of a firm's own notice."""
    start, end = reading.document.line_at(span.start)
    is_last = start > 0 and not reading.folded[end:].strip()
    is_alone = _is_alone(reading, (start, end), ("ORG", "DATE") if is_last else ("ORG",))
    is_lead = span.start < reading.sentences[0][1]
    if is_alone and judge(_BOOK, "unit", reading.around(span)):
        return 0.0
    is_head = is_alone and pattern(_BOOK, "head_of_house").match(reading.folded, start) is not None
    is_signed = is_last and is_alone and reading.folded[start:end].strip()[:1].isalnum()
    own = _OWN_NOTICE if reading.once(_is_own_notice) else 1.0
    alone = (own if is_alone else 0.0) + (_SIGNED if is_signed else 0.0)
    return (1.0 if is_lead else 0.0) + alone + (_HEAD_OF_HOUSE if is_head else 0.0)


def _is_alone(reading: Reading, line: Stretch, labels: tuple[str, ...]) -> bool:
    """Tell whether a line holds hardly more than spans of some labels."""
    told = (span for label in labels for span in reading.within(line, label))
    rest = len(reading.folded[slice(*line)].strip()) - sum(span.end - span.start for span in told)
    return rest <= _FURNITURE


def _is_own_notice(reading: Reading) -> bool:
    return pattern(_BOOK, "first_person").search(reading.folded[: reading.end]) is not None


def _reasons(reading: Reading, organisation: Organisation) -> tuple[str, ...]:
    around = (reading.around(span) for span in organisation.mentions)
    verdicts = (
        verdict for one in around for verdict in judge_all(_BOOK, "mention", one) if verdict.score > 0
    )
    return tuple(dict.fromkeys(word for verdict in verdicts for word in verdict.why))[:3]


def _acting(reading: Reading, organisation: Organisation) -> Organisation:
    """The organisation without longer names that begin like it but do nothing: its shops and services."""
    cores = {core_of(span.text) for span in organisation.mentions if _acts(reading, span)}
    wholes = {core_of(span.text) for span in organisation.mentions}
    cores |= {whole for whole in wholes if any(is_whole_of(whole, core) for core in cores)}
    mentions = tuple(span for span in organisation.mentions if core_of(span.text) in cores)
    return Organisation(organisation.core, mentions or organisation.mentions)


def _acts(reading: Reading, span: Span) -> bool:
    verdicts = judge_all(_BOOK, "mention", reading.around(span))
    return any(verdict.score > 0 for verdict in verdicts) or _place_weight(reading, span) > 0


def _with_members(reading: Reading, span: Span) -> Stretch:
    """The stretch of a name with a group's unnamed members after it: 〜グループ会社, 〜関連3社."""
    members = pattern(_BOOK, "members").match(reading.folded, span.end)
    return span.start, members.end() if members else span.end


def _name_and_evidence(reading: Reading, organisation: Organisation) -> tuple[str, tuple[Span, ...]]:
    """The fullest name as it stands in the text, with unnamed members of the group that it stands for."""
    full = _acting(reading, organisation).fullest
    evidence = tuple(span for span in organisation.mentions if span.text == full)
    start, end = _with_members(reading, evidence[0])
    return reading.document.text[start:end], evidence
