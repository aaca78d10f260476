"""Whether an article tells of an incident at all: advice and announcements name attacks without one."""

from collections.abc import Iterator

from extract.record.asides import is_advice
from extract.record.reading import Reading
from extract.record.rulebook import pattern
from extract.record.surroundings import Surroundings

_ITEMS = 2
"""Items of data told as affected that are enough for an incident: those of advice are no mentions at all."""
_COUNTS = 2
"""Counts that are enough where nothing is sold: those of other things are no mentions at all."""
_SHORT = 12
"""Sentences of a report that may tell its incident in one of them; in a longer text one is but an example."""


def tells_incident(reading: Reading) -> bool:
    """Tell whether the sentences say that something happened or may have: 流出した, 紛失, おそれがある.

    One such sentence is enough in a short report, or where the text apologises or says that it was announced;
    none is needed in one that counts people or names data and speaks of data at risk, or that names several
    data as affected or counts again and again, or that says, with a name, a day or a number, that people's
    data went astray.
    """
    text = reading.folded[: reading.end]
    if _names_data(reading) or (reading.of("DATA", "COUNT") and _is_at_risk(text)):
        return True
    if len(reading.of("COUNT")) >= _COUNTS and not pattern("incident", "launch").search(text):
        return True
    if reading.of("ORG", "DATE", "COUNT") and _is_astray(text):
        return True
    telling = _telling(reading)
    if next(telling, None) is None:
        return False
    is_enough = len(reading.sentences) <= _SHORT or next(telling, None) is not None
    return is_enough or pattern("incident", "owned").search(text) is not None


def _names_data(reading: Reading) -> bool:
    """Tell whether a text names several data that got out, or how many people and what data or what cause."""
    items = len(reading.of("DATA"))
    is_told = items >= _ITEMS or bool(reading.of("COUNT") and reading.of("DATA", "CAUSE"))
    return is_told and not pattern("incident", "launch").search(reading.folded)


def _telling(reading: Reading) -> Iterator[Surroundings]:
    """Yield the sentences that say that something happened, one by one, for two are enough."""
    happened = pattern("incident", "happened")
    for stretch in reading.own_sentences:
        around = reading.told_in(stretch)
        if happened.search(around.sentence) and not is_advice(around):
            yield around


def _is_astray(text: str) -> bool:
    """Tell whether a folded text speaks of people's data and of their going astray, and sells nothing.

    A notice of one's own needs but the data.
    """
    astray = pattern("incident", "astray").search(text) or pattern("victim", "first_person").search(text)
    told = pattern("incident", "of_people").search(text) and astray
    return bool(told and not pattern("incident", "launch").search(text))


def _is_at_risk(text: str) -> bool:
    """Tell whether a folded text makes amends (謝罪, 発覚), or speaks of data at risk and sells nothing."""
    if pattern("incident", "amends").search(text):
        return True
    is_of_data = pattern("incident", "at_risk").search(text)
    return bool(is_of_data and not pattern("incident", "launch").search(text))
