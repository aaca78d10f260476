"""Dates of the record: which date is which, by the verbs, nouns and labels around each."""

from extract.record.cues import judge
from extract.record.filling import Filling, best, first
from extract.record.moments import Moment, around, header, moments, stops
from extract.record.partners import contractor_mentions
from extract.record.reading import Reading
from store.schema import Field

_BOOK = "dates"
_EARLIEST_WITHIN = {"discovered_on": 0.09}
"""Roles that mean a first time: among dates nearly as well attested, the earliest counts."""
_OTHERS_FIND = 0.2
_NEAR = 6
"""Code points between a date and a subject that follows it."""
_HEADER = 0.95


def fill_date(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return the date that plays the role of the field's extractor, such as `discovered_on`."""
    return date_of(reading, field.extractor or field.id)


def date_of(reading: Reading, role: str) -> tuple[Filling, ...]:
    """Return the best attested date of a role."""
    told = _told(reading, role)
    margin = _EARLIEST_WITHIN.get(role)
    if not told or margin is None:
        return best(told)
    top = max(filling.score for filling in told)
    return first(sorted(told, key=lambda one: (one.score < top - margin, str(one.value), -one.score)))


def fill_published(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return the date of the notice itself, else the date on which the text says that it was announced."""
    told = _told(reading, "published_on")
    top = reading.once(header)
    if top:
        told.insert(0, Filling(top.value, "published_on.header", _HEADER, top.evidence))
    return best(told)


def _told(reading: Reading, role: str) -> list[Filling]:
    bounds = reading.once(stops)
    made = (_filling(reading, role, moment, bounds) for moment in reading.once(moments))
    return [filling for filling in made if filling]


def _filling(
    reading: Reading, role: str, moment: Moment, bounds: tuple[tuple[int, int], ...]
) -> Filling | None:
    here = around(reading, moment, bounds)
    if reading.is_beside(moment.start) or judge(_BOOK, "aside", here):
        return None
    verdict = judge(_BOOK, role, here)
    if verdict is None:
        return None
    score = verdict.score - (_OTHERS_FIND if role in _EARLIEST_WITHIN and _is_others(reading, moment) else 0)
    return Filling(moment.value, verdict.rule, score, moment.evidence, verdict.why[:3])


def _is_others(reading: Reading, moment: Moment) -> bool:
    """Tell whether a contractor is the subject right after a date: what it found, the victim learnt later."""
    follows = (span for span in contractor_mentions(reading) if 0 <= span.start - moment.end <= _NEAR)
    return any(reading.folded[span.end : span.end + 1] in {"が", "は"} for span in follows)
