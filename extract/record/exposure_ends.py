"""The two ends of a stretch of time as the words of its expression tell them."""

import re
from bisect import bisect_left

from extract.dates.calendar import PartialDate, from_iso, iso, shifted_month
from extract.record.moment import values_within
from extract.record.moments import header
from extract.record.reading import Reading
from extract.record.rulebook import pattern
from store.span import Span

_BOOK = "exposure"
Ends = tuple[str | None, str | None]
"""Where a stretch starts and where it ends, ISO 8601; an open side is none."""


def ends_of(reading: Reading, span: Span) -> Ends | None:
    """Return start and end of a period, none where it has no date.

    A first year may lack its 年, an end may be 本日 or 今月; which side a single date is the words tell.
    """
    values = values_within(reading, span)
    if not values:
        return None
    words = reading.folded[span.start : span.end]
    months = pattern(_BOOK, "bare_months").match(words)
    if months:
        return f"{values[0]}-{int(months[1]):02}", f"{values[0]}-{int(months[2]):02}"
    if len(values) > 1:
        return values[0], values[-1]
    return _short(values[0], words) or _one_date(reading, values[0], words)


def _short(value: str, words: str) -> Ends | None:
    """Start and end of a period one side of which lacks its units: 2016~2022年, 2022. 8. 1~8. 4."""
    year = pattern(_BOOK, "bare_year").match(words)
    if year:
        return year[1], value
    day, start = pattern(_BOOK, "bare_day").search(words), from_iso(value)
    return (value, iso(PartialDate(start.year, int(day[1]), int(day[2])))) if day and start else None


def led_to(reading: Reading, span: Span) -> str | None:
    """Return the start that is told apart right before a period that only has an end.

    So in 4月1日の改修から5月9日まで, 4月1日から、気付いた5月9日まで.
    """
    spans = reading.of("DATE", "PERIOD")
    index = bisect_left(spans, span.start, key=lambda one: one.start) - 1
    if index < 0 or pattern(_BOOK, "led_to").fullmatch(reading.folded, spans[index].end, span.start) is None:
        return None
    values = values_within(reading, spans[index])
    return values[-1] if values else None


def _one_date(reading: Reading, value: str, words: str) -> Ends:
    if pattern(_BOOK, "same_day").search(words):
        return value, value
    today = pattern(_BOOK, "to_word").search(words)
    if today:
        return value, _meant(reading, today)
    is_end = pattern(_BOOK, "until").search(words) is not None
    return (None, value) if is_end else (value, None)


def _meant(reading: Reading, word: re.Match[str]) -> str | None:
    """Return the date of 本日, the month of 今月 or 先月, by the day of the text; none for other words."""
    stated = reading.once(header)
    day = from_iso(reading.document.published) or (stated.date if stated else None)
    if day is None or word["today"] or day.month is None:
        return iso(day) if day and word["today"] else None
    if not word["month"]:
        return None
    return iso(PartialDate(*shifted_month(day.year, day.month, -1 if word["month"] == "先月" else 0)))
