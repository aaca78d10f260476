"""COUNT: how many people, records, cards, devices the incident concerns (guidelines.md)."""

import re
from collections.abc import Iterator

from extract.amounts.numbers import numerals
from extract.amounts.words import CountGrammar, Kind, count_grammar
from extract.document import Document, Stretch
from extract.mention import Mention
from extract.overlap import without_heads
from extract.rule_table import rule_table

_LOOK_BACK = 16
_VAGUE = ("万", "億", "兆", "千万")
_SINGLE = ("枚", "冊", "通", "台", "個", "名", "件")
"""Counters after which 一 is a number; 一人, 一部, 一点 are words of their own."""
_HONORIFIC = "お"
"""Before a number of people: お一人 is a person, 一人 mostly a word of its own."""
_AROUND = 24
"""Code points on either side of a count in which a word tells what is counted."""


def find_counts(document: Document) -> Iterator[Mention]:
    """Find counts of people, records, devices and the like; a range is one mention."""
    return without_heads(_scan(document))


def _scan(document: Document) -> Iterator[Mention]:
    rules = rule_table("counts")
    words, folded = count_grammar(), document.folded
    quoted = [document.sentence_at(match.start()) for match in words.sayings.finditer(folded)]
    before = (0, 0)
    for numeral in document.once(numerals):
        unit = words.counter.match(folded, numeral[1])
        if unit and not any(start <= numeral[0] < end for start, end in quoted):
            spaces = unit[0][0] == " " or " " in folded[slice(*numeral)]
            is_spaced = spaces and folded[numeral[0] - 1 : numeral[0]] == " "
            first = numeral if words.change.match(folded, unit.end()) else before
            start = _start(folded, first, numeral, is_spaced, words)
            kind = words.kinds[unit["counter"]]
            if _counts(folded, start, numeral, unit, kind, words):
                why = tuple(filter(None, (unit["counter"], folded[start : numeral[0]])))
                yield Mention(start, unit.end(), "COUNT", kind.rule, rules[kind.rule].score, why)
        before = numeral


def _start(folded: str, before: Stretch, numeral: Stretch, is_spaced: bool, words: CountGrammar) -> int:
    """Return where the count begins: at the first number of a range, and at 約 and the like before it.

    The number before is the count's own where none can begin a range with it.

    Where spaces are set around the number (`最大 3,412 名`), one may stand before it too.
    """
    start = numeral[0]
    if words.join.fullmatch(folded, before[1], start):
        start = before[0]
    prefix = words.prefix.search(folded, max(0, start - _LOOK_BACK), start - is_spaced)
    return prefix.start() if prefix else start


def _counts(
    folded: str, start: int, numeral: Stretch, unit: re.Match[str], kind: Kind, words: CountGrammar
) -> bool:
    """Tell whether the number counts something of the incident."""
    window = max(0, start - _LOOK_BACK), start
    is_honoured = folded[start : numeral[0]] == _HONORIFIC
    if not (
        is_honoured or _is_number(folded[slice(*numeral)], unit["counter"], folded[slice(*window)], words)
    ):
        return False
    if kind.not_before.match(folded, unit.start("counter")) or words.other_after.match(folded, unit.end()):
        return False
    if words.other_before.search(folded, *window) or kind.not_after.search(folded, *window):
        return False
    before, after = folded[max(0, start - _AROUND) : start], folded[unit.end() : unit.end() + _AROUND]
    around = f"{before}<{folded[start : unit.end()]}>{after}"
    if not kind.needs.search(around):
        return False
    if numeral[1] - numeral[0] == 1 and "分" not in unit[0] and not kind.few_need.search(around):
        return False
    if kind.rule != "count.people":
        return True
    is_staff = words.staff.search(folded, *window) and words.acting.match(folded, unit.end())
    return not (is_staff or words.caught.match(folded, unit.end()))


def _is_number(digits: str, counter: str, before: str, words: CountGrammar) -> bool:
    """Tell whether a numeral stands for a number, and not for a missing one or in a word of its own."""
    if digits == "一":
        return counter in _SINGLE and not words.single_before.search(before)
    return digits not in _VAGUE and not (digits == "数" and counter == "回")
