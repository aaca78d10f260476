"""Dates of what others did: a contractor found it, police or researchers spoke of it."""

from extract.record.moment import Moment
from extract.record.partners import contractor_mentions
from extract.record.reading import Reading
from extract.record.rulebook import pattern
from extract.record.victim import victim_of

_BOOK = "dates"
_NEAR = 6
"""Code points between a date and a subject that follows it."""


def is_by_watcher(reading: Reading, moment: Moment) -> bool:
    """Tell whether police, a ministry or researchers, not the victim, are the subject right before a date."""
    sentence = reading.sentence_at(moment.start)
    victim = victim_of(reading)
    own = victim.mentions if victim else ()
    subject, watcher = pattern(_BOOK, "subject"), pattern(_BOOK, "watcher")
    return any(
        watcher.search(reading.folded[span.start : span.end])
        and subject.fullmatch(reading.folded, span.end, moment.start)
        for span in reading.within(sentence, "ORG")
        if span.end <= moment.start and span not in own
    )


def is_found_by_others(reading: Reading, moment: Moment) -> bool:
    """Tell whether a date is of what another one found: the victim learnt it later.

    A contractor is the subject right after the date, or the one who tells: 北斗印刷によると、4月5日に…; or
    the sentence goes on to the date on which the finder told it.
    """
    said, (start, end) = pattern(_BOOK, "said"), reading.sentence_at(moment.start)
    if pattern(_BOOK, "told_on").match(reading.folded, moment.end, end):
        return True
    for span in contractor_mentions(reading):
        follows = 0 <= span.start - moment.end <= _NEAR
        if follows and reading.folded[span.end : span.end + 1] in {"が", "は", "で"}:
            return True
        if start <= span.end <= moment.start and said.fullmatch(reading.folded, span.end, moment.start):
            return True
    return bool(pattern(_BOOK, "same_firm").match(reading.folded, moment.end)) and _is_told_of(
        reading, moment
    )


def _is_told_of(reading: Reading, moment: Moment) -> bool:
    """Tell whether the organisation named last before a date is a contractor: 同社 then means it."""
    before = [span for span in reading.of("ORG") if span.end <= moment.start]
    return bool(before) and before[-1] in contractor_mentions(reading)
