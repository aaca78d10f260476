"""The words around a span, as cues read them."""

import msgspec

from extract.record.triggers import cue_triggers, living_under


class Surroundings(msgspec.Struct, frozen=True):
    """The folded words around a span, as cues read them."""

    before: str
    after: str
    surface: str
    sentence: str
    heading: str
    living: int
    """The cues that can hold by the words, bit by number (`triggers.py`); maybe more."""

    @classmethod
    def of(cls, before: str, surface: str, after: str, heading: str) -> "Surroundings":
        """Return the surroundings of a span that these words stand around."""
        sentence = before + surface + after
        return cls(
            before,
            after,
            surface,
            sentence,
            heading,
            cue_triggers().sentences.living(sentence) & living_under(heading),
        )
