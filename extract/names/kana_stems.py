"""Words in hiragana that a run of letters goes on from: すみれ of すみれ保育園, みどりの of みどりの森."""

from extract.lazy_pattern import lazy
from extract.letters import is_kanji
from extract.names.stretches import GRAMMAR, is_noun
from extract.names.words import WORDS
from extract.tokens import tagger

_HIRAGANA_STEM = lazy(r"(?P<bound>(?:\A|[\s、。「『(:：・立]))?(?P<word>(?<![ぁ-んー])[ぁ-ん]{2,14})\Z")
_BOUND_STEM = WORDS.lazy(
    r"(?!{no_stems})(?:[ぁ-ん]{3,5}(?<![がをはにでとのへやらりしるたて])|[ぁ-ん]{4}(?<=[らりし])|(?!{words_in_ri})[ぁ-ん]{2}り)"
)
"""What opens a line or stands behind a mark: ひびき銀行, though the dictionary reads verbs into it."""
_JOINED_STEM = lazy(r"(?P<word>[ぁ-ん]{2,6})[がのつ]")
"""Before one kanji that stands for itself: あさひが of あさひが丘, みどりの of みどりの森."""
_JOINED_STEMS = lazy(r"(?P<word>[ぁ-ん]{2,4})の(?P<more>[ぁ-ん]{2,4})")
_SITES = frozenset("丘森里杜台原浜峰郷海風空花星谷山川池島木家園苑庭輪虹湯宿橋瀬沢田野泉光")
_MIXED_STEM = lazy(
    "(?:(?<![一-龠ァ-ヺーA-Za-z0-9ぁ-ん々])|(?<=[県府都道市区町村先元者店]の)|(?<=[県府都道市区町村会校院所社]や))(?P<word>(?!.立)[一-龠]{1,2}[ぁ-ん]{1,6})\\Z"
)
_MIXED_WORD = lazy("[一-龠][ぁ-ん]")
_LINKED = lazy(
    "(?:(?<![一-龠ァ-ヺーぁ-んA-Za-z0-9々])|(?<=[県府都道市区町村先元者店]の))[杜桂樫梢渚岬湖浜波浦泉峰滝沢谷原野稲麦蓮葵茜丘日木竹杉松梅桜森山海川空星月花虹風虎丸井池緑泉鳥鶴亀西東北南宮桃栗柏楓菊藤萩椿栄夢蔵霧雪雲光]"
    "[のノ][出内子実門葉里丘森手宮塚浜崎原木台庭園橋口島岡山本音星空海虹月花鳥上国頭道洋杜]\\Z"
)
"""Kanji that の joins to one: 日の出 of 日の出食品."""
_BEFORE_STEM = lazy(
    "^(?:.{0,6}(?:する|した|された|いる|いた|ある|という|(?:おり|い|あり)ます|ました|れる|れた)|[はがのをにでともへや])(?=.{3})"
)
_PLACE = WORDS.lazy(r"(?:(?<![ぁ-んー])|(?<=[一-龠ァ-ヺー、。][のはがをにでと]))(?:{kana_places})\Z")
"""A prefecture as public bodies write it."""
_OF_TOWN = lazy(r"(?<=[都道府県市区町村])の\Z")
"""Whose a name is, so that no verb stands between: 港市の|とくなみ動物園."""
_KANA_STEM = 3
_SHOPS = ("本舗", "本店", "商店", "食品", "総本家")
"""Behind a や these leave no doubt that it is a part of the name: まなびや本舗."""
_INFLECTED = lazy("動詞|形容詞")
_VERB_ENDS = frozenset("るうくすむ")
"""Behind a particle what ends so is a verb, though the dictionary has a name like it: 3万人に|のぼる."""


def _is_joined(word: str, behind: str) -> bool:
    """Tell whether a particle in a word joins two nouns to a name, or a noun to the kanji behind it."""
    stems = _JOINED_STEMS.fullmatch(word)
    if stems:
        return is_noun(stems["word"]) and is_noun(stems["more"])
    stem = _JOINED_STEM.fullmatch(word)
    alone = behind[:1] in _SITES and len(next(iter(tagger()(behind))).surface) == 1
    return bool(stem and alone and is_noun(stem["word"]))


def _is_mixed(word: str, behind: str) -> bool:
    """Tell whether kanji and hiragana make a name together: 白ゆり, 花みずき, 学びの before 森; not 市の."""
    at, last = 0, ""
    for node in tagger()(word + behind):
        if at >= len(word):
            break
        joins = node.surface in ("の", "が") and at + 1 == len(word) and _MIXED_WORD.search(last)
        if not joins and (GRAMMAR.match(node.feature_raw) or node.surface in WORDS["mixed_common"]):
            return False
        if joins and behind[:1] not in _SITES:
            return False
        at, last = at + len(node.surface), node.surface
    return True


def kana_stem(folded: str, start: int) -> int | None:
    """Return where a hiragana word right before a run begins that is no grammar: すみれ of すみれ保育園."""
    if folded[start - 1 : start] == "の" and _LINKED.search(folded[max(0, start - 4) : start + 1]):
        return start - 2
    before = folded[max(0, start - 16) : start]
    mixed = _MIXED_STEM.search(before)
    if mixed and _is_mixed(mixed["word"], folded[start : start + 4]):
        return start - len(mixed["word"])
    if place := _PLACE.search(before):
        return start - len(place[0])
    match = _HIRAGANA_STEM.search(before)
    if not match:
        return None
    word, bound = match["word"], match["bound"] is not None
    if not bound:
        word = _behind_verb(before, word)
    if bound and _is_joined(word, folded[start : start + 4]):
        return start - len(word)
    if not is_noun(word) and not (bound and _BOUND_STEM.fullmatch(word)):
        before_stem = _BEFORE_STEM.match(word)
        if not before_stem or len(word) - before_stem.end() < _KANA_STEM:
            return None
        verb = before_stem.end() > 1 or bool(_OF_TOWN.search(before[: len(before) - len(word) + 1]))
        word = word[before_stem.end() :]
        shop = word[-1] == "や" and folded.startswith(_SHOPS, start) and is_noun(word[:-1])
        if word[-1] in _VERB_ENDS or not (is_noun(word) or shop or (verb and _BOUND_STEM.fullmatch(word))):
            return None
    return start - len(word) if bound or len(word) >= _KANA_STEM else None


def _behind_verb(before: str, word: str) -> str:
    """Return hiragana without the ending of a verb in kanji before it: みなも of 置く|みなも."""
    kanji = before[: len(before) - len(word)][-1:]
    if not is_kanji(kanji):
        return word
    first = next(iter(tagger()(kanji + word)))
    return word[len(first.surface) - 1 :] if _INFLECTED.match(first.feature_raw) else word
