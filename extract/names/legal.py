"""Names with a legal form: 北斗食品株式会社, 株式会社ひかり."""

import re
from collections import defaultdict
from collections.abc import Iterator

from extract.document import Document
from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.names.institution_words import endings
from extract.names.mention import name_mention
from extract.names.stretches import NAME_CHARACTER, begins_noun, is_odd, is_proper, kana_stem, name_patterns

_LATIN = r"[A-Za-z][A-Za-z0-9&.'-]{0,30}"
_LEFT = lazy(rf"{_LATIN}(?: {_LATIN}){{0,4}} ?\Z|{NAME_CHARACTER}{{1,40}} ?\Z")
_RIGHT = lazy(
    rf" ?{_LATIN}(?: (?=[A-Z]){_LATIN}){{0,4}}{NAME_CHARACTER}{{0,40}}"
    rf"|(?: (?=[^0-9]))?{NAME_CHARACTER}{{1,40}}"
)
_KANA_RIGHT = lazy(r" ?[ぁ-ん一-龠々ァ-ヺーA-Za-z0-9&.・]{2,16}")
_TRAILING = lazy(r"(?:様|殿|側|製|宛|等|並|及|他|内|ほか|など|[・.\-+!])+$")
_PARTICLE = lazy(r"(?:では|には|とは|での|への|からの|[はがのでにをとへもや、])+$")
_AND = lazy("及び|並びに|又は|および|ならびに|または|(?<=[ァ-ヺ])の")
_CLOSERS = frozenset("」』)(")
_WORD_ENDS = lazy(r"(?<=..)(?:では|には|とは|での|への|から|より|[はがのでにをへも、。\s])")
_BRAND = lazy("[ァ-ヺー]{3}|[A-Z]")
_FOREIGN_FORM = lazy(
    r"[, ] ?(?:Co\.?,? ?Ltd\.?|Pte\.? ?Ltd\.?|Inc\.?|Ltd\.?|LLC|Corp\.?|Corporation|GmbH|PLC|Limited)"
    r"(?![A-Za-z])"
)
_FOREIGN_NAME = lazy(r"(?<![A-Za-z])[A-Z][A-Za-z0-9&.'-]{0,30}(?: [A-Z][A-Za-z0-9&.'-]{0,30}){0,4}\Z")
_KANA_OF = lazy(
    r"[ぁ-ん]{2,6}の(?:輪|会|家|里|森|丘|園|郷|杜|木|花|虹|星|空|海|手|泉|樹|翼|夢|電話)(?![一-龠])"
)
"""Names of bodies in hiragana that の joins to a word such as 輪: まなびの輪."""
_WINDOW = 40


def find_legal_names(document: Document) -> Iterator[Mention]:
    """Find names with their legal form before or behind (guidelines.md: the longest proper name with it)."""
    folded = document.folded
    forms = [match.span() for match in name_patterns().legal_form.finditer(folded)]
    kana = _kana_names(folded, forms)
    for start, end in forms:
        extent = _extent(folded, start, end, kana)
        if extent:
            yield name_mention("ORG", "org.legal_form", *extent, document.text[start:end])
    for form in _FOREIGN_FORM.finditer(folded):
        origin = max(0, form.start() - _WINDOW)
        if name := _FOREIGN_NAME.search(folded[origin : form.start()]):
            yield name_mention("ORG", "org.legal_form", origin + name.start(), form.end(), form[0])


def _extent(folded: str, start: int, end: int, kana: dict[str, str]) -> tuple[int, int] | None:
    before, after = _left(folded, start), _right(folded, end, kana)
    apart = folded[end : end + 1] == " " != folded[start - 1 : start]
    ended = after == end or apart or name_patterns().title.match(folded, end)
    if before < start and (ended or _owns(folded, before, start)):
        return before, end
    return (start, after) if after > end else None


def _owns(folded: str, before: int, start: int) -> bool:
    """Tell whether the letters before a legal form are the name that it belongs to, and not 子会社."""
    name = folded[before:start].strip()
    head = name_patterns().head.match(name + "。")
    if name in name_patterns().generic or (head and head.end() == len(name)):
        return False
    return is_proper(name) or is_odd(name) or bool(endings().proper.fullmatch(name) or _BRAND.search(name))


def _left(folded: str, start: int) -> int:
    """Return where the name before a legal form begins; `start` if there is none."""
    origin = max(0, start - _WINDOW)
    match = _LEFT.search(folded[origin:start])
    if not match:
        return start
    name = match[0]
    head = name_patterns().head.match(name + "。")
    offset = 0
    if head and len(name.strip()) - head.end() >= 2:
        offset = head.end()
    if name_patterns().legal_form.search(name):
        return start
    numeric = re.match(r"\d+[年月日件名人]+(?:\d+[年月日])*", name)
    offset = max(offset, numeric.end() if numeric else 0)
    generic = name[offset:].strip() in name_patterns().generic or not name[offset:].strip()
    if generic:
        return start
    begin = origin + match.start() + offset
    kana = None if offset else kana_stem(folded, begin)
    return begin if kana is None else kana


def _right(folded: str, end: int, kana: dict[str, str]) -> int:
    """Return where the name behind a legal form ends; `end` if there is none."""
    match = _RIGHT.match(folded, end)
    if not match:
        name = kana.get(folded[end : end + 2], "")
        return end + len(name) if folded.startswith(name, end) else end
    name = match[0]
    longer = kana.get(folded[end : end + 2], "")
    if (
        len(longer) > len(name)
        and longer[len(name)] not in "はがのをにでとへもよ"
        and folded.startswith(longer, end)
    ):
        return end + len(longer)
    for ending in (name_patterns().title, name_patterns().legal_form, _AND):
        cut = ending.search(name, 2)
        name = name[: cut.start()] if cut else name
    return end + len(_TRAILING.sub("", name).rstrip())


def _kana_names(folded: str, forms: list[tuple[int, int]]) -> dict[str, str]:
    """Return names with hiragana by their first two letters.

    Hiragana doesn't show where a name ends and a particle begins (株式会社ひかりとで). What stays the same
    while the words behind it change, over a document, is the name; a closing bracket ends it as well.
    """
    rests: dict[str, set[str]] = defaultdict(set)
    for _, end in forms:
        match = _KANA_RIGHT.match(folded, end)
        if match and re.search("[ぁ-ん]", match[0]):
            rests[match[0][:2]].add(match[0] + folded[match.end() : match.end() + 1])
    return {key: name for key, found in rests.items() if len(name := _common_name(found)) > 1}


def _common_name(rests: set[str]) -> str:
    whole = [_AND.sub("」", rest).partition("」")[0] + "」" if _AND.search(rest) else rest for rest in rests]
    closed = [rest[:-1] for rest in whole if rest[-1:] in _CLOSERS]
    shared = _common_beginning(whole)
    fitting = [name for name in closed if shared.startswith(name)]
    if fitting:
        return min(fitting, key=len)
    return _PARTICLE.sub("", shared) if len(rests) > 1 else _first_word(shared)


def _common_beginning(words: list[str]) -> str:
    first, last = min(words), max(words)
    length = next(
        (at for at, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first)
    )
    return first[:length]


def _first_word(rest: str) -> str:
    """Cut one occurrence at its first particle after two letters, else at the mark that ends it."""
    if joined := _KANA_OF.match(rest):
        return joined[0]
    cut = _WORD_ENDS.search(rest)
    word = rest[: cut.start()] if cut else ""
    return word if word and begins_noun(word) else ""
