"""The grammar of dates as regular expressions over folded text, made from the words of `data/dates.toml`.

Every repetition in them is bounded, so that matching at one place takes constant time.
"""

import re
from functools import cache

import msgspec

from extract.alternation import either
from extract.dates.words import Around, DateWords, date_words, literal
from extract.lazy_pattern import lazy

_KANJI = "〇零一二三四五六七八九十"
_SHORT = f"(?:[0-9]{{1,2}}|[{_KANJI}]{{1,3}})"
_YEAR = f"(?:[0-9]{{1,4}}|[{_KANJI}百千]{{1,8}}|元)"
_DAY_NAME = "[日月火水木金土]"
_HOLIDAY = "(?:[,、・･/ ]{0,2}(?:祝日?|休日?|振休))"
_WEEKDAY = rf"(?: ?\({_DAY_NAME}(?:曜日?)?{_HOLIDAY}?\)|[の ]?{_DAY_NAME}曜日?(?!版))"
_MONTH, _DAY = "(?P<month>1[0-2]|0?[1-9])", "(?P<day>3[01]|[12][0-9]|0?[1-9])"
_QUARTER = "第? ?[1-4一二三四] ?四半期"
_ZONE = r"(?: ?\((?:UTC|GMT|JST|日本時間|現地時間)[^()\n]{0,12}\))"


class Grammar(msgspec.Struct, frozen=True):
    """Compiled patterns; those that look back end in `$`, the others match forward.

    What may follow a date is a pattern of its own rather than a part of each: compiling classes of kanji
    takes most of the time until the first suggestion.
    """

    year: re.Pattern[str]
    """`5年4月5日`, `2024年春`, `6年(2024年)4月9日`, `5(2023)年9月`."""
    month: re.Pattern[str]
    """`4月5日`, `4月下旬`."""
    day: re.Pattern[str]
    """`5日`."""
    numeric: re.Pattern[str]
    """`2024/05/20`, `2024.5.20`, `2024. 5. 20`, `2024-05-20T12:00`."""
    monthday: re.Pattern[str]
    """`5/20` before a weekday, a clock time or a particle."""
    tail: re.Pattern[str]
    """What may follow a day: weekday, time zone before a clock time, clock time, ごろ; or nothing."""
    about: re.Pattern[str]
    """ごろ and the like, or nothing."""
    clock: re.Pattern[str]
    """`9時14分`, `13:37`."""
    before: re.Pattern[str]
    """An era, an apostrophe or a word like 同年 before a numeral."""
    daypart: re.Pattern[str]
    """午前 and the like before a clock time."""
    not_after: dict[str, re.Pattern[str]]
    """By unit (day, month, year): what before a numeral makes it no date."""
    not_before: dict[str, re.Pattern[str]]
    """By unit: what after the expression makes it no date; by `lone` what after a day alone."""
    anchor: re.Pattern[str]
    """Words that `named` begins with, and 元年: literals, which a text is searched for fast."""
    named: re.Pattern[str]
    """元旦 and other days with a name, 昨年末, 先月下旬 and the like."""


@cache
def grammar() -> Grammar:
    """Return the grammar, compiled the first time only."""
    words = date_words()
    part = either(words.words.day_parts)
    about = either(words.words.about)
    eras = literal(tuple(era.name for era in words.eras))
    letters = "".join(era.letter for era in words.eras)
    before = rf"(?P<era>{eras}|(?<![A-Za-z0-9])[{letters}])\.? ?$|(?P<short>['’‘])$|西暦 ?$"
    return Grammar(
        year=lazy(_from_year(words)),
        month=lazy(_from_month(words)),
        day=lazy(rf"(?P<day>{_SHORT}) ?日"),
        numeric=lazy(_numeric()),
        monthday=lazy(_monthday()),
        tail=lazy(_tail(words)),
        about=lazy(f"{about}?"),
        clock=lazy(_clock(words)),
        before=lazy(rf"{before}|(?P<relative>{literal(dict(words.relative))})の? ?$"),
        daypart=lazy(rf"{part}の? ?$"),
        not_after={unit: lazy(f"{either(p)}$") for unit, p in _by_unit(words.not_after)},
        not_before={unit: lazy(either(p)) for unit, p in _not_before(words.not_before)},
        anchor=lazy(
            "|".join(("元年", *_shifting(words, "year"), *_shifting(words, "month"), *words.words.named))
        ),
        named=lazy(_named(words)),
    )


def _by_unit(around: Around) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return ("day", around.day), ("month", around.month), ("year", around.year)


