"""Quoting: texts within messages, cut short so that a message stays one line."""

LONGEST = 40
"""Characters of a text that a message shows at most."""


def quoted(text: str) -> str:
    """Return a text in quotes, its controls escaped; of a long one the beginning and how long it is."""
    if len(text) <= LONGEST:
        return repr(text)
    return f"{text[:LONGEST]!r}… ({len(text)} characters)"
