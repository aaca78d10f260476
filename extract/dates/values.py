"""What calendar dates the expressions of a document mean, in the light of each other and of its publication.

A year that is left out is taken from the dates told shortly before it, else from the publication date, which
a notice may bear itself, else from the first full date of the text (guidelines.md: filled in when the article
itself makes it plain).
"""

from extract.dates.calendar import (
    PartialDate,
    era_year,
    from_iso,
    full_year,
    is_possible,
    iso,
    shifted_month,
)
from extract.dates.expression import DateExpression
from extract.dates.expressions import expressions
from extract.dates.open_years import closes_stretch, not_before, with_year_of
from extract.dates.setting import STORY_OF_OLD, Setting, gap
from extract.dates.words import Shift, date_words
from extract.document import Document
from extract.lazy_pattern import lazy

_NEAR = 400
"""Code points within which a date told before lends its year and month: about a paragraph."""
_BESIDE = 12
"""Code points within which a year told without a month lends itself: about a clause."""
_AHEAD = 45
"""Days that a date may lie after publication: notices announce what follows within some weeks."""
_OPEN, _CLOSED = lazy(r"[(][^()\n]{0,12}$"), lazy(r"[^()\n]{0,24}[)]")
_PAST = lazy(
    r"(?:ごろ|頃)?(?:に|、)(?:(?!予定)[^。、\n]){0,24}?(?:し|され|れ|っ|い)た(?=[。、こと一-龠ァ-ヶ])"
)
"""After a date: what happened on it has."""
_SINCE = 2
"""Days after which a newspaper reports at most what it dates by the day alone."""
_SOON = 14
"""Days after publication that a story may look ahead and go on from there."""
_HALF_YEAR = 183
_HEAD_LINES, _FOOT_LINES = 4, 3
"""Lines that hold any character among which a notice bears its own date."""
_LED = lazy(r"[^。、・■●○◆]{0,50}")
_ENDED = lazy(r"[ )付け現在更新公表発表掲載日]{0,8}")
"""What stands on its line: 北斗食品株式会社 2024年4月5日, (2024年4月5日更新)."""
_STEP_BACK = 4
"""Days that a story goes back at most without naming the month."""


def date_values(document: Document) -> tuple[str | None, ...]:
    """Return an ISO 8601 string for each of the document's expressions, none where it has no plain one."""
    found = document.once(expressions)
    setting = first_setting(document)
    values: list[str | None] = []
    for number, expression in enumerate(found):
        date = resolve(expression, setting)
        if number and date and closes_stretch(expression, document.folded, found[number - 1].end):
            values[-1] = with_year_of(date, found[number - 1], values[-1], setting.published)
        if date and closes_stretch(expression, document.folded, setting.told_end):
            date = not_before(date, setting.told)
        elif date and _is_dateline(expression, setting, document.folded):
            date = _with_month(expression.day or 1, setting._replace(told=None, story=None), 0, near=False)
        elif date and _is_told_ahead(expression, date, setting, document.folded):
            date = date._replace(year=date.year - 1)
        values.append(iso(date) if date and expression.is_exact else None)
        if date and expression.is_exact and is_possible(date) and _lends(expression, date, setting, document):
            setting = setting.after(expression, date, document.folded)
        elif expression.era:  # 平成20年度から22年度
            setting = setting._replace(era=expression.era)
    return tuple(values)


def _is_told_ahead(expression: DateExpression, date: PartialDate, setting: Setting, folded: str) -> bool:
    """Tell whether a date that would lie after publication is past: 1月18日に検知された."""
    if expression.year is not None or expression.short_year is not None or expression.shift is not None:
        return False
    published = setting.published
    is_ahead = published is not None and published.day is not None and gap(published, date) > 0
    return is_ahead and expression.month is not None and bool(_PAST.match(folded, expression.end))


def _is_dateline(expression: DateExpression, setting: Setting, folded: str) -> bool:
    """Tell whether a bare day is that of a newspaper's report: 4月の事件で、市は20日、…と発表した."""
    if setting.published is None or expression.shift or expression.month or not expression.day:
        return False
    days = (setting.published.day or 0) - expression.day
    stands_so = (
        folded[expression.start - 1 : expression.start] == "は"
        and folded[expression.end : expression.end + 1] == "、"
    )
    return stands_so and 0 <= days <= _SINCE


def _lends(expression: DateExpression, date: PartialDate, setting: Setting, document: Document) -> bool:
    """Tell whether what follows a date is told of its time.

    Not after one in brackets or of the future, nor after the fiscal year of a title amid dated events.
    """
    is_future = setting.published is not None and gap(setting.published, date) > _SOON
    is_title = expression.rule == "date.fiscal" and setting.told is not None and bool(setting.told.month)
    return not (is_future or is_title or _is_gloss(expression, document.folded))


def _is_gloss(expression: DateExpression, folded: str) -> bool:
    """Tell whether a month without a day stands in brackets, as what is told of a name in passing does."""
    start, end = expression.start, expression.end
    is_month = expression.day is None and expression.month is not None
    return is_month and bool(_OPEN.search(folded, max(0, start - 13), start) and _CLOSED.match(folded, end))


def first_setting(document: Document) -> Setting:
    """Return what is known before the first word: the publication date or the text's first full date."""
    full = [e for e in document.once(expressions) if e.year and e.day]
    published = from_iso(document.published) or next((_date(e) for e in full if _is_own(e, document)), None)
    return Setting(published=published, anchor=published or next(map(_date, full), None))


def _date(expression: DateExpression) -> PartialDate:
    return PartialDate(expression.year or 0, expression.month, expression.day)


def _is_own(expression: DateExpression, document: Document) -> bool:
    """Tell whether a full date is the notice's own: on a line, near head or foot, that is no sentence."""
    start, end = document.line_at(expression.start)
    lines = document.lines
    is_outer = start <= lines[min(_HEAD_LINES, len(lines)) - 1][0] or start >= lines[-_FOOT_LINES:][0][0]
    is_led = _LED.fullmatch(document.folded, start, expression.start)
    return is_outer and bool(is_led and _ENDED.fullmatch(document.folded, expression.end, end))


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
    return _with_month(day, setting, expression.start, near) if day is not None else None


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
    if base.month is None or day is None:
        return None
    if shift.unit == "month":
        return PartialDate(*shifted_month(base.year, base.month, shift.by), day)
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


def _with_month(day: int, setting: Setting, start: int, near: bool) -> PartialDate | None:
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
    if gap(anchor, date) > _SOON:
        return PartialDate(*shifted_month(told.year, told.month, -1), day)
    if day >= told.day:
        return date
    later = PartialDate(*shifted_month(told.year, told.month, 1), day)
    goes_on = gap(date, told) > _STEP_BACK and is_possible(later) and gap(later, anchor) >= 0
    return later if goes_on else date
