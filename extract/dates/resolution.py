"""What calendar date one expression means in its setting: the year and month that it leaves out are found."""

from extract.dates.calendar import PartialDate, era_year, full_year, is_possible, shifted_month
from extract.dates.expression import DateExpression
from extract.dates.setting import STORY_OF_OLD, Setting, gap
from extract.dates.words import Shift, date_words

_NEAR = 400
"""Code points within which a date told before lends its year and month: about a paragraph."""
_BESIDE = 12
"""Code points within which a year told without a month lends itself: about a clause."""
_AHEAD = 45
"""Days that a date may lie after publication: notices announce what follows within some weeks."""
SOON = 14
"""Days after publication that a story may look ahead and go on from there."""
_HALF_YEAR = 183
_STEP_BACK = 4
"""Days that a story goes back at most without naming the month."""


def resolve(expression: DateExpression, setting: Setting) -> PartialDate | None:
    """Return the date that an expression means, none if that isn't plain; it may be an impossible one."""
    year, month, day = expression.year, expression.month, expression.day
    if expression.short_year is not None:
        year = _spelt_out(expression, setting)
    if year is not None:
        return PartialDate(year, month, day)
    if expression.shift is not None and _is_shifting(expression, expression.shift):
        return _shifted(expression, expression.shift, setting)
    near = setting.told_end + _NEAR >= expression.start or expression.shift is not None
    if month is not None:
        return _with_year(month, day, setting, expression.start, near)
    return with_month(day, setting, expression.start, near) if day is not None else None


def _is_shifting(expression: DateExpression, shift: Shift) -> bool:
    """Tell whether a word moves the date: 同 never does, 翌 only a bare day (翌1日 after 31日)."""
    return shift.unit != "same" and (shift.unit != "day" or expression.month is None)


def _spelt_out(expression: DateExpression, setting: Setting) -> int | None:
    short = expression.short_year or 0
    if setting.era and "'" not in expression.why[0]:
        return era_year(date_words().era(setting.era), short)
    return full_year(short, setting.latest()) if short > 9 else None


def _shifted(expression: DateExpression, shift: Shift, setting: Setting) -> PartialDate | None:
    base = setting.told if shift.of == "context" else setting.anchor
    if base is None and shift.by < 0:
        base = setting.anchor
    if base is None:
        return None
    month, day = expression.month, expression.day
    if shift.unit == "year":
        return PartialDate(base.year + shift.by, month, day)
    if base.month is None:
        return None
    if shift.unit == "month":
        return PartialDate(*shifted_month(base.year, base.month, shift.by), day)
    if day is None:
        return None
    is_past_end = base.day is not None and (day - base.day) * shift.by < 0
    return PartialDate(*shifted_month(base.year, base.month, shift.by if is_past_end else 0), day)


def _with_year(month: int, day: int | None, setting: Setting, start: int, near: bool) -> PartialDate | None:
    told, published = setting.lender(start), setting.published
    lends = told is not None and near and (told.month or published is None or _is_year_near(setting, start))
    if told is not None and (lends or setting.anchor is None):
        return _closest(told, month, day, published)
    if setting.anchor is None:
        return None
    date = PartialDate(setting.anchor.year, month, day)
    is_first = told is None and published is None
    ahead = _HALF_YEAR if is_first else _AHEAD
    return date if gap(setting.anchor, date) <= ahead else date._replace(year=date.year - 1)


def _is_year_near(setting: Setting, start: int) -> bool:
    """Tell whether a year told without a month still holds: for a clause, longer in a story of long ago."""
    if not (setting.is_lender and setting.told and setting.published):
        return False
    is_of_old = setting.published.year - setting.told.year > 1
    return start - setting.told_end <= (STORY_OF_OLD if is_of_old else _BESIDE)


def _closest(told: PartialDate, month: int, day: int | None, published: PartialDate | None) -> PartialDate:
    """Return the date in the told year, or in the next where the story went on over New Year."""
    date = PartialDate(told.year, month, day)
    later = date._replace(year=date.year + 1)
    goes_on = told.month is not None and gap(date, told) > _HALF_YEAR
    if goes_on and (published is None or gap(published, later) <= _AHEAD):
        return later
    if published and gap(published, date) > _AHEAD and gap(published, told) <= _AHEAD:
        return date._replace(year=date.year - 1)
    return date


def with_month(day: int, setting: Setting, start: int, near: bool) -> PartialDate | None:
    """Return a bare day with the month it belongs to, none where nothing tells it.

    Args:
        day: the day of the month.
        setting: what is known where it stands.
        start: where it begins, in code points.
        near: whether a date told before may lend its month.
    """
    told = setting.month_lender(start)
    if told is not None and near and told.month is not None:
        return _onwards(told, day, setting.anchor)
    anchor = setting.anchor
    if anchor is None or anchor.month is None:
        return None
    is_past = anchor.day is None or day <= anchor.day
    return PartialDate(*shifted_month(anchor.year, anchor.month, 0 if is_past else -1), day)


def _onwards(told: PartialDate, day: int, anchor: PartialDate | None) -> PartialDate:
    """Return a day of the told month, of the next where the story goes on over its end: 4月29日, 1日.

    Of the one before where it would lie long after publication.
    """
    date = PartialDate(told.year, told.month, day)
    if told.day is None or told.month is None or anchor is None:
        return date
    if gap(anchor, date) > SOON:
        return PartialDate(*shifted_month(told.year, told.month, -1), day)
    if day >= told.day:
        return date
    later = PartialDate(*shifted_month(told.year, told.month, 1), day)
    goes_on = gap(date, told) > _STEP_BACK and is_possible(later) and gap(later, anchor) >= 0
    return later if goes_on else date
