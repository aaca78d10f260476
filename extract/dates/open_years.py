"""Stretches whose ends lack their years: 10月1日から3月31日まで ends in the year after it begins."""

from extract.dates.calendar import PartialDate, from_iso
from extract.dates.expression import DateExpression
from extract.dates.periods import bounds
from extract.dates.setting import gap


def closes_stretch(expression: DateExpression, folded: str, start_end: int) -> bool:
    """Tell whether a date without a year of its own is the end of a stretch: 10月1日から12月31日まで.

    Args:
        expression: the date.
        folded: the text.
        start_end: where the date ends that may be the start, in code points.
    """
    if expression.year is not None or expression.month is None:
        return False
    join = bounds().join.match(folded, start_end)
    return join is not None and join.end() == expression.start


def not_before(end: PartialDate, start: PartialDate | None) -> PartialDate:
    """Return the end of a stretch, some years on if it would lie before the start."""
    is_early = start is not None and gap(end, start) > 0
    return end._replace(year=start.year + (end[1:] < start[1:])) if start and is_early else end


def with_year_of(
    end: PartialDate, first: DateExpression, start: str | None, published: PartialDate | None
) -> str | None:
    """Return the start of a stretch, ISO 8601, a year back if it was taken for a coming day and the end not.

    So do 1月27日から2月17日まで in a text of 1 January: 2月 is past, and so is the 1月 before it.
    """
    opened = from_iso(start)
    if not (start and opened and published) or first.year is not None or first.month is None:
        return start
    is_coming = gap(published, opened) > 0 and opened.year == end.year + 1
    return (
        f"{end.year:04}{start[4:]}" if is_coming and gap(opened._replace(year=end.year), end) >= 0 else start
    )
