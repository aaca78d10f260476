"""Exposure: the stretch whose customers, orders or data are at risk, cards first, else the longest."""

from collections.abc import Iterator

import msgspec

from extract.dates.calendar import days_between, from_iso
from extract.record.cues import Verdict, judge
from extract.record.exposure_ends import ends_of, led_to
from extract.record.exposure_sides import sides_told_apart
from extract.record.filling import Filling, first
from extract.record.reading import Reading
from extract.record.rulebook import pattern
from store.schema import Field
from store.span import Span

_BOOK = "exposure"
_STATES = {"exposure.at-risk", "exposure.open-state", "exposure.went-on"}
"""Cues of a state that lasts until it is ended, on a date that may be told elsewhere."""


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
    started = {}
    for span in reading.of("PERIOD"):
        around = reading.around(span, "PERIOD")
        if reading.is_beside(span.start) or judge(_BOOK, "else", around):
            continue
        verdict = judge(_BOOK, "exposure", around)
        ends = ends_of(reading, span) if verdict else None
        if verdict and ends:
            ends = ends if ends[0] else (led_to(reading, span), ends[1])
            near = around.after + around.heading
            yield Exposure(*ends, span, verdict, pattern(_BOOK, "payment").search(near) is not None)
            if ends[0] and not ends[1] and verdict.rule in _STATES:
                started[span.start] = ends[0]
    for start, end, span, verdict in sides_told_apart(reading, started):
        yield Exposure(start, end, span, verdict, is_of_cards=False)
