"""Kinds of personal and secret data, where a text lists what was or was not affected."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import NamedTuple

import msgspec

from extract.alternation import alternation
from extract.document import Document
from extract.lexicon import stands_alone
from extract.mention import Mention


class ItemWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data file `data_items.toml`; its comments say what each list is for."""

    modifiers: tuple[str, ...]
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    exclude: tuple[str, ...]
    subjects: tuple[str, ...]
    kinds: tuple[str, ...]
    affected: tuple[str, ...]
    told: tuple[str, ...]
    advice: tuple[str, ...]
    after: tuple[str, ...]


class Patterns(NamedTuple):
    """The word lists, compiled."""

    item: re.Pattern[str]
    affected: re.Pattern[str]
    told: re.Pattern[str]
    advice: re.Pattern[str]
    after: re.Pattern[str]


class Item(NamedTuple):
    """An item word in a text, half-open in code points."""

    start: int
    end: int
    weak: bool


_JOINT = re.compile(
    r"(?:[\s・、,/|:;*+>\-●○■□◆◇◎※①-⑳0-9.()「」\[\]]|及び|および|並びに|ならびに|又は|または|もしくは|若しくは|そして|それから|さらには|さらに|であるとか|とか|ないし|と|や|に加え|のほか|、ご?(?:本人|お客様|会員様?|顧客|自宅|園児|児童|生徒|学生|保護者|カード|クレジットカード|注文者|届け先|その)の|(?:ご自宅|自宅|園児|児童|生徒|学生|保護者|会員|担当者|本人)の|などの|等の|等|など|ご){0,12}"
)
_QUALIFIES = re.compile(r"(?!等|流出|漏|窃取|紛失|計|約|一式|一覧|含|閲覧|盗)[一-龠々ァ-ヶーA-Za-z]")
_REACH = 120
"""How far before a list, in code points, the words may stand that introduce it."""


@cache
def _patterns() -> Patterns:
    text = resources.files("extract").joinpath("data", "data_items.toml").read_text("utf-8")
    words = msgspec.convert(tomllib.loads(text), ItemWords)
    told = rf"(?:[^。\n]{{0,28}}?)(?:{alternation(words.told)})"
    cues = (alternation(words.affected), told, alternation(words.advice), alternation(words.after))
    return Patterns(re.compile(_item(words)), *map(re.compile, cues))


def _item(words: ItemWords) -> str:
    """Return the pattern of an item: excluded words first, so that they use up their characters."""
    modifiers, weak = f"(?:{alternation(words.modifiers)})", f"(?:{alternation(words.weak)})"
    plain = f"{modifiers}*(?:{alternation(words.strong)})|{modifiers}+{weak}"
    composed = f"(?<![一-龠ァ-ヶー])[一-龠ァ-ヶー]{{0,6}}?(?:{alternation(words.subjects)})(?:{alternation(words.kinds)})(?![一-龠ァ-ヶー])"
    person = "(?<=[者客員人徒童児民族]の)名前"
    return f"(?P<none>{alternation(words.exclude)})|(?P<strong>{person}|{plain}|{composed})|(?P<weak>{weak})"


def find_data_items(document: Document) -> Iterator[Mention]:
    """Find items that the text lists as affected, or as spared (guidelines.md, DATA).

    Items that only joints such as 、 や and line ends part form one list; a list counts as a whole, by what its
    sentence and the words before it say. What is affected at one place is the same thing elsewhere in the document.
    """
    patterns = _patterns()
    lists = [
        items for items in _lists(document.folded, patterns.item) if not _set_aside(document, items, patterns)
    ]
    told = [_told_as_affected(document, items, patterns) for items in lists]
    known = {
        document.folded[x.start : x.end] for items, why in zip(lists, told, strict=True) if why for x in items
    }
    for items, why in zip(lists, told, strict=True):
        if why:
            rule, score = ("data.list", 0.95) if len(items) > 1 else ("data.single", 0.9)
            yield from (_mention(document, item, rule, score, why) for item in items)
        elif len(items) == 1 and document.folded[items[0].start : items[0].end] in known:
            yield _mention(document, items[0], "data.repeated", 0.75, "")


def _mention(document: Document, item: Item, rule: str, score: float, why: str) -> Mention:
    surface = document.text[item.start : item.end]
    return Mention(item.start, item.end, "DATA", rule, score, (surface, why) if why else (surface,))


def _lists(folded: str, pattern: re.Pattern[str]) -> Iterator[list[Item]]:
    items: list[Item] = []
    for match in pattern.finditer(folded):
        start, end = match.span()
        if match.lastgroup == "none" or not stands_alone(folded, start, end):
            continue
        if items and not _JOINT.fullmatch(folded, items[-1].end, start):
            yield items
            items = []
        items.append(Item(start, end, match.lastgroup == "weak"))
    if items:
        yield items


def _set_aside(document: Document, items: list[Item], patterns: Patterns) -> bool:
    """Tell whether the words after a list, or its sentence, give advice or tell of measures; or it is too vague."""
    if all(item.weak for item in items) and len(items) < 3:
        return True
    folded, last = document.folded, items[-1].end
    if patterns.after.match(folded, last) or (len(items) == 1 and _QUALIFIES.match(folded, last)):
        return True
    start, end = document.sentence_at(items[0].start)[0], document.sentence_at(last - 1)[1]
    return bool(patterns.advice.search(folded, start, end))


def _told_as_affected(document: Document, items: list[Item], patterns: Patterns) -> str | None:
    """Return the word that tells of the list as affected, if one does; for a single item it must follow closely."""
    folded, last = document.folded, items[-1].end
    if len(items) == 1:
        cue = patterns.told.match(folded, last)
    else:
        start, end = document.sentence_at(items[0].start)[0], document.sentence_at(last - 1)[1]
        cue = patterns.affected.search(folded, start, end)
        cue = cue or patterns.affected.search(folded, max(0, start - _REACH), start)
    return cue[0] if cue else None
