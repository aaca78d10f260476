"""What calendar dates the expressions of a document mean, in the light of each other and of its publication.

A year that is left out is taken from the dates told shortly before it, else from the publication date, which
a notice may bear itself, else from the first full date of the text (guidelines.md: filled in when the article
itself makes it plain).
"""

from extract.dates.calendar import PartialDate, from_iso, is_possible, iso
from extract.dates.expression import DateExpression
from extract.dates.expressions import expressions
from extract.dates.open_years import closes_stretch, not_before, with_year_of
from extract.dates.resolution import SOON, resolve, with_month
from extract.dates.setting import Setting, gap
from extract.document import Document
from extract.lazy_pattern import lazy

_OPEN, _CLOSED = lazy(r"[(][^()\n]{0,12}$"), lazy(r"(?!(?:に|の)?(?:公表|発表|発覚|発生))[^()\n]{0,24}[)]")
_PAST = lazy(
    r"(?:ごろ|頃)?(?:に|、)(?:(?!予定)[^。、\n]){0,50}?(?:し|され|れ|っ|い)た(?=[。、こと一-龠ァ-ヶ])"
)
"""After a date: what happened on it has."""
_SINCE = 2
"""Days after which a newspaper reports at most what it dates by the day alone."""
_HEAD_LINES, _FOOT_LINES = 4, 3
"""Lines that hold any character among which a notice bears its own date."""
_LED = lazy(r"[^。、・■●○◆]{0,50}")
_ENDED = lazy(r"[ )付け現在更新公表発表掲載日]{0,8}")
"""What stands on its line: 北斗食品株式会社 2024年4月5日, (2024年4月5日更新)."""


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
            date = with_month(expression.day or 1, setting._replace(told=None, story=None), 0, near=False)
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
    is_future = setting.published is not None and gap(setting.published, date) > SOON
    is_title = expression.rule == "date.fiscal" and setting.told is not None and bool(setting.told.month)
    return not (is_future or is_title or _is_gloss(expression, document.folded))


def _is_gloss(expression: DateExpression, folded: str) -> bool:
    """Tell whether a month without a day stands in brackets, as what is told of a name in passing does.

    Not so the month of the story itself: 北斗マルシェ(2021年8月公表).
    """
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
