"""Words that point to a date: 同日 and その日 to the last day told, 本日 to that of the notice."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from extract.record.cues import judge
from extract.record.moment import Moment, values_within
from extract.record.reading import Reading
from extract.record.rulebook import pattern

_EXPOSURE = "exposure"
_BACK = 450
"""Code points within which 同日 still points to a date told before."""


def pointing_words(reading: Reading) -> tuple[re.Match[str], ...]:
    """Return where words stand that point to a day told before, or to the notice's own."""
    return tuple(pattern("dates", "pointer").finditer(reading.folded[: reading.end]))


def pointing(reading: Reading, dated: Iterable[Moment], today: Moment | None) -> Iterator[Moment]:
    """Resolve 同日 to the last day told before it, and 本日 to the notice's date.

    The end of the stretch whose customers are at risk is such a day only where no other is told.
    """
    words = reading.once(pointing_words)
    told = sorted([*dated, *_period_ends(reading)], key=lambda moment: moment.start) if words else []
    at_risk = [moment for moment in told if _is_at_risk(reading, moment)]
    events = [moment for moment in told if moment not in at_risk]
    for match in words:
        target = today
        if match.group() != "本日":
            target = _last_before(match.start(), events) or _last_before(match.start(), at_risk)
        if target and target.date and target.date.day:
            yield Moment(match.start(), match.end(), target.value, target.evidence)


def _last_before(offset: int, told: list[Moment]) -> Moment | None:
    """Return the last of some moments in order that begins before an offset and not too far from it."""
    index = bisect_left(told, offset, key=lambda moment: moment.start) - 1
    return told[index] if index >= 0 and offset - told[index].end <= _BACK else None


def _is_at_risk(reading: Reading, moment: Moment) -> bool:
    """Tell whether a moment is the end of a stretch of customers or data rather than of events."""
    span = moment.evidence[0]
    if span.label != "PERIOD":
        return False
    around = reading.around(span, "PERIOD")
    return judge(_EXPOSURE, "else", around) is None and judge(_EXPOSURE, "exposure", around) is not None


def _period_ends(reading: Reading) -> Iterator[Moment]:
    for span in reading.of("PERIOD"):
        values = values_within(reading, span)
        if values:
            yield Moment(span.start, span.end, values[-1], (span,))
