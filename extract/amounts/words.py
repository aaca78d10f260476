"""The words around numbers and the counters after them, from `data/counts.toml`."""

import re
from functools import cache

import msgspec

from extract.alternation import alternation, either
from extract.data_file import read_data
from extract.lazy_pattern import lazy


class Counter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Counters of one kind."""

    rule: str
    words: tuple[str, ...]
    not_before: str
    """What a counter with what follows it must not be: words of their own, such as 件名."""
    not_after: str = "(?!)"
    """What must not stand before the number."""
    needs: str = ""
    """What must be found around, in a text where `<` and `>` enclose the count."""
    few_need: str = ""
    """What must be found so around a digit that is no share (3人, not 3人分): few people act, many leak."""


class CountWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Regular expressions of words around numbers."""

    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    joins: tuple[str, ...]
    changes: tuple[str, ...]
    other_before: tuple[str, ...]
    single_before: tuple[str, ...]
    other_after: tuple[str, ...]
    staff: tuple[str, ...]
    acting: tuple[str, ...]
    caught: tuple[str, ...]
    sayings: tuple[str, ...]


class Kind(msgspec.Struct, frozen=True):
    """The counters of one rule, compiled."""

    rule: str
    not_before: re.Pattern[str]
    not_after: re.Pattern[str]
    needs: re.Pattern[str]
    few_need: re.Pattern[str]


class CountGrammar(msgspec.Struct, frozen=True):
    """The words, compiled; what looks back ends in `$`, the rest matches forward."""

    counter: re.Pattern[str]
    """A counter with 余 before it, 分 and words like 以上 after it."""
    prefix: re.Pattern[str]
    join: re.Pattern[str]
    """What stands between the numbers of a range."""
    change: re.Pattern[str]
    """What follows the second of two numbers where the first became it, which makes no range of them."""
    other_before: re.Pattern[str]
    single_before: re.Pattern[str]
    other_after: re.Pattern[str]
    staff: re.Pattern[str]
    acting: re.Pattern[str]
    caught: re.Pattern[str]
    sayings: re.Pattern[str]
    kinds: dict[str, Kind]
    """By counter."""


@cache
def count_words() -> CountWords:
    """Return the words around numbers, read the first time only."""
    return msgspec.convert(read_data("counts")["words"], CountWords)


@cache
def count_grammar() -> CountGrammar:
    """Return the words and counters, compiled the first time only."""
    words = count_words()
    counters = msgspec.convert(read_data("counts")["counters"], tuple[Counter, ...])
    share = "(?:分(?![け析野割散類布岐解]|か[らりるれっちい]))?"
    counter = f" ?余?(?P<counter>{alternation(word for kind in counters for word in kind.words)}){share}"
    return CountGrammar(
        counter=lazy(f"{counter}(?:{either(words.suffixes)}{share})?"),
        prefix=lazy(f"{either(words.prefixes)}{{1,3}}$"),
        join=lazy(f"(?:{counter})?{either(words.joins)}約?"),
        change=lazy(either(words.changes)),
        other_before=lazy(f"{either(words.other_before)}$"),
        single_before=lazy(f"{either(words.single_before)}$"),
        other_after=lazy(either(words.other_after)),
        staff=lazy(f"{either(words.staff)}$"),
        acting=lazy(either(words.acting)),
        caught=lazy(either(words.caught)),
        sayings=lazy(either(words.sayings)),
        kinds={word: kind for one in counters for kind in [_kind(one)] for word in one.words},
    )


def _kind(counter: Counter) -> Kind:
    return Kind(
        counter.rule,
        lazy(counter.not_before),
        lazy(f"(?:{counter.not_after})$"),
        lazy(counter.needs),
        lazy(counter.few_need),
    )
