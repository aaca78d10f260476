"""The words that kinds of data are told by, compiled from `data/data_items.toml`."""

import re
from functools import cache
from typing import Literal

import msgspec

from extract.alternation import alternation, either
from extract.data_file import read_data
from extract.lazy_pattern import lazy, sparing

Category = Literal["strong", "weak", "composed", "headed", "none"]


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
    obtained: tuple[str, ...]
    advice: tuple[str, ...]
    after: tuple[str, ...]
    descriptions: tuple[str, ...]
    holders: tuple[str, ...]
    heads: tuple[str, ...]
    no_headed: tuple[str, ...]
    owners: tuple[str, ...]
    related: tuple[str, ...]


class Patterns(msgspec.Struct, frozen=True):
    """The word lists, compiled."""

    words: frozenset[str]
    """Every item and excluded word; the longest at a place wins."""
    category: dict[str, Category]
    modifiers: re.Pattern[str]
    """Reads words up to its end, such as 担当者 or クレジットカード."""
    modifier_ends: frozenset[str]
    """The letters that these words end with."""
    affected: re.Pattern[str]
    told: re.Pattern[str]
    introduced: re.Pattern[str]
    obtained: re.Pattern[str]
    """Reads words up to the item, such as 入手した or 入手した他人の."""
    advice: re.Pattern[str]
    after: re.Pattern[str]
    no_members: frozenset[str]
    holders: re.Pattern[str]
    """Reads up to the end of a word for papers, files and collective entries that hold data."""
    heads: frozenset[str]
    no_headed: frozenset[str]
    related: re.Pattern[str]
    owners: re.Pattern[str]
    """Reads up to the end of a word for persons or wholes, which don't narrow an item: 生徒 of 生徒の成績."""


@cache
def data_patterns() -> Patterns:
    """Return the compiled lists, read the first time only."""
    words = msgspec.convert(read_data("data_items"), ItemWords)
    category = _categories(words)
    return Patterns(
        words=frozenset(category),
        category=category,
        modifiers=lazy(rf"(?:(?:{alternation(words.modifiers)})+|{_PURPOSE})\Z"),
        modifier_ends=frozenset(word[-1] for word in (*words.modifiers, _PURPOSE)),
        affected=lazy(alternation(words.affected)),
        told=lazy(rf"(?:[^。\n「]{{0,28}}?)(?:{alternation(words.told)})"),
        introduced=lazy(alternation(words.introduced)),
        obtained=sparing(rf"(?:{alternation(words.obtained)})(?:[^。、\n]{{0,6}}の)?\Z"),
        advice=lazy(alternation(words.advice) + _NO_ASKING),
        after=lazy(either((alternation(words.after), *words.descriptions))),
        no_members=frozenset(words.no_members),
        holders=lazy(alternation(words.holders) + r"\Z"),
        heads=frozenset(words.heads),
        no_headed=frozenset((*words.no_headed, *words.no_members)),
        related=lazy(alternation(words.related) + r"\Z"),
        owners=lazy(alternation(words.owners) + r"\Z"),
    )


def _categories(words: ItemWords) -> dict[str, Category]:
    composed = (subject + kind for subject in words.subjects for kind in words.kinds)
    tailed = (word + tail for word in words.tailed for tail in words.tails)
    category: dict[str, Category] = dict.fromkeys(words.heads, "headed")
    category |= dict.fromkeys(composed, "composed")
    category |= dict.fromkeys(words.weak, "weak")
    category |= dict.fromkeys((*tailed, *words.strong), "strong")
    return category | dict.fromkeys(words.exclude, "none")


_PURPOSE = "[一-龠々ァ-ヶー]{2,12}(?<!利)(?<!使)(?<!専)(?<!私)用の"
"""What an item is for: パスワード再設定用の質問, 緊急連絡用の電話番号."""
_NO_ASKING = "(?!してい|まし[たて])"
"""Behind words that ask for something where they tell of it: お願いしている会社, 知らせてくださいました."""
