"""What forms, rules and desks ask of everybody: items named there are none of what was affected."""

from extract.data_items.item_words import WORDS

_GENERAL = WORDS.lazy("{generalities}")
_HAPPENED = WORDS.lazy(r"{happenings}|(?:た|だった|ません)[。」)]{0,2}\s*\Z")
"""What tells of an incident, or ends a sentence on what was."""


def is_general(folded: str, start: int, end: int) -> bool:
    """Tell whether a sentence speaks of what is asked in general, and of nothing that has happened.

    Args:
        folded: the folded text.
        start: where the sentence begins, in code points.
        end: where it ends.
    """
    return bool(_GENERAL.search(folded, start, end)) and not _HAPPENED.search(folded, start, end)
