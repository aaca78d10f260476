"""A moment: a dated place of a text, with the spans that say which date it means."""

from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from extract.dates.calendar import PartialDate, from_iso
from extract.dates.expressions import expressions
from extract.dates.values import date_values
from extract.record.reading import Reading
from store.span import Span


class Moment(msgspec.Struct, frozen=True):
    """A place that means a date, half-open in code points, with the spans that say so."""

    start: int
    end: int
    value: str
    """ISO 8601 at the precision stated."""
    evidence: tuple[Span, ...]
    is_opening: bool = False
    """Whether it is where a stretch with no end begins: 4月21日から."""
    is_hours: bool = False
    """Whether it is a stretch within one day: 4月21日10時から12時まで."""

    @property
    def date(self) -> PartialDate | None:
        """The value in parts."""
        return from_iso(self.value)


def values_within(reading: Reading, span: Span) -> tuple[str, ...]:
    """Return the dates that the expressions which begin within a span mean, in text order."""
    found, values = reading.document.once(expressions), reading.document.once(date_values)
    first = bisect_left(found, span.start, key=lambda expression: expression.start)
    last = bisect_left(found, span.end, key=lambda expression: expression.start)
    return tuple(value for value in values[first:last] if value is not None)


def dated(reading: Reading, span: Span) -> Iterator[Moment]:
    """Yield the moment of a DATE span, nothing where it means no one date."""
    values = values_within(reading, span)
    if values:
        yield Moment(span.start, span.end, values[0], (span,))
