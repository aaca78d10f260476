"""Numbers with their nouns, for messages."""


def number_of(count: int, one: str, many: str = "") -> str:
    """Return a number with its noun: `1 article`, `2 articles`; `many` where an s makes no plural."""
    return f"{count} {one if count == 1 else many or one + 's'}"
