"""Moments: the dated places of a text, with 同日 and 本日 standing for the dates that they point to."""

from collections.abc import Iterator

from extract.document import Stretch
from extract.record.moment import Moment, dated, values_within
from extract.record.pointing import pointing, pointing_words
from extract.record.reading import Reading
from extract.record.rulebook import pattern
from store.span import Span


def moments(reading: Reading) -> tuple[Moment, ...]:
    """Return the moments of a text in order: its DATE spans, words that point to one, and open stretches."""
    days = [made for span in reading.of("DATE") for made in dated(reading, span)]
    told = (*days, *pointing(reading, days, reading.once(header)), *_openings(reading), *_hours(reading))
    return tuple(sorted(told, key=lambda moment: moment.start))


def stops(reading: Reading) -> tuple[Stretch, ...]:
    """Return where the words that belong to one moment end: at the next date, period or 同日."""
    pointers = (match.span() for match in reading.once(pointing_words))
    spans = (
        span
        for span in reading.of("DATE", "PERIOD")
        if _is_on_calendar(reading, span)
        and not pattern("dates", "of_event").match(reading.folded, span.end)
        and not pattern("dates", "joined").search(reading.folded, max(0, span.start - 12), span.start)
    )
    return tuple(sorted({*((span.start, span.end) for span in spans), *pointers}))


def _is_on_calendar(reading: Reading, span: Span) -> bool:
    """Fiscal years and clock times alone say nothing of when: 令和7年度の講習会, 10時から12時まで."""
    return "年度" not in span.text and bool(values_within(reading, span))


def header(reading: Reading) -> Moment | None:
    """Return the date that stands alone near the head or the foot of a notice: the date of the notice.

    One with a clock time (unless 更新 or the like stands by) or under a heading is a step of the story.
    """
    if not pattern("dates", "notice").search(reading.folded[: reading.end]):
        return None
    lines = reading.document.lines
    foot = lines[-min(_FOOT_LINES, len(lines))][0]
    head = min(lines[min(_HEAD_LINES, len(lines) - 1)][1], _first_heading(reading))
    spans = (span for span in reading.of("DATE") if span.start < head or span.start >= foot)
    alone = (
        made
        for span in spans
        if _is_alone(reading, span) and not _heads_step(reading, span)
        for made in dated(reading, span)
    )
    days = [made for made in alone if made.date and made.date.day]
    return next((made for made in days if not _is_update(reading, made)), next(iter(days), None))


def _is_update(reading: Reading, made: Moment) -> bool:
    """Tell whether a date is that of the page's last change: the notice's own may stand below it."""
    return (
        pattern("dates", "updated").search(reading.folded[slice(*reading.document.line_at(made.start))])
        is not None
    )


def _first_heading(reading: Reading) -> int:
    numbered = (section.start for section in reading.document.sections if section.outline[:1].isdigit())
    return next(numbered, reading.end)


def _heads_step(reading: Reading, span: Span) -> bool:
    """Tell whether a date heads a step in the course of events: under 2.経過 【4月5日】, or before ・項目."""
    section = reading.document.section_at(span.start)
    if pattern("dates", "course").search(section.outline) is None:
        return False
    _, end = reading.document.line_at(span.start)
    _, next_end = reading.document.line_at(end + 1)
    below = reading.folded[end + 1 : next_end]
    return section.body > span.start or bool(pattern("dates", "step").match(below))


_CLOSING = " (),、付"
"""What may stand around the date that a notice is signed with."""
_HEAD_LINES = 8
_FOOT_LINES = 6


def _is_alone(reading: Reading, span: Span) -> bool:
    start, end = reading.document.line_at(span.start)
    line = reading.replaced((start, end), reading.within((start, end), "ORG"), lambda _: "")
    rest = pattern("dates", "release").sub("", line.replace(reading.folded[span.start : span.end], "", 1))
    has_clock = pattern("dates", "clock").search(reading.folded[span.start : span.end]) is not None
    is_day = not has_clock or pattern("dates", "stamp").search(line) is not None
    return is_day and (
        pattern("dates", "line_furniture").fullmatch(rest) is not None
        or _is_signature(reading, span, (start, end))
    )


def _is_signature(reading: Reading, span: Span, line: Stretch) -> bool:
    """Tell whether a line that is no sentence ends in a full date, as a notice is signed."""
    before = reading.folded[line[0] : span.start]
    is_last = not reading.folded[span.end : line[1]].strip(_CLOSING)
    is_full = "年" in span.text and bool(pattern("dates", "signed").fullmatch(before.strip(_CLOSING)))
    return is_last and is_full


def _openings(reading: Reading) -> Iterator[Moment]:
    """Yield the dates that begin a stretch without an end, the から after each left outside."""
    for span in reading.of("PERIOD"):
        opens = pattern("dates", "opening").search(reading.folded[span.start : span.end])
        values = values_within(reading, span) if opens else ()
        if opens and len(values) == 1:
            yield Moment(span.start, span.start + opens.start(), values[0], (span,), is_opening=True)


def _hours(reading: Reading) -> Iterator[Moment]:
    """Yield the days of stretches from one clock time to another."""
    clock = pattern("dates", "clock")
    for span in reading.of("PERIOD"):
        values = set(values_within(reading, span))
        words = reading.folded[span.start : span.end]
        if len(values) == 1 and len(clock.findall(words)) > 1:
            yield Moment(span.start, span.end, values.pop(), (span,), is_hours=True)
