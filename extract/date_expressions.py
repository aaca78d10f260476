"""The scan for expressions of points in time: each numeral of a text is looked at once."""

from collections.abc import Iterator

from extract.date_expression import CLOCK, DateExpression
from extract.date_grammar import Grammar, grammar
from extract.date_reading import Place, read_day, read_month, read_named, read_numeric, read_year
from extract.document import Document
from extract.numbers import numerals


def expressions(document: Document) -> tuple[DateExpression, ...]:
    """Return the expressions of a document in text order, clock times alone among them."""
    return tuple(_scan(document))


def _scan(document: Document) -> Iterator[DateExpression]:
    rules, folded = grammar(), document.folded
    named = (
        (match.start(), match.start() + len(match["first"] or "")) for match in rules.named.finditer(folded)
    )
    done = 0
    for start, end in sorted([*document.once(numerals), *named]):
        if start >= done:
            found = _read(Place(folded, start, end, done), rules)
            if found:
                done = found.end
                yield found


def _read(place: Place, rules: Grammar) -> DateExpression | None:
    """Read what stands at a numeral, by the unit after it."""
    sign = place.unit
    if sign == "年":
        return read_year(place, rules)
    if sign == "月":
        return read_month(place, rules, rules.month)
    if sign == "日":
        return read_day(place, rules)
    if sign in "時:":
        return _clock(place, rules)
    if sign in "/-" or "." in place.numeral:
        return read_numeric(place, rules) or read_month(place, rules, rules.monthday)
    return read_named(place, rules) if place.start == place.end else None


def _clock(place: Place, rules: Grammar) -> DateExpression | None:
    match = rules.clock.match(place.folded, place.start)
    part = place.before(rules.daypart)
    if match is None or not (part or place.numeral.isascii()):
        return None
    start = part.start() if part else match.start()
    return DateExpression(start=start, end=match.end(), rule=CLOCK, has_clock=True)
