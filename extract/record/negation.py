"""Whether a listed item is said to be spared: カード番号は含まれておりません."""

from extract.record.reading import Reading
from extract.record.rulebook import pattern
from store.span import Span


def is_spared(reading: Reading, span: Span) -> bool:
    """Tell whether the text denies that the item of a span was affected.

    The item must stand in the list that is the topic of the denial, with no clause boundary between.
    """
    topic = pattern("negation", "topic").match(reading.around(span).after)
    if topic is None or pattern("negation", "boundary").search(topic["listed"]):
        return False
    denial = pattern("negation", "denial").match(topic["rest"])
    if denial is None or pattern("negation", "doubt").search(topic["rest"][: denial.end()]):
        return False
    return pattern("negation", "clause_end").search(denial["act"]) is None
