"""Reading one expression at a numeral: what its parts are, and whether it is a point in time at all."""

import re
from typing import Any

import msgspec

from extract.amounts.numbers import parse_number
from extract.dates.calendar import era_year
from extract.dates.expression import DateExpression
from extract.dates.grammar import Grammar
from extract.dates.words import date_words
from extract.lazy_pattern import lazy

_LOOK_BACK = 7
_EARLIEST, _LATEST = 1603, 2099
"""Western years that can stand alone: an old firm was founded in one of these."""
_JOINED = lazy(r"(?:~|から|より|-)、? ?")
"""Between the date read last and a year that ends its stretch."""
_CLOSES = lazy("年(?:まで|にかけて|に至る)")
"""After a short year without a month that ends a stretch: 平成22年から24年まで; 24年間 is a length."""


class Place(msgspec.Struct, frozen=True):
    """A numeral in a folded text, and how far the text has been read already."""

    folded: str
    start: int
    end: int
    done: int

    @property
    def numeral(self) -> str:
        """The numeral itself."""
        return self.folded[self.start : self.end]

    @property
    def unit(self) -> str:
        """The character after the numeral, a space before it left out; a line end where there is none."""
        return (self.folded[self.end : self.end + 2].lstrip(" ") or "\n")[0]

    def before(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Look back from the numeral for a pattern that ends in `$`."""
        return pattern.search(self.folded, max(self.done, self.start - _LOOK_BACK), self.start)

    def relative(self, rules: Grammar) -> re.Match[str] | None:
        """Look back for a word like 同年."""
        before = self.before(rules.before)
        return before if before and before["relative"] else None


class Reading(msgspec.Struct, frozen=True):
    """What a pattern matched at a place, and the weekday and clock time after it."""

    match: re.Match[str]
    end: int
    has_clock: bool

    def number(self, group: str) -> int | None:
        """Return the number of a group of the pattern, none if it is left out."""
        return _number(self.match[group])

    @property
    def is_bare(self) -> bool:
        """Whether it ends with its own unit, with nothing after it."""
        return self.end == self.match.end() and self.match[0][-1] in "年月日"


def _read(place: Place, pattern: re.Pattern[str], rules: Grammar) -> Reading | None:
    match = pattern.match(place.folded, place.start)
    if match is None:
        return None
    after = (rules.tail if match["day"] else rules.about).match(place.folded, match.end())
    has_clock = bool(match["day"] and after and after["clock"])
    return Reading(match, after.end() if after else match.end(), has_clock)


def read_year(place: Place, rules: Grammar) -> DateExpression | None:
    """Read what begins with a year: `令和5年4月5日`, `2024年春`, `’15年`, `2026年3月期`."""
    reading = _read(place, rules.year, rules)
    number = reading.number("year") if reading else None
    if reading is None or number is None or not _is_date(reading, place, rules, "year", "year"):
        return None
    before = place.before(rules.before)
    before = None if before and before["relative"] else before
    match = reading.match
    year = _year(match, number, before) or _year_of_end(place, match, number)
    if year is None:
        return None
    exact = not (match["term"] or match["closing"]) and year != {"year": None}
    rule = _year_rule(match, before)
    start = before.start() if before else match.start()
    why = (before[0].strip(), "年") if before else ("年",)
    era = before["era"] if before else None
    return _expression(reading, start, rule, why, is_exact=exact, era=era, **year)


def _year(match: re.Match[str], number: int, before: re.Match[str] | None) -> dict[str, int | None] | None:
    """Return the year as a field of an expression; none where the number is no calendar year."""
    if before and before["era"]:
        return {"year": era_year(date_words().era(before["era"]), number)}
    if _EARLIEST <= number <= _LATEST:
        return {"year": number}
    if len(match["year"]) == 2 and match["year"][0] in "0〇":  # 08年: no length of time is written so
        return {"year": 2000 + number}
    is_marked = match["fiscal"] or (before and before["short"])
    is_told = is_marked or (match["month"] and (number > 9 or match["day"]))
    return {"short_year": number} if is_told and number < 100 else None


def _year_of_end(place: Place, match: re.Match[str], number: int) -> dict[str, int | None] | None:
    """Return a year whose era stands at the start of its stretch: the 6年 of 令和5年4月~6年3月."""
    is_end = match["month"] or _CLOSES.match(place.folded, place.end)
    joined = _JOINED.fullmatch(place.folded, place.done, place.start) if is_end else None
    return {"short_year": number} if joined and number < 100 else None


def _year_rule(match: re.Match[str], before: re.Match[str] | None) -> str:
    if match["term"] or match["closing"] or match["fiscal"]:
        return "date.fiscal"
    if before and before["era"]:
        return "date.era"
    if len(match["year"]) < 4:
        return "date.two_digit"
    return "date.western" if match["month"] else "date.year"


def read_month(place: Place, rules: Grammar) -> DateExpression | None:
    """Read what begins with a month: `4月5日`, `昨年の10月`."""
    reading = _read(place, rules.month, rules)
    last = "day" if reading and reading.match["day"] else "month"
    if reading is None or not _is_date(reading, place, rules, "month", last):
        return None
    if reading.match["closing"]:
        return _yearless(reading, place, rules, "date.fiscal", is_exact=False)
    return _yearless(reading, place, rules, "date.month_day" if last == "day" else "date.month")


def read_day(place: Place, rules: Grammar) -> DateExpression | None:
    """Read a day alone, as newspapers write it: `22日`."""
    reading = _read(place, rules.day, rules)
    if reading is None or not _is_date(reading, place, rules, "day", "lone"):
        return None
    if place.numeral == "一" and not place.relative(rules):
        return None
    rule = "date.day" if place.numeral.isascii() else "date.kanji_day"
    return _yearless(reading, place, rules, rule)


def _yearless(
    reading: Reading, place: Place, rules: Grammar, rule: str, is_exact: bool = True
) -> DateExpression:
    before = place.relative(rules)
    if before is None:
        words = reading.match[0]
        units = tuple(unit for unit in "月日期" if unit in words) or (words,)
        return _expression(reading, reading.match.start(), rule, units, is_exact=is_exact)
    shift = date_words().relative[before["relative"]]
    why = (before["relative"],)
    return _expression(reading, before.start(), "date.relative", why, is_exact=is_exact, shift=shift)


def read_numeric(place: Place, rules: Grammar) -> DateExpression | None:
    """Read digits with signs: `2024/05/20`, `R5.4.5`, `2011-12-30T12:00:00+0900`, `5/20(月)`."""
    reading = _read(place, rules.numeric, rules)
    before = place.before(rules.before)
    era = before["era"] if before else None
    if reading is None or (len(reading.match["year"]) < 4 and era is None):
        reading = _read(place, rules.monthday, rules)
        return _yearless(reading, place, rules, "date.month_day") if reading else None
    match = reading.match
    number = int(match["year"])
    year = era_year(date_words().era(era), number) if era else number
    start = before.start() if before and era else match.start()
    why = (era or match["year"], match["sign"] or "/")
    return _expression(reading, start, "date.numeric", why, year=year, era=era, is_exact=year is not None)


def read_named(place: Place, rules: Grammar) -> DateExpression | None:
    """Read a day with a name, such as 元旦, or a part of what a word tells, such as 昨年末 and 先月下旬."""
    match = rules.named.match(place.folded, place.start)
    if match is None:
        return None
    told = match["year"] or match["month"]
    start, why = match.start(), (told or match["named"],)
    if told:
        shift = date_words().relative[told]
        return DateExpression(start=start, end=match.end(), rule="date.season", shift=shift, why=why)
    month, day = date_words().words.named[match["named"]]
    after = rules.tail.match(place.folded, match.end())
    end = after.end() if after else match.end()
    return DateExpression(start=start, end=end, rule="date.named", month=month, day=day, why=why)


def _expression(
    reading: Reading, start: int, rule: str, why: tuple[str, ...], **parts: Any
) -> DateExpression:
    month, day = _month_and_day(reading)
    return DateExpression(
        start=start,
        end=reading.end,
        rule=rule,
        month=month,
        day=day,
        has_clock=reading.has_clock,
        why=why,
        **parts,
    )


def _month_and_day(reading: Reading) -> tuple[int | None, int | None]:
    groups = reading.match.groupdict()
    month = groups.get("month") or groups.get("only") or groups.get("bound")
    return _number(month), _number(groups["day"])


def _is_date(reading: Reading, place: Place, rules: Grammar, first: str, last: str) -> bool:
    """Tell whether month and day can be, and no word around makes it a length, an ordinal, a repetition."""
    month, day = _month_and_day(reading)
    if not (month is None or 1 <= month <= 12) or not (day is None or 1 <= day <= 31):
        return False
    if place.before(rules.not_after[first]) and not place.relative(rules):
        return False
    return not (reading.is_bare and rules.not_before[last].match(place.folded, reading.end))


def _number(numeral: str | None) -> int | None:
    if numeral == "元":
        return 1
    return parse_number(numeral) if numeral else None
