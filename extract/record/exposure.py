"""Exposure: the stretch whose customers, orders or data are at risk, cards first, else the longest."""

from collections.abc import Iterator

import msgspec

from extract.dates.calendar import PartialDate, days_between, from_iso, iso
from extract.record.cues import Verdict, judge
from extract.record.filling import Filling, first
from extract.record.moments import values_within
from extract.record.reading import Reading
from extract.record.rulebook import pattern
from store.schema import Field
from store.span import Span

_BOOK = "exposure"


class Exposure(msgspec.Struct, frozen=True):
    """One stretch at risk; an open side is none."""

    start: str | None
    end: str | None
    span: Span
    verdict: Verdict
    is_of_cards: bool

    @property
    def days(self) -> int:
        """Its length in days; a stretch with an open side counts as the shortest."""
        first, last = from_iso(self.start), from_iso(self.end)
        return days_between(first, last) if first and last else -1


def fill_start(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return where the stretch at risk starts."""
    return first([_side(one, one.start) for one in reading.once(_ranked) if one.start])


def fill_end(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return where the stretch at risk ends."""
    return first([_side(one, one.end) for one in reading.once(_ranked) if one.end])


def _side(exposure: Exposure, value: str) -> Filling:
    verdict = exposure.verdict
    return Filling(value, f"exposure.{verdict.rule}", verdict.score, (exposure.span,), verdict.why[:3])


def _ranked(reading: Reading) -> list[Exposure]:
    """The stretches at risk, the one that counts first; weak ones only where there is no sure one."""
    found = list(_exposures(reading))
    sure = [one for one in found if one.verdict.score >= _SURE] or found
    return sorted(sure, key=lambda one: (not one.is_of_cards, -one.days))


_SURE = 0.8


def _exposures(reading: Reading) -> Iterator[Exposure]:
    for span in reading.of("PERIOD"):
        around = reading.around(span, "PERIOD")
        if reading.is_beside(span.start) or judge(_BOOK, "else", around):
            continue
        verdict = judge(_BOOK, "exposure", around)
        ends = _ends(reading, span)
        if verdict and ends:
            near = around.after + around.heading
            yield Exposure(*ends, span, verdict, pattern(_BOOK, "payment").search(near) is not None)


def _ends(reading: Reading, span: Span) -> tuple[str | None, str | None] | None:
    """Start and end of a period; a first year may lack 年, and which side a single date is the words tell."""
    values = values_within(reading, span)
    if not values:
        return None
    if len(values) > 1:
        return values[0], values[-1]
    words = reading.folded[span.start : span.end]
    short = _short(values[0], words)
    if short:
        return short
    if pattern(_BOOK, "same_day").search(words):
        return values[0], values[0]
    is_end = pattern(_BOOK, "until").search(words) is not None
    return (None, values[0]) if is_end else (values[0], None)


def _short(value: str, words: str) -> tuple[str, str | None] | None:
    """Start and end of a period one side of which lacks its units: 2016~2022年, 2022. 8. 1~8. 4."""
    year = pattern(_BOOK, "bare_year").match(words)
    if year:
        return year[1], value
    day, start = pattern(_BOOK, "bare_day").search(words), from_iso(value)
    return (value, iso(PartialDate(start.year, int(day[1]), int(day[2])))) if day and start else None
