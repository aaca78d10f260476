"""Dates of the record: which date is which, by the verbs, nouns and labels around each."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

import msgspec

from extract.record.candidates import Candidate, candidates
from extract.record.cues import is_forbidden, judge
from extract.record.filling import Filling, best, first
from extract.record.likelihood import likeliest
from extract.record.moment import Moment
from extract.record.moment_words import around, is_stamp
from extract.record.moments import header, moments
from extract.record.other_doers import is_by_watcher, is_found_by_others
from extract.record.reading import Reading
from extract.record.rulebook import pattern, rulebook
from extract.record.stretch_roles import may_open, verdict_of
from extract.record.surroundings import Surroundings
from store.schema import Field

_BOOK = "dates"
_OCCURRED, _FOUND, _DONE, _ANNOUNCED = "dates_occurred", "dates_found", "dates_done", "dates_announced"
_BOOKS = {
    "occurred_on": _OCCURRED,
    "discovered_on": _FOUND,
    "payment_stopped_on": _DONE,
    "site_closed_on": _DONE,
    "investigation_completed_on": _DONE,
    "reported_ppc_on": _DONE,
    "reported_police_on": _DONE,
    "lead": _ANNOUNCED,
    "published_on": _ANNOUNCED,
}
"""Where the cues of a role stand, `_BOOK` for the others."""
_EARLIEST_WITHIN = {"discovered_on": 0.09}
"""Roles that mean a first time: among dates nearly as well attested, the earliest counts."""
_NOT_ANNOUNCED = {"occurred_on", "discovered_on"}
"""Roles that the date of an announcement doesn't play: 〜は24日、不正アクセスを受けたと発表した."""
_PUBLISHED = "published_on"
_LEADS = 5
"""Moments of a text among which its dateline is; a later one tells of the course of events."""
_LEAD = 300
"""Code points after a dateline within which the paragraph says that it was announced."""
_OTHERS_FIND = 0.2
_Placed = tuple[int, Filling]
"""Where a moment begins that a cue puts in a role, in code points, and what it gives."""
_HEADER = 0.89
_WRITERS = 0.8
"""The score of a newsletter's own date: it gives way to the day on which it says that others announced."""


