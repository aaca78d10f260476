"""The value of an expression of a point in time, as it stands in a text."""

import msgspec

from extract.dates.words import Shift

CLOCK = "clock"
"""The rule of a clock time alone: no DATE, but it can bound a PERIOD."""


class DateExpression(msgspec.Struct, frozen=True, kw_only=True):
    """One expression, half-open in code points, not yet resolved; what it leaves out is none."""

    start: int
    end: int
    rule: str
    """The rule that found it, such as `date.era`."""
    year: int | None = None
    era: str | None = None
    """The era's name or letter where the year is counted in one."""
    short_year: int | None = None
    """A year of one or two digits whose century or era is left out."""
    shift: Shift | None = None
    """What a word like 同年 before it says."""
    month: int | None = None
    day: int | None = None
    has_clock: bool = False
    is_exact: bool = True
    """False where it has no ISO 8601 form (a quarter, an era's year that never was)."""
    why: tuple[str, ...] = ()
    """The words that decided."""
