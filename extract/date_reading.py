"""Reading one expression at a numeral: what its parts are, and whether it is a point in time at all."""

import re
from typing import Any, NamedTuple

from extract.calendar import era_year
from extract.date_expression import DateExpression
from extract.date_grammar import Grammar
from extract.date_words import date_words
from extract.numbers import parse_number

_LOOK_BACK = 6
_EARLIEST, _LATEST = 1868, 2099
"""Western years that can stand alone: modern ones."""


class Place(NamedTuple):
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


def read_year(place: Place, rules: Grammar) -> DateExpression | None:
    """Read what begins with a year: `令和5年4月5日`, `2024年春`, `’15年`, `2026年3月期`."""
    match = rules.year.match(place.folded, place.start)
    number = _number(match["year"]) if match else None
    if match is None or number is None or not _is_date(match, place, rules, "year", "year"):
        return None
    before = place.before(rules.before)
    if before and before["relative"]:
        before = None
    year = _year(match, number, before)
    if year is None:
        return None
    exact = not (match["term"] or match["closing"]) and year != {"year": None}
    rule = (
        "date.fiscal" if match["term"] or match["closing"] or match["fiscal"] else _year_rule(match, before)
    )
    start = before.start() if before else match.start()
    why = (before[0].strip(), "年") if before else ("年",)
    era = before["era"] if before else None
    return _expression(match, start, rule, why, is_exact=exact, era=era, **year)


def _year(match: re.Match[str], number: int, before: re.Match[str] | None) -> dict[str, int | None] | None:
    """Return the year as a field of an expression; none where the number is no calendar year."""
    if before and before["era"]:
        return {"year": era_year(date_words().era(before["era"]), number)}
    if _EARLIEST <= number <= _LATEST:
        return {"year": number}
    is_told = (
        match["fiscal"] or (before and before["short"]) or (match["month"] and (number > 9 or match["day"]))
    )
    return {"short_year": number} if is_told and number < 100 else None


def _year_rule(match: re.Match[str], before: re.Match[str] | None) -> str:
    if before and before["era"]:
        return "date.era"
    if len(match["year"]) < 4:
        return "date.two_digit"
    return "date.western" if match["month"] else "date.year"


def read_month(place: Place, rules: Grammar, pattern: re.Pattern[str]) -> DateExpression | None:
    """Read what begins with a month: `4月5日`, `昨年の10月`, `5/20(月)`."""
    match = pattern.match(place.folded, place.start)
    if match is None or not _is_date(match, place, rules, "month", "day" if match["day"] else "month"):
        return None
    if match.groupdict().get("closing"):
        return _yearless(match, place, rules, "date.fiscal", is_exact=False)
    return _yearless(match, place, rules, "date.month_day" if match["day"] else "date.month")


def read_day(place: Place, rules: Grammar) -> DateExpression | None:
    """Read a day alone, as newspapers write it: `22日`."""
    match = rules.day.match(place.folded, place.start)
    if match is None or not _is_date(match, place, rules, "day", "day"):
        return None
    if place.numeral == "一" and not place.relative(rules):
        return None
    return _yearless(match, place, rules, "date.day" if place.numeral.isascii() else "date.kanji_day")


def _yearless(
    match: re.Match[str], place: Place, rules: Grammar, rule: str, is_exact: bool = True
) -> DateExpression:
    before = place.relative(rules)
    if before is None:
        units = tuple(unit for unit in "月日期" if unit in match[0]) or (match[0],)
        return _expression(match, match.start(), rule, units, is_exact=is_exact)
    shift = date_words().relative[before["relative"]]
    why = (before["relative"],)
    return _expression(match, before.start(), "date.relative", why, is_exact=is_exact, shift=shift)


def read_numeric(place: Place, rules: Grammar) -> DateExpression | None:
    """Read digits with signs: `2024/05/20`, `R5.4.5`, `2011-12-30T12:00:00+0900`."""
    match = rules.numeric.match(place.folded, place.start)
    before = place.before(rules.before)
    if match is None:
        return None
    number = int(match["year"])
    era = before["era"] if before else None
    if number < 100 and era is None:
        return None
    year = era_year(date_words().era(era), number) if era else number
    start = before.start() if before and era else match.start()
    why = (era or match["year"], match["sign"] or "/")
    return _expression(match, start, "date.numeric", why, year=year, era=era, is_exact=year is not None)


def read_named(place: Place, rules: Grammar) -> DateExpression | None:
    """Read a day with a name, such as 元旦, or a part of a year told by a word, such as 昨年末."""
    match = rules.named.match(place.folded, place.start)
    if match and match["relative"]:
        shift = date_words().relative[match["relative"]]
        return DateExpression(
            start=match.start(), end=match.end(), rule="date.season", shift=shift, why=(match["relative"],)
        )
    if match is None or not match["named"]:
        return None
    month, day = date_words().words.named[match["named"]]
    return DateExpression(
        start=match.start(), end=match.end(), rule="date.named", month=month, day=day, why=(match["named"],)
    )


def _expression(
    match: re.Match[str], start: int, rule: str, why: tuple[str, ...], **parts: Any
) -> DateExpression:
    groups = match.groupdict()
    return DateExpression(
        start=start,
        end=match.end(),
        rule=rule,
        month=_number(groups.get("month") or groups.get("only")),
        day=_number(groups.get("day")),
        has_clock=groups.get("clock") is not None,
        why=why,
        **parts,
    )


def _is_date(match: re.Match[str], place: Place, rules: Grammar, first: str, last: str) -> bool:
    """Tell whether month and day can be, and no word around makes it a length, an ordinal or a repetition."""
    month, day = _number(match.groupdict().get("month")), _number(match["day"])
    if not (month is None or 1 <= month <= 12) or not (day is None or 1 <= day <= 31):
        return False
    if place.before(rules.not_after[first]) and not place.relative(rules):
        return False
    is_bare = match["clock"] is None and not match.groupdict().get("week")
    return not (
        is_bare and _ends_with_unit(match) and rules.not_before[last].match(match.string, match.end())
    )


def _ends_with_unit(match: re.Match[str]) -> bool:
    return match[0][-1] in "年月日"


def _number(numeral: str | None) -> int | None:
    if numeral == "元":
        return 1
    return parse_number(numeral) if numeral else None