def fill_date(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return the date that plays the role of the field's extractor, such as `discovered_on`."""
    return date_of(reading, field.extractor or field.id)


def date_of(reading: Reading, role: str) -> tuple[Filling, ...]:
    """Return the best attested date of a role, looked for once a reading."""
    return reading.once(_finder(role))


@cache
def _finder(role: str) -> Callable[[Reading], tuple[Filling, ...]]:
    return partial(_any_date, role=role)


@cache
def _cue_finder(role: str) -> Callable[[Reading], tuple[Filling, ...]]:
    return _published if role == _PUBLISHED else partial(_best_date, role=role)


def _any_date(reading: Reading, role: str) -> tuple[Filling, ...]:
    """Return the date that a cue puts in a role, else the one that is likeliest to play it."""
    if cued := cued_date(reading, role):
        return cued
    found, taken = likeliest(reading, role, candidates_for(reading, role)), _taken(reading, role)
    return tuple(one for one in found if taken.isdisjoint(span.start for span in one.evidence))


def cued_date(reading: Reading, role: str) -> tuple[Filling, ...]:
    """Return the date that a cue puts in a role."""
    return reading.once(_cue_finder(role))


def candidates_for(reading: Reading, role: str) -> Iterator[Candidate]:
    """Yield the dates that could play a role, with the other roles in which cues put them."""
    told = (
        (moment, here)
        for moment, here in reading.once(_told_moments)
        if not _is_out(reading, moment, role) and not _is_known_not(here, role)
    )
    others = (other for other in _BOOKS if other not in {role, "lead"})
    cued = {other: str(top.value) for other in others for top in cued_date(reading, other)}
    yield from candidates(reading, told, cued)


def _is_known_not(here: Surroundings, role: str) -> bool:
    """Tell whether cues say that a date doesn't play a role, or forbid what would put it there."""
    book, other = _BOOKS.get(role, _BOOK), f"not_{role}"
    is_refused = other in rulebook(book).roles and judge(book, other, here) is not None
    return is_refused or is_forbidden(book, role, here)


def _best_date(reading: Reading, role: str) -> tuple[Filling, ...]:
    told = _told(reading, role)
    margin = _EARLIEST_WITHIN.get(role)
    if not told or margin is None:
        return _sharper(told, best(told))
    top = max(filling.score for filling in told)
    ranked = sorted(told, key=lambda one: (one.score < top - margin, str(one.value), -one.score))
    return _sharper(told, first(ranked))


def _sharper(told: Sequence[Filling], chosen: tuple[Filling, ...]) -> tuple[Filling, ...]:
    """Return the day that is told of the month chosen, if there is one: 9月にサイバー攻撃を受け, 13日に…."""
    within = [one for one in told for top in chosen if str(one.value).startswith(f"{top.value}-")]
    return best(within) or chosen


def _published(reading: Reading) -> tuple[Filling, ...]:
    """Return the date of the notice itself, else the date on which the text says that it was announced."""
    told = [filling for _, filling in reading.once(_announced)]
    top = reading.once(header)
    if top:
        line = slice(*reading.document.line_at(top.start))
        is_writers = pattern(_BOOK, "writers").search(reading.folded[line])
        score = _WRITERS if is_writers else _HEADER
        told.insert(0, Filling(top.value, "published_on.header", score, top.evidence))
    return _sharper(told, best(told))


def _announced(reading: Reading) -> tuple[_Placed, ...]:
    leads = (
        (moment.start, _filling(_lead(reading, moment, here), "lead", moment))
        for moment, here in reading.once(_told_moments)[:_LEADS]
        if moment.date and moment.date.day and not _is_out(reading, moment, _PUBLISHED)
    )
    return (*((start, filling) for start, filling in leads if filling), *_placed(reading, _PUBLISHED))


def _lead(reading: Reading, moment: Moment, here: Surroundings) -> Surroundings:
    """The words around a date up to the paragraph's end, where newspapers say that it was announced."""
    paragraph = reading.folded[moment.end : moment.end + _LEAD].split("\n")[0]
    return Surroundings.of(here.before, here.surface, paragraph, here.heading)


def _is_out(reading: Reading, moment: Moment, role: str) -> bool:
    """Tell whether a moment can't play a role, whatever the words after it say: what is told of has been."""
    if moment.is_opening:
        return not may_open(role)
    if role == _PUBLISHED:
        return is_by_watcher(reading, moment)
    if role in _NOT_ANNOUNCED and is_stamp(reading, moment):
        return True
    published = reading.document.published
    return published is not None and moment.value > published[: len(moment.value)]


def _told(reading: Reading, role: str) -> list[Filling]:
    return [filling for _, filling in _placed(reading, role)]


def _placed(reading: Reading, role: str) -> list[_Placed]:
    taken = _taken(reading, role)
    leads = {reading.sentence_at(start) for start in taken}
    told = []
    for moment, here in reading.once(_told_moments):
        # Which roles a stretch may open `verdict_of` says, cue by cue.
        is_out = moment.start in taken or (not moment.is_opening and _is_out(reading, moment, role))
        is_led = not is_out and reading.sentence_at(moment.start) in leads
        filling = None if is_out else _filling(_unannounced(here) if is_led else here, role, moment)
        if filling:
            is_others = role in _EARLIEST_WITHIN and is_found_by_others(reading, moment)
            told.append((moment.start, _lowered(filling) if is_others else filling))
    return told


def _taken(reading: Reading, role: str) -> set[int]:
    """Return where the date of the announcement stands, for a role that it doesn't play.

    Where it is a 同日, the date that this points to may play it: 4月5日に発覚し、同日公表した.
    """
    if role not in _NOT_ANNOUNCED:
        return set()
    told = reading.once(_announced)
    tops = {(top.value, top.rule) for top in best(filling for _, filling in told)}
    return {start for start, filling in told if (filling.value, filling.rule) in tops}


def _unannounced(here: Surroundings) -> Surroundings:
    """The words of a date beside that of an announcement, without the verb: 4月3日に紛失した[と発表した]."""
    announced = pattern(_BOOK, "announcement").search(here.after)
    if announced is None:
        return here
    return Surroundings.of(here.before, here.surface, here.after[: announced.start()] + "。", here.heading)


def _told_moments(reading: Reading) -> tuple[tuple[Moment, Surroundings], ...]:
    """The moments of the incident's own story, each with the words that belong to it."""
    told = ((moment, around(reading, moment)) for moment in reading.once(moments))
    return tuple(
        (moment, here)
        for moment, here in told
        if not reading.is_beside(moment.start) and not judge(_BOOK, "aside", here)
    )


def _filling(here: Surroundings, role: str, moment: Moment) -> Filling | None:
    verdict = verdict_of(_BOOKS.get(role, _BOOK), role, moment, here)
    if verdict is None:
        return None
    return Filling(moment.value, verdict.rule, verdict.score, moment.evidence, verdict.why[:3])


def _lowered(filling: Filling) -> Filling:
    return msgspec.structs.replace(filling, score=filling.score - _OTHERS_FIND)
