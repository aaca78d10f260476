"""Quoting: texts within messages, cut short so that a message stays one line."""

from store.plural import number_of

LONGEST = 40
"""Characters of a text that a message shows at most."""


def quoted(text: str) -> str:
    """Return a text in quotes, its controls escaped; of a long one the beginning and how long it is."""
    if len(text) <= LONGEST:
        return repr(text)
    return f"{text[:LONGEST]!r}… ({number_of(len(text), 'character')})"


def outside(start: int, end: int, text: str) -> str:
    """Return the words for an extent in code points that lies outside a text."""
    return f"{start}-{end} lies outside the text of {number_of(len(text), 'character')}"
