"""Calendar arithmetic: eras, partial dates, ISO 8601 strings."""

import datetime
from typing import NamedTuple


class PartialDate(NamedTuple):
    """A date as far as it is known; a day implies a month, a month a year."""

    year: int
    month: int | None = None
    day: int | None = None


class Era(NamedTuple):
    """A Japanese era: its first and last year in the western calendar."""

    first: int
    last: int


def era_year(era: Era, year: int) -> int | None:
    """Return the western year of an era's year (元年 is 1), none if the era had no such year.

    令和5年 is 2023; 平成32年 never came, but documents written before 2019 use such years, so a year past the
    end is none rather than guessed.
    """
    western = era.first + year - 1
    return western if era.first <= western <= era.last else None


def full_year(two_digits: int, latest: int) -> int:
    """Return the year that two digits stand for, the last such year not after `latest`.

    '15年 is 2015 and '98年 is 1998, read in 2024.
    """
    century = latest - latest % 100
    year = century + two_digits
    return year if year <= latest else year - 100


def is_possible(date: PartialDate) -> bool:
    """Tell whether such a date is on the calendar."""
    if date.day is not None and date.month is None:
        return False
    try:
        datetime.date(date.year, _or_one(date.month), _or_one(date.day))
    except ValueError:
        return False
    return True


def iso(date: PartialDate) -> str | None:
    """Return `2024-05-20`, `2024-05` or `2024` as far as the date is known, none if there is no such date."""
    if not is_possible(date):
        return None
    parts = [f"{date.year:04}"]
    if date.month is not None:
        parts.append(f"{date.month:02}")
    if date.day is not None:
        parts.append(f"{date.day:02}")
    return "-".join(parts)


def from_iso(text: str | None) -> PartialDate | None:
    """Read what `iso` writes, none if it is none or something else."""
    try:
        parts = [int(part) for part in (text or "").split("T")[0].split("-")]
    except ValueError:
        return None
    date = PartialDate(*parts) if 1 <= len(parts) <= 3 else None
    return date if date and date.year >= 1000 and is_possible(date) else None


def shifted_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Return year and month some months later or, with a negative number, earlier."""
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


def days_between(earlier: PartialDate, later: PartialDate) -> int:
    """Return about how many days lie between two dates, missing months and days read as their first."""
    return _ordinal(later) - _ordinal(earlier)


def _ordinal(date: PartialDate) -> int:
    return datetime.date(date.year, _or_one(date.month), _or_one(date.day)).toordinal()


def _or_one(number: int | None) -> int:
    return 1 if number is None else number
