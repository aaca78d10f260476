"""The words that kinds of data are told by, compiled from `data/data_items.toml`."""

import re
from functools import cache
from typing import NamedTuple

import msgspec

from extract.alternation import alternation
from extract.data_file import read_data


class ItemWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data file; its comments say what each list is for."""

    modifiers: tuple[str, ...]
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    exclude: tuple[str, ...]
    tails: tuple[str, ...]
    tailed: tuple[str, ...]
    subjects: tuple[str, ...]
    kinds: tuple[str, ...]
    affected: tuple[str, ...]
    told: tuple[str, ...]
    introduced: tuple[str, ...]
    no_members: tuple[str, ...]
    advice: tuple[str, ...]
    after: tuple[str, ...]


class Patterns(NamedTuple):
    """The word lists, compiled."""

    item: re.Pattern[str]
    affected: re.Pattern[str]
    told: re.Pattern[str]
    introduced: re.Pattern[str]
    advice: re.Pattern[str]
    after: re.Pattern[str]
    no_members: frozenset[str]


@cache
def data_patterns() -> Patterns:
    """Return the compiled lists, read the first time only."""
    words = msgspec.convert(read_data("data_items"), ItemWords)
    return Patterns(
        item=re.compile(_item(words)),
        affected=re.compile(alternation(words.affected)),
        told=re.compile(rf"(?:[^。\n]{{0,28}}?)(?:{alternation(words.told)})"),
        introduced=re.compile(alternation(words.introduced)),
        advice=re.compile(alternation(words.advice)),
        after=re.compile(alternation(words.after) + _AS_DESCRIPTION),
        no_members=frozenset(words.no_members),
    )


_AS_DESCRIPTION = (
    r"|を[^。、\n]{0,8}?(?:登録|入力|使用|利用|記入|変更)(?:され|し)た(?:お客|方|顧客|会員|利用者|人|ユーザ|\d)"
    r"|に登録して[あい]る"
    r"|\s*(?:\([^()\n]{0,12}\))?\s*[:/]?\s*\(?0\d{1,4}[-() ]|\s*:\s*(?:〒|[一-龠]{2,3}[都道府県])"
)
"""An item that only says who is meant, and a heading of the organisation's own address, aren't told as affected."""


def _item(words: ItemWords) -> str:
    """Return the pattern of an item; excluded words come first, so that they use up their characters."""
    modifiers, weak = f"(?:{alternation(words.modifiers)})", f"(?:{alternation(words.weak)})"
    strong = (
        "(?<=[者客員人徒童児民族]の)名前",
        f"(?:{alternation(words.tailed)})(?:{alternation(words.tails)})",
        f"{modifiers}*(?:{alternation(words.strong)})",
        f"{modifiers}+{weak}",
        "(?<![ァ-ヺー])[ァ-ヺー]{2,8}ID(?![A-Za-z])",
        f"(?<![一-龠ァ-ヶー])[一-龠ァ-ヶー]{{0,6}}?(?:{alternation(words.subjects)})"
        f"(?:{alternation(words.kinds)})(?=[^一-龠ァ-ヶー]|流出|漏え|漏洩|紛失|窃取|\\Z)",
    )
    digits = r"(?:の(?:下|末尾|上)\d{1,2}桁)?"
    return (
        f"(?P<none>{alternation(words.exclude)})"
        f"|(?P<strong>(?:{'|'.join(strong)}){digits})"
        f"|(?P<weak>{weak}(?![一-龠々ァ-ヶー]))"
    )
