"""Whether an article tells of an incident at all: advice and announcements name attacks without one."""

from extract.record.asides import is_advice
from extract.record.reading import Reading
from extract.record.rulebook import pattern

_SHORT = 12
"""Sentences of a report that may tell its incident in one of them; in a longer text one is but an example."""


def tells_incident(reading: Reading) -> bool:
    """Tell whether the sentences say that something happened or may have: 流出した, 紛失, おそれがある.

    One such sentence is enough in a short report, or where the text apologises or says that it was announced;
    none is needed in one that counts people or names data and reports it as a matter of data at risk.
    """
    happened = pattern("incident", "happened")
    told = sum(
        1
        for start, end in reading.sentences
        if happened.search(reading.folded[start:end])
        and not reading.is_beside(start)
        and not is_advice(reading.folded[start:end])
    )
    text = reading.folded[: reading.end]
    if told == 0:
        return bool(reading.of("DATA", "COUNT")) and _is_reported(text)
    is_enough = told > 1 or len(reading.sentences) <= _SHORT
    return is_enough or pattern("incident", "owned").search(text) is not None


def _is_reported(text: str) -> bool:
    """Tell whether a folded text makes amends (謝罪, 発覚), or reports what concerns data at risk."""
    if pattern("incident", "amends").search(text):
        return True
    is_news = pattern("incident", "reported").search(text) and not pattern("incident", "launch").search(text)
    return bool(is_news and pattern("incident", "at_risk").search(text))
