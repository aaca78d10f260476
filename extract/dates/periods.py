"""PERIOD: stretches of time, one span over both ends and the words that join and close them."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from extract.alternation import either
from extract.data_file import read_data
from extract.dates.expression import CLOCK, DateExpression
from extract.dates.expressions import expressions
from extract.dates.grammar import time_of_day
from extract.dates.words import date_words, literal
from extract.document import Document
from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.rule_table import rule_table

_NUMERIC = "date.numeric"
_CLAUSE = 25
"""Code points after から in which a word of beginning makes the date a mere point."""
_BEFORE = 8
"""Code points before an expression in which the other end may stand without its unit."""


class PeriodWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Regular expressions of the words that bound stretches."""

    joins: tuple[str, ...]
    closes: tuple[str, ...]
    opens: tuple[str, ...]
    goes_on: tuple[str, ...]
    ends: tuple[str, ...]
    begins: tuple[str, ...]
    recurs: tuple[str, ...]
    moves: tuple[str, ...]
    starts: tuple[str, ...]


class Bounds(msgspec.Struct, frozen=True):
    """The words, compiled; all but `short` match right after an expression."""

    join: re.Pattern[str]
    close: re.Pattern[str]
    open: re.Pattern[str]
    goes_on: re.Pattern[str]
    end: re.Pattern[str]
    numbered: re.Pattern[str]
    """Month and day as the other end of a date in numbers: the `4.30` of 2023.4.1〜4.30."""
    begins: re.Pattern[str]
    recurs: re.Pattern[str]
    """Around clock times: opening hours."""
    moves: re.Pattern[str]
    """After two ends: the thing is moved from one to the other, and doesn't stretch between them."""
    short: re.Pattern[str]
    """A bare number and a sign before an expression: the `2013〜` of 2013〜2016年."""
    start: re.Pattern[str]
    """A word that a stretch starts from before an expression: the 昨年から of 昨年から今年3月まで."""
    until: re.Pattern[str]
    """A sign with nothing before it that makes an expression the end: the `~` of 対象:~3月31日."""


@cache
def bounds() -> Bounds:
    """Return the words, compiled the first time only."""
    words = msgspec.convert(read_data("periods")["words"], PeriodWords)
    close = either(words.closes)
    eras = literal(tuple(era.name for era in date_words().eras))
    until = f"(?:の? ?{time_of_day(date_words())})?(?:{close})?"
    return Bounds(
        join=lazy(either(words.joins)),
        close=lazy(close),
        open=lazy(either(words.opens)),
        goes_on=lazy(either(words.goes_on)),
        end=lazy(f"{either(words.ends)}{until}"),
        numbered=lazy(f"(?:1[0-2]|0?[1-9])[./] ?(?:3[01]|[12][0-9]|0?[1-9])(?![0-9./]){until}"),
        begins=lazy(f"、?[^、。\n]{{0,{_CLAUSE}}}?{either(words.begins)}"),
        recurs=lazy(either(words.recurs)),
        moves=lazy(either(words.moves)),
        short=lazy(rf"(?:{eras} ?|(?<![0-9.,/:-]))[0-9]{{1,4}} ?(?:~|-|から) ?$"),
        start=lazy(f"{either(words.starts)}(?:から|より|~)$"),
        until=lazy(r"(?<![0-9一-龠)ァ-ヶー ])~ ?$"),
    )


def find_periods(document: Document) -> Iterator[Mention]:
    """Find stretches from a start to an end, both stated or one side open."""
    folded, found, words = document.folded, document.once(expressions), bounds()
    done = 0
    for index, expression in enumerate(found):
        if expression.start >= done:
            period = next(filter(None, (form(folded, found, index, words) for form in _FORMS)), None)
            if period:
                done = period.end
                yield period


def _period(start: int, end: int, rule: str, *why: str) -> Mention:
    return Mention(start, end, "PERIOD", rule, rule_table("periods")[rule].score, why)


