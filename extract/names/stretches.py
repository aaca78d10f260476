"""Names in running text: stretches of letters that a name can be made of, and whether one is proper."""

import re
from functools import cache, lru_cache

import msgspec

from extract.alternation import alternation, guarded
from extract.data_file import read_data
from extract.lazy_pattern import lazy, sparing
from extract.letters import is_kanji, is_letter
from extract.names.kind_heads import kind_head
from extract.names.words import WORDS
from extract.tokens import tagger

_KANJI = "一-龠々〆ヶ"
_LETTER = f"[{_KANJI}ァ-ヺーA-Za-z0-9]"
_WITHIN = (
    r"[&'.+]|(?<![一-龠ぁ-ん])!|(?<!新聞|日報|新報|県警|府警)(?<!時事通信|共同通信)(?:(?<!高等学校)(?<!中学校|小学校)(?<!大学|病院|銀行|高校)|(?=・(?:高等学校|中学校|小学校|短期大学|大学院|高校|附属)))・|(?<=[A-Za-z0-9])-(?=[A-Za-z0-9])"
    rf"|(?<=[{_KANJI}ァ-ヺ])(?:こども|{{inner_words}}"
    rf"(?=[{_KANJI}]))"
)
NAME_CHARACTER = f"(?:{_LETTER}|{_WITHIN})"
"""Kanji, katakana, Latin letters, digits and the marks inside names; hiragana and other marks end a name."""

_SPACE = r"(?<=[a-z][a-z]) (?=[A-Z][a-z][a-z])|(?<=[A-Z]) (?=Corp|Holdings|Group|Japan|Networks)"
"""Latin words with capitals stay together: Hokuto Network Solutions."""
RUN = WORDS.lazy(
    rf"(?:[{_KANJI}ァ-ヺA-Za-z]|こども){_LETTER}*+"
    rf"(?>(?:(?=[&'.+!・こづふねめばみしせかくい -])(?:{_WITHIN}|{_SPACE}){_LETTER}*)*)"
)
"""What may stand within a name is looked for where it can begin; nothing that was read is given back."""
_UNKNOWN = lazy("[ァ-ヺー・]{3,}|[A-Z][A-Za-z]+")
_AFFIX = lazy("接頭辞|接尾辞|名詞,数詞|名詞,普通名詞,助数詞可能")
_PLACE_ENDS = frozenset("上側内外版製系")
_PLACE_TAIL = lazy("(?:(?<=[A-Za-zァ-ヺー])|(?<=日本))[上側内外版製系]$")
_LONGEST = 60
"""No name is longer; data such as base64 may be."""
_LONGEST_ODD = 4
_SHORT_WORD = lazy("[ァ-ヺー・]{3,20}|[A-Z][A-Za-z0-9&.+-]+|[一-龠]{2}[屋堂舎亭庵荘軒園館房閣苑]?")
_PIECE = lazy("名詞,(?:普通名詞,一般|固有名詞)")
_COMPOUND = WORDS.lazy("{compounds}")
"""In these 企業 and the like say nothing of a name behind them: 星川県中小企業診断協会."""
_COMPOUND_REACH = 4
_AREA_ENDS = frozenset("都道府県市区町村")
_AREA = lazy("[一-龠ヶ]{2,4}[都道府県](?:[一-龠ヶァ-ヺ]{1,6}[市区町村])*|[一-龠ヶ]{1,5}[市区町村]")
GRAMMAR = lazy(
    "助詞|助動詞|接続詞|連体詞|副詞|代名詞|感動詞|動詞,(?:非自立|一般)|形容詞|名詞,普通名詞,副詞可能|名詞,数詞"
)
"""Words by their features that no name in hiragana is made of."""
_PLACE = lazy("名詞,固有名詞,地名")
_FAMILY = lazy("名詞,固有名詞,人名,姓")
_GIVEN = lazy("名詞,固有名詞,人名,名")
_NUMERIC = lazy(r"\d+[年月日件名人万億円回時分都]")
_NATIONWIDE = sparing("[大新全東西南北中]日本(?=..)|日本[ァ-ヺー]{4}")


class NameWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data file `names.toml`; its comments say what each list is for."""

    legal_forms: tuple[str, ...]
    titles: tuple[str, ...]
    stops: tuple[str, ...]
    heads: tuple[str, ...]
    deictics: tuple[str, ...]
    places: tuple[str, ...]
    generic: tuple[str, ...]


class NamePatterns(msgspec.Struct, frozen=True):
    """The lists, compiled."""

    legal_form: re.Pattern[str]
    title: re.Pattern[str]
    stop: re.Pattern[str]
    head: re.Pattern[str]
    deictic: re.Pattern[str]
    """Matches what points to a time or to somebody, where more follows."""
    places: frozenset[str]
    generic: frozenset[str]
    common: frozenset[str]
    """Both of these: what no name is alone."""


@cache
def name_patterns() -> NamePatterns:
    """Return the compiled lists, read the first time only."""
    words = msgspec.convert(read_data("names"), NameWords)
    return NamePatterns(
        lazy(alternation(words.legal_forms)),
        lazy(alternation(words.titles)),
        lazy(f"(?:{alternation((*words.titles, *words.stops))})+$"),
        lazy(f"^(?:.*?{guarded(words.heads)}|(?:{alternation(words.deictics)}))(?=.)"),
        sparing(f"(?:{alternation(words.deictics)})(?=..)"),
        frozenset(words.places),
        frozenset(words.generic),
        frozenset((*words.places, *words.generic)),
    )


def without_head(run: str) -> str:
    """Return what is left of a run after words such as 委託先 or 大手 that only say what it is."""
    match = kind_head(run) or name_patterns().head.match(run)
    if not match or _COMPOUND.search(run, max(0, match.end() - _COMPOUND_REACH)):
        return run
    return run[match.end() :].lstrip("・")


def without_tail(run: str) -> str:
    """Return a run without words at its end such as 元社員 or 公式サイト that don't belong to the name."""
    while match := name_patterns().stop.search(run):
        run = run[: match.start()]
    return run[:-1] if run[-1:] in _PLACE_ENDS and _PLACE_TAIL.search(run) else run


@lru_cache(maxsize=65_536)
def is_proper(run: str) -> bool:
    """Tell whether a run holds a proper noun: one that UniDic has as such, or a foreign word that it lacks.

    UniDic 2.1.2 has no tag for organisations and knows most brand names not at all, hence both ways; kanji
    that it can only read one by one are a name as well (深藻物産).
    """
    if (
        len(run) > _LONGEST
        or run in name_patterns().generic
        or _NUMERIC.search(run)
        or not any(map(is_letter, run))
    ):
        return False
    if _NATIONWIDE.match(run):
        return True
    pieces = 0
    for node in tagger()(run):
        surface, feature = node.surface, node.feature_raw
        if surface in name_patterns().generic:
            pieces = 0
            continue
        if (node.is_unk and _UNKNOWN.fullmatch(surface)) or (
            feature.startswith("名詞,固有名詞") and len(surface) > 1
        ):
            return True
        pieces = pieces + 1 if _is_single(surface) and _PIECE.match(feature) else 0
        if pieces == 2:
            return True
    return False


def _is_single(word: str) -> bool:
    """Tell whether a word is but one kanji, a rare or a shortened one too."""
    rare = "\uf900" <= word <= "\ufaff" or "\U00020000" <= word <= "\U0003ffff"
    return len(word) == 1 and (is_kanji(word) or word in "〆ヶ" or rare)


@lru_cache(maxsize=16_384)
def is_odd(stem: str) -> bool:
    """Tell whether UniDic reads a letter of a short kanji stem on its own: 深|藻; common nouns are whole."""
    return len(stem) <= _LONGEST_ODD and any(
        _is_single(node.surface) and not _AFFIX.match(node.feature_raw) for node in tagger()(stem)
    )


@lru_cache(maxsize=16_384)
def is_coined(run: str) -> bool:
    """Tell whether UniDic reads a short word in pieces, as ザイ|ナス; it may be a brand."""
    return bool(_SHORT_WORD.fullmatch(run)) and len(tagger()(run)) > 1


@lru_cache(maxsize=16_384)
def is_full_name(run: str) -> bool:
    """Tell whether UniDic reads a run as a family name with a given name, which is a person."""
    features = [node.feature_raw for node in tagger()(run)]
    return len(features) > 1 and bool(_FAMILY.match(features[0])) and bool(_GIVEN.match(features[-1]))


@lru_cache(maxsize=16_384)
def is_family(run: str) -> bool:
    """Tell whether UniDic reads a run as one family name: 小野寺."""
    nodes = tagger()(run)
    return len(nodes) == 1 and bool(_FAMILY.match(nodes[0].feature_raw))


@lru_cache(maxsize=16_384)
def is_place(run: str) -> bool:
    """Tell whether a run is a place name and nothing else, which is no organisation (guidelines.md)."""
    return (
        run in name_patterns().places
        or (run[-1:] in _AREA_ENDS and bool(_AREA.fullmatch(run)))
        or all(
            _PLACE.match(node.feature_raw) or node.surface in "都道府県市区町村州・" for node in tagger()(run)
        )
    )


@lru_cache(maxsize=16_384)
def is_noun(hiragana: str) -> bool:
    """Tell whether a word in hiragana can be a name, and isn't particles, endings or a conjunction."""
    return not any(GRAMMAR.match(node.feature_raw) for node in tagger()(hiragana))
