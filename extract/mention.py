"""A mention: what one rule found in one document, before overlaps are resolved and ids given."""

import msgspec


class Mention(msgspec.Struct, frozen=True):
    """A labelled stretch of a document, half-open in code points of its text."""

    start: int
    end: int
    label: str
    rule: str
    """The id of the rule, such as `date.era`."""
    score: float
    """How often that rule is right, 0 to 1, as estimated on annotated texts."""
    why: tuple[str, ...] = ()
    """The words of the text that decided."""
