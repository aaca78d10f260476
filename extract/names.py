"""Names in running text: stretches of letters that a name can be made of, and whether one is proper."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from extract.alternation import alternation
from extract.data_file import read_data
from extract.tokens import tagger

NAME_CHARACTER = "[一-龠々〆ヶァ-ヺーA-Za-z0-9&'.+!\\-・]"
"""Kanji, katakana, Latin letters, digits and the marks inside names; hiragana and other marks end a name."""

RUN = re.compile(rf"[一-龠々〆ヶァ-ヺA-Za-z](?:{NAME_CHARACTER}|こども)*")
_LETTERS = re.compile("[一-龠々ァ-ヺA-Za-z]")
_UNKNOWN = re.compile("[ァ-ヺー]{3,}|[A-Z][A-Za-z]+")
_NUMERIC = re.compile(r"\d+[年月日件名人万億円回時分]")


class NameWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data file `names.toml`; its comments say what each list is for."""

    legal_forms: tuple[str, ...]
    titles: tuple[str, ...]
    stops: tuple[str, ...]
    heads: tuple[str, ...]
    generic: tuple[str, ...]


class NamePatterns(NamedTuple):
    """The lists, compiled."""

    legal_form: re.Pattern[str]
    title: re.Pattern[str]
    stop: re.Pattern[str]
    head: re.Pattern[str]
    generic: frozenset[str]


@cache
def name_patterns() -> NamePatterns:
    """Return the compiled lists, read the first time only."""
    words = msgspec.convert(read_data("names"), NameWords)
    return NamePatterns(
        re.compile(alternation(words.legal_forms)),
        re.compile(alternation(words.titles)),
        re.compile(f"(?:{alternation((*words.titles, *words.stops))})+$"),
        re.compile(f"^.*?(?:{alternation(words.heads)})(?=.)"),
        frozenset(words.generic),
    )


def without_head(run: str) -> str:
    """Return what is left of a run after words such as 委託先 or 大手 that only say what it is."""
    match = name_patterns().head.match(run)
    return run[match.end() :] if match else run


def without_tail(run: str) -> str:
    """Return a run without words at its end such as 元社員 or 公式サイト that don't belong to the name."""
    while match := name_patterns().stop.search(run):
        run = run[: match.start()]
    return run


@lru_cache(maxsize=65_536)
def is_proper(run: str) -> bool:
    """Tell whether a run holds a proper noun: one that UniDic knows as such, or a foreign word that it doesn't know.

    UniDic 2.1.2 has no tag for organisations and knows most brand names not at all, hence both ways.
    """
    if run in name_patterns().generic or _NUMERIC.search(run) or not _LETTERS.search(run):
        return False
    for node in tagger()(run):
        surface = node.surface
        if surface in name_patterns().generic:
            continue
        if node.is_unk and _UNKNOWN.fullmatch(surface):
            return True
        if node.feature_raw.startswith("名詞,固有名詞") and len(surface) > 1:
            return True
    return False


@lru_cache(maxsize=16_384)
def is_noun(hiragana: str) -> bool:
    """Tell whether a word in hiragana is a noun or a name, and not particles and endings."""
    return all(node.feature_raw.startswith("名詞") for node in tagger()(hiragana))
