"""Exposures whose start and end are dates of their own: 置いたのは4月1日、消したのは7月7日です."""

from collections.abc import Iterator

from extract.record.cues import Verdict, judge
from extract.record.moment import values_within
from extract.record.reading import Reading
from store.span import Span

_BOOK = "exposure"
_APART = 160
"""Code points between the two within which the later date ends what began on the earlier."""
Sides = tuple[str, str, Span, Verdict]
"""Start and end, ISO 8601, the span of the end and what told it."""


def sides_told_apart(reading: Reading, started: dict[int, str]) -> Iterator[Sides]:
    """Yield the stretches that begin on one date and end on another.

    Args:
        reading: the text.
        started: by offset the dates from which on periods say that data could be seen: 6月ごろから見える状態.
    """
    begun: tuple[int, str] | None = None
    for span in reading.of("DATE", "PERIOD"):
        if span.start in started:
            begun = span.end, started[span.start]
            continue
        values = values_within(reading, span)
        if not values or reading.is_beside(span.start):
            continue
        around = reading.around(span, "DATE", "PERIOD")
        verdict = judge(_BOOK, "closed", around)
        if verdict and begun and span.start - begun[0] <= _APART and begun[1] <= values[-1]:
            yield begun[1], values[-1], span, verdict
            begun = None
        elif span.label == "DATE" and judge(_BOOK, "opened", around):
            begun = span.end, values[0]