def _not_before(around: Around) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what makes no date, by unit; a day alone may begin a range of lengths: 2日から4日ほど.

    2日から4日間 is no such range: it is a stretch that begins on the second.
    """
    days, about = either(around.day), "(?:ほど|程度|前後|以内)"
    length = rf"(?:から|~|-) ?{_SHORT} ?(?:日(?!間){days}|営業日|(?:週間|[かカヶケ]月){about})"
    return *_by_unit(around), ("lone", (*around.day, length))


def _clock(words: DateWords) -> str:
    about = either(words.words.about)
    hours = r"(?:[01]?[0-9]|2[0-9])"
    minutes = f" ?{_SHORT} ?分(?: ?{_SHORT} ?秒)?"
    japanese = rf"(?:{hours}|[{_KANJI}]{{1,3}}) ?時(?![間点期代効刻差給短価事])(?:{minutes}|半)?"
    digital = rf"{hours}:[0-5][0-9](?::[0-5][0-9])?(?!:?[0-9])"
    return rf"(?:{japanese}|{digital})(?:{about}|前(?!後)|台)?(?: ?{about})?"


def time_of_day(words: DateWords) -> str:
    """Return a pattern of a clock time or a part of the day."""
    part = either(words.words.day_parts)
    return f"(?:(?:{part}の? ?)?{_clock(words)}|{part}{either(words.words.about)}?)"


def _tail(words: DateWords) -> str:
    about = either(words.words.about)
    hour_next = f"(?:、(?=(?:午[前後] ?)?{_SHORT}時))?"  # 日曜日、午後四時ごろ
    week = f"(?:(?P<week>{_WEEKDAY}){hour_next})?"
    return rf"{week}(?P<clock>{_ZONE}?[の -]? ?{time_of_day(words)})?(?:{about})?"


def _shifting(words: DateWords, unit: str) -> tuple[str, ...]:
    """Return the words that move a unit, such as 昨年 and 先月."""
    return tuple(word for word, shift in words.relative.items() if shift.unit == unit)


def _named(words: DateWords) -> str:
    years, months = literal(_shifting(words, "year")), literal(_shifting(words, "month"))
    season = f"(?P<year>{years})の?{either(words.words.seasons)}"
    part = f"(?P<month>{months})の?(?!いっぱい){either(words.words.month_parts)}"
    return f"{season}|{part}|(?P<named>{literal(dict(words.words.named))})"


def _from_year(words: DateWords) -> str:
    season = f"の?{either(words.words.seasons)}"
    fiscal = rf"(?P<term>{_QUARTER}(?:累計期間)?|通期)"
    eras = literal(tuple(era.name for era in words.eras))
    gloss = rf"(?: ?\((?:[0-9]{{4}}|{eras}(?:[0-9]{{1,2}}|元))年?\)(?= ?[0-9]))"
    year = rf"(?P<year>{_YEAR})(?:\([0-9]{{4}}\))? ?年(?P<fiscal> ?度)?{gloss}?"
    return f"{year}(?:の? ?{_from_month(words)}|の? ?{fiscal}|{season})?"


def _from_month(words: DateWords) -> str:
    parts = either(words.words.month_parts)
    day = f"(?P<day>{_SHORT})(?:[、・,]{_SHORT}){{0,3}} ?日"
    closing = rf"(?P<closing>期(?![間限日待末])(?:の? ?{_QUARTER}(?:累計期間)?|通期)?)"
    return f"(?P<month>{_SHORT})(?:[、・,]{_SHORT}){{0,3}} ?月(?:の? ?(?:{day}|{parts})|{closing})?"


def _monthday() -> str:
    """Return a pattern of month and day; 1/3 may be a third.

    So, with a particle or atop an entry only a later one is a date, or one written 01/03.
    """
    later = "(?=(?P<later>0[1-9]/|[4-9]/|1[0-2]/|[1-3]/(?:1[1-9]|2[0-9]|3[01])(?![0-9]))?)"
    opens = r"(?P<opens>(?<=[\n・●○■]))?"
    weekday_or_clock = f"(?={_WEEKDAY}| [0-9]{{1,2}}:[0-9])"
    listed = "(?(opens)(?= [一-龠ァ-ヶ])|(?!))"
    told = f"(?(later)(?:(?=[に、付~]|から|まで|より)|{listed})|(?!))"
    return f"{opens}{later}{_MONTH}/{_DAY}(?![0-9/])(?:{weekday_or_clock}|{told})"


def _numeric() -> str:
    time = r"(?:T[0-2][0-9]:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?(?:Z|[+-][0-2][0-9]:?[0-9]{2})?)?"
    year = "(?P<year>(?:19|20)[0-9]{2}|[0-9]{1,2})"
    gap = r"(?P<gap>(?<=[0-9]{4}\.) )?"  # `2024. 5. 20`; behind a shorter number it is a list's
    day_too = rf"(?P<sign>[/.-]){gap}{_MONTH}(?P=sign)(?(gap) ?){_DAY}(?![0-9]){time}"
    alone = r"(?<![第./])(?:(?<!-)|(?<=[0-9]-)(?=[0-9]{4}[/.]))"  # or the end of 2023/04/01-2023/04/30
    # `2024/04`; with a dot or a digit less where it bounds a stretch, as in 2024.4~2024.6
    ends = r"(?:(?= ?[~-] ?[0-9]{4}[/.][0-9])|(?<=[~-][0-9]{4}[/.][0-9])|(?<=[~-][0-9]{4}[/.][0-9]{2}))"
    month = rf"(?:/(?P<only>0[1-9]|1[0-2])|[/.](?P<bound>0?[1-9]|1[0-2])(?![0-9]){ends})(?![0-9/])"
    return rf"{alone}{year}(?:{day_too}|{month})"
