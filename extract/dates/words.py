"""The words of dates, from `data/dates.toml`."""

import re
from functools import cache
from typing import Literal

import msgspec

from extract.alternation import either
from extract.data_file import read_data
from extract.dates.calendar import Era


class Shift(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a word like 同年 or 先月 does to the number after it."""

    unit: Literal["year", "month", "week", "day", "same"]
    of: Literal["context", "published"]
    by: int


class EraWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An era with its name and its letter."""

    name: str
    letter: str
    first: int
    last: int

    @property
    def era(self) -> Era:
        """Its years."""
        return Era(self.first, self.last)


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Regular expressions of words that stand beside numbers in a date."""

    day_parts: tuple[str, ...]
    month_parts: tuple[str, ...]
    seasons: tuple[str, ...]
    about: tuple[str, ...]
    named: dict[str, tuple[int, int]]


class Around(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Regular expressions of what may not stand before or after a day, a month, a year."""

    day: tuple[str, ...]
    month: tuple[str, ...]
    year: tuple[str, ...]


class DateWords(msgspec.Struct, frozen=True):
    """All of the data file that the grammar and the resolution of dates need."""

    eras: tuple[EraWord, ...]
    words: Words
    relative: dict[str, Shift]
    not_after: Around
    not_before: Around

    def era(self, word: str) -> Era:
        """Return the era of a name or a letter."""
        return next(era.era for era in self.eras if word in (era.name, era.letter))


@cache
def date_words() -> DateWords:
    """Return the words, read the first time only."""
    return msgspec.convert(read_data("dates"), DateWords)


def literal(words: dict[str, object] | tuple[str, ...]) -> str:
    """Return one group that matches any of some words, the longest first."""
    return either(tuple(re.escape(word) for word in sorted(words, key=len, reverse=True)))
