"""Whether an article tells of an incident at all: advice and announcements name attacks without one."""

from extract.record.asides import is_advice
from extract.record.reading import Reading
from extract.record.rulebook import pattern


def tells_incident(reading: Reading) -> bool:
    """Tell whether any sentence says that something happened or may have: 流出した, 紛失, おそれがある."""
    happened = pattern("incident", "happened")
    return any(
        happened.search(reading.folded[start:end])
        for start, end in reading.sentences
        if not reading.is_beside(start) and not is_advice(reading.folded[start:end])
    )
