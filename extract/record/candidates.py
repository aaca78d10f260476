"""Candidates: the dates that could play a role, each with facts that need no reading of its sentence."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from extract.dates.calendar import days_between, from_iso
from extract.record.moment import Moment
from extract.record.moments import header
from extract.record.reading import Reading
from extract.record.surroundings import Surroundings

_FOLLOWED = ("に", "、", "の", "は", "から", "で", "ごろ", "付")
_PRECEDED = ("は", "が", "、", "を", "。", "の", "で", "(")
_MONTH, _DAY = 7, 10
"""Lengths of a date in ISO 8601 with a month, with a day."""
_WEEK = 7


class Candidate(msgspec.Struct, frozen=True):
    """A date, the words that belong to it, and facts: `earliest`, `behind は`, `is discovered_on`."""

    moment: Moment
    here: Surroundings
    facts: tuple[str, ...]


def candidates(
    reading: Reading, told: Iterable[tuple[Moment, Surroundings]], cued: Mapping[str, str]
) -> Iterator[Candidate]:
    """Yield the dates of a text as candidates for a role.

    Args:
        reading: the text.
        told: the dates of the incident's own story, with their words.
        cued: by role the dates that cues put in the other roles.
    """
    dates = tuple(told)
    values = sorted({moment.value for moment, _ in dates})
    top = reading.once(header)
    for number, (moment, here) in enumerate(dates):
        facts = {
            "first": number == 0,
            "earliest": moment.value == values[0],
            "latest": moment.value == values[-1],
            "only": len(values) == 1,
            "header": top is not None and top.start == moment.start,
            "opening": moment.is_opening,
            "no day": len(moment.value) < _DAY,
            "no month": len(moment.value) < _MONTH,
            "behind nothing": not here.before,
        }
        plain = (fact for fact, holds in facts.items() if holds)
        yield Candidate(
            moment, here, (*plain, *_told_when(reading, moment), *_beside(here), *_among(moment, cued))
        )


def _told_when(reading: Reading, moment: Moment) -> Iterator[str]:
    """Yield how long before the text's own publication a day was, where that is known and short."""
    published, date = from_iso(reading.document.published), moment.date
    if published and published.day and date and date.day:
        days = days_between(date, published)
        if 0 <= days <= _WEEK:
            yield ("today", "yesterday")[days] if days < 2 else "week"


def _beside(here: Surroundings) -> Iterator[str]:
    yield from (f"then {word}" for word in _FOLLOWED if here.after.startswith(word))
    yield from (f"behind {word}" for word in _PRECEDED if here.before.endswith(word))


def _among(moment: Moment, cued: Mapping[str, str]) -> Iterator[str]:
    """Yield which roles a date plays by cues, and which dates with roles it lies before or after."""
    for role, value in cued.items():
        is_same = value == moment.value
        yield f"is {role}" if is_same else f"before {role}" if moment.value < value else f"after {role}"
