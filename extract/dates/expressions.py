"""The scan for expressions of points in time: each numeral of a text is looked at once."""

from collections.abc import Iterator

from extract.amounts.numbers import numerals
from extract.dates.expression import CLOCK, DateExpression
from extract.dates.grammar import Grammar, grammar
from extract.dates.reading import Place, read_day, read_month, read_named, read_numeric, read_year
from extract.document import Document, Stretch
from extract.lazy_pattern import lazy

_UNITS = frozenset("年月日時:/-")

_GLOSSED = lazy(r"\([0-9]{4}\) ?年")
"""After an era's year, the western one: 令和5(2023)年."""

YEAR_DIGITS = 4
"""Only a whole year is a date's beginning before a dot and a space; `1. ` begins an item of a list."""


def expressions(document: Document) -> tuple[DateExpression, ...]:
    """Return the expressions of a document in text order, clock times alone among them."""
    return tuple(_scan(document))


def _scan(document: Document) -> Iterator[DateExpression]:
    rules, folded = grammar(), document.folded
    done = 0
    for start, end in sorted([*_dated(folded, document.once(numerals)), *_named(folded, rules)]):
        if start >= done:
            found = _read(Place(folded, start, end, done), rules)
            if found:
                done = found.end
                yield found


def _dated(folded: str, places: tuple[Stretch, ...]) -> Iterator[Stretch]:
    """Yield the numerals that a unit or a sign of dates follows, after a space or not, or with a dot."""
    for start, end in places:
        after = folded[end : end + 2]
        unit = after[:1] in _UNITS or (after[:1] == " " and after[1:] in _UNITS)
        is_glossed = after[:1] == "(" and end - start < YEAR_DIGITS and _GLOSSED.match(folded, end)
        if unit or is_glossed or "." in folded[start:end] or (after == ". " and end - start == YEAR_DIGITS):
            yield start, end


def _named(folded: str, rules: Grammar) -> Iterator[Stretch]:
    """Yield where days with a name may stand, as empty stretches, and the 元 of 元年 as a numeral."""
    for match in rules.anchor.finditer(folded):
        yield match.start(), match.start() + (match[0] == "元年")


def _read(place: Place, rules: Grammar) -> DateExpression | None:
    """Read what stands at a numeral, by the unit after it."""
    sign = place.unit
    if sign in "年(" and "." not in place.numeral:
        return read_year(place, rules)
    if sign == "月":
        return read_month(place, rules)
    if sign == "日":
        return read_day(place, rules)
    if sign in "時:":
        return _clock(place, rules)
    if sign in "/-." or "." in place.numeral:
        return read_numeric(place, rules)
    return read_named(place, rules) if place.start == place.end else None


def _clock(place: Place, rules: Grammar) -> DateExpression | None:
    match = rules.clock.match(place.folded, place.start)
    part = place.before(rules.daypart)
    if match is None or not (part or place.numeral.isascii()):
        return None
    start = part.start() if part else match.start()
    return DateExpression(start=start, end=match.end(), rule=CLOCK, has_clock=True)
