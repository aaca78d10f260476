"""A span: some characters of an article with a label."""

from typing import Literal

import msgspec

from store.quoting import outside, quoted

Decision = Literal["suggested", "accepted", "rejected"]
"""What a person said of a suggestion so far; a person's own additions are accepted from the start."""

HUMAN = "human"
"""The origin of what a person made, where a rule's id stands for what the machine made."""


class Extent(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Where a span lies and how it is labelled: what a person's correction changes."""

    start: int
    end: int
    label: str


class Span(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """A labelled stretch of an article's text, half-open in code points.

    The surface `text` always equals `article.text[start:end]`.
    """

    id: str
    start: int
    end: int
    label: str
    text: str
    origin: str = HUMAN
    """The id of the rule that suggested it, `learned`, or `human`."""
    score: float | None = None
    """How sure the rule is, 0 to 1; none for a person's own."""
    why: tuple[str, ...] = ()
    """The words of the text that decided."""
    status: Decision = "suggested"
    suggested: Extent | None = None
    """What the machine had suggested, kept once a person has moved or relabelled it."""

    def lies_in(self, text: str) -> bool:
        """Whether it has an extent, and that within a text."""
        return 0 <= self.start < self.end <= len(text)

    def misfit(self, text: str) -> str | None:
        """Return what is wrong with it as a span of a text, none where it bears the text's characters."""
        if not self.lies_in(text):
            return outside(self.start, self.end, text)
        there = text[self.start : self.end]
        return None if there == self.text else f"says {quoted(self.text)} where the text has {quoted(there)}"

    @property
    def extent(self) -> Extent:
        """Where it lies and how it is labelled."""
        return Extent(self.start, self.end, self.label)
