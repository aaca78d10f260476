"""MONEY: amounts of money (guidelines.md: a following 分 stays outside)."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from extract.alternation import either
from extract.amounts.numbers import numerals
from extract.amounts.words import count_words
from extract.data_file import read_data
from extract.document import Document
from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.overlap import without_heads
from extract.rule_table import rule_table

_LOOK_BACK = 16
_VAGUE = ("一", "万", "億", "兆")
"""Not amounts before 円: 一円 means a whole region, and the others stand for a number that is missing."""


class MoneyWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Regular expressions of currencies."""

    units: tuple[str, ...]
    signs: tuple[str, ...]


class MoneyGrammar(msgspec.Struct, frozen=True):
    """The words, compiled; what looks back ends in `$`."""

    unit: re.Pattern[str]
    sign: re.Pattern[str]
    prefix: re.Pattern[str]
    join: re.Pattern[str]
    change: re.Pattern[str]


@cache
def money_grammar() -> MoneyGrammar:
    """Return the words, compiled the first time only."""
    words = msgspec.convert(read_data("money")["words"], MoneyWords)
    around = count_words()
    return MoneyGrammar(
        unit=lazy(f" ?({either(words.units)})(?:{either(around.suffixes)})?"),
        sign=lazy(f"({either(words.signs)}) ?$"),
        prefix=lazy(f"{either(around.prefixes)}{{1,3}}$"),
        join=lazy(f"(?:{either(words.units)})?{either(around.joins)}約?"),
        change=lazy(either(around.changes)),
    )


def find_money(document: Document) -> Iterator[Mention]:
    """Find amounts of money; a range is one mention."""
    return without_heads(_scan(document))


def _scan(document: Document) -> Iterator[Mention]:
    words, folded = money_grammar(), document.folded
    before = (0, 0)
    for start, end in document.once(numerals):
        unit = words.unit.match(folded, end) if folded[start:end] not in _VAGUE else None
        sign = None if unit else words.sign.search(folded, max(0, start - 3), start)
        if unit:
            is_range = words.join.fullmatch(folded, before[1], start) and not words.change.match(
                folded, unit.end()
            )
            first = before[0] if is_range else start
            prefix = words.prefix.search(folded, max(0, first - _LOOK_BACK), first)
            yield _mention(prefix.start() if prefix else first, unit.end(), "money.unit", unit[1])
        elif sign:
            yield _mention(sign.start(), end, "money.sign", sign[1])
        before = start, end


def _mention(start: int, end: int, rule: str, why: str) -> Mention:
    return Mention(start, end, "MONEY", rule, rule_table("money")[rule].score, (why,))