def _both(folded: str, found: Sequence[DateExpression], index: int, words: Bounds) -> Mention | None:
    """Read two expressions with a joining word between them."""
    if index + 1 == len(found):
        return None
    first, last = found[index], found[index + 1]
    join = words.join.match(folded, first.end)
    if join is None or join.end() != last.start:
        return None
    if first.rule == CLOCK and (last.rule != CLOCK or _recurs(folded, first.start, words)):
        return None
    if (last.rule == CLOCK and not first.has_clock) or words.moves.match(folded, last.end):
        return None
    rule = "period.clock" if first.rule == CLOCK else "period.both"
    return _closed(folded, _period(first.start, last.end, rule, join[0].strip()), words)


def _recurs(folded: str, start: int, words: Bounds) -> bool:
    """Tell whether clock times are opening hours or the like, which come again every day."""
    line = folded.rfind("\n", 0, start) + 1
    return bool(words.recurs.search(folded, max(line, start - _CLAUSE), start + _CLAUSE))


def _short(folded: str, found: Sequence[DateExpression], index: int, words: Bounds) -> Mention | None:
    """Read a bare number, a sign and an expression, after an expression of the larger unit or alone."""
    for last in (index + 1, index):
        if last == len(found) or found[last].rule == CLOCK:
            continue
        bare = words.short.search(folded, max(0, found[last].start - _BEFORE), found[last].start)
        if bare and last == index:
            return _closed(folded, _period(bare.start(), found[last].end, "period.short", bare[0]), words)
        if bare and bare.start() == found[index].end:
            return _closed(
                folded, _period(found[index].start, found[last].end, "period.short", bare[0]), words
            )
    return None


def _to_word(folded: str, found: Sequence[DateExpression], index: int, words: Bounds) -> Mention | None:
    """Read an expression and a word such as 現在 or 同日 with its clock time as the other end."""
    first = found[index]
    join = words.join.match(folded, first.end)
    if join is None:
        return None
    word = words.end.match(folded, join.end())
    if first.rule == CLOCK:
        is_night = word is not None and word[0][0] == "翌" and not _recurs(folded, first.start, words)
        return _period(first.start, word.end(), "period.clock", word[0]) if word and is_night else None
    if word is None and (first.rule == _NUMERIC or "/" in folded[first.start : first.end]):
        word = words.numbered.match(folded, join.end())
    if word is None:
        return None
    return _period(first.start, word.end(), "period.both", join[0].strip(), word[0])


def _open(folded: str, found: Sequence[DateExpression], index: int, words: Bounds) -> Mention | None:
    """Read an expression with one side of the stretch left open."""
    point = found[index]
    if point.rule == CLOCK:
        return None
    after = words.open.match(folded, point.end)
    if after:
        return _period(point.start, after.end(), "period.open", after[0])
    after = words.goes_on.match(folded, point.end)
    if after is None or words.begins.match(folded, after.end()):
        return None
    if point.has_clock and "~" in after[0] and not folded[after.end() :].lstrip(" ")[:1].isdigit():
        return None
    return _period(point.start, after.end(), "period.from", after[0].strip())


def _ending(folded: str, found: Sequence[DateExpression], index: int, words: Bounds) -> Mention | None:
    """Read an expression as the end of a stretch that a word starts or that is open before it."""
    last = found[index]
    if last.rule == CLOCK:
        return None
    before = folded[max(0, last.start - _BEFORE) : last.start]
    sign = words.until.search(before)
    if sign:
        return _closed(folded, _period(last.start - len(sign[0]), last.end, "period.open", sign[0]), words)
    word = words.start.search(before)
    if word is None or words.close.match(folded, last.end) is None:
        return None
    return _closed(folded, _period(last.start - len(word[0]), last.end, "period.both", word[0]), words)


def _closed(folded: str, period: Mention, words: Bounds) -> Mention:
    """Return the period with the closing word after it."""
    close = words.close.match(folded, period.end)
    if close is None:
        return period
    return msgspec.structs.replace(period, end=close.end(), why=(*period.why, close[0]))


_FORMS = (_ending, _short, _both, _to_word, _open)
