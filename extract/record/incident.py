"""Whether an article tells of an incident at all: advice and announcements name attacks without one."""

from collections.abc import Iterator

from extract.record.asides import is_advice
from extract.record.reading import Reading
from extract.record.rulebook import pattern
from extract.record.surroundings import Surroundings

_ITEMS = 2
"""Items of data told as affected that are enough for an incident: those of advice are no mentions at all."""
_SHORT = 12
"""Sentences of a report that may tell its incident in one of them; in a longer text one is but an example."""


def tells_incident(reading: Reading) -> bool:
    """Tell whether the sentences say that something happened or may have: 流出した, 紛失, おそれがある.

    One such sentence is enough in a short report, or where the text apologises or says that it was announced;
    none is needed in one that counts people or names data and reports it as a matter of data at risk, or that
    names several data as affected.
    """
    if _names_data(reading):
        return True
    telling = _telling(reading)
    text = reading.folded[: reading.end]
    if next(telling, None) is None:
        return bool(reading.of("DATA", "COUNT")) and _is_reported(text)
    is_enough = len(reading.sentences) <= _SHORT or next(telling, None) is not None
    return is_enough or pattern("incident", "owned").search(text) is not None


def _names_data(reading: Reading) -> bool:
    """Tell whether a text names several data that got out, or some and how many people it concerns."""
    items, sold = len(reading.of("DATA")), pattern("incident", "launch").search(reading.folded)
    return (items >= _ITEMS or bool(items and reading.of("COUNT"))) and not sold


def _telling(reading: Reading) -> Iterator[Surroundings]:
    """Yield the sentences that say that something happened, one by one, for two are enough."""
    happened = pattern("incident", "happened")
    for stretch in reading.own_sentences:
        around = reading.told_in(stretch)
        if happened.search(around.sentence) and not is_advice(around):
            yield around


def _is_reported(text: str) -> bool:
    """Tell whether a folded text makes amends (謝罪, 発覚), or reports what concerns data at risk."""
    if pattern("incident", "amends").search(text):
        return True
    is_news = pattern("incident", "reported").search(text) and not pattern("incident", "launch").search(text)
    return bool(is_news and pattern("incident", "at_risk").search(text))
