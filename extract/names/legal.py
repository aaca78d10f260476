"""Names with a legal form: 北斗食品株式会社, 株式会社ひかり."""

import re
from collections import defaultdict
from collections.abc import Iterator

from extract.document import Document
from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.names.institution_words import endings
from extract.names.kana_reach import name_reach
from extract.names.kana_stems import kana_stem
from extract.names.mention import name_mention
from extract.names.stretches import NAME_CHARACTER, is_odd, is_place, is_proper, name_patterns
from extract.names.words import WORDS

_LATIN = r"[A-Za-z][A-Za-z0-9&.'-]{0,30}"
_LEFT = WORDS.lazy(rf"{_LATIN}(?: (?:& )?{_LATIN}){{0,4}} ?\Z|{NAME_CHARACTER}{{1,40}} ?\Z")
_RIGHT = WORDS.lazy(
    rf" ?{_LATIN}(?: (?:& )?(?=[A-Z]){_LATIN}){{0,4}}{NAME_CHARACTER}{{0,40}}"
    rf"|(?: (?=[^0-9]))?{NAME_CHARACTER}{{1,40}}"
)
_KANA_RIGHT = lazy(r" ?[ぁ-ん一-龠々ァ-ヺーA-Za-z0-9&.・]{2,32}")
_TRAILING = WORDS.lazy(r"{trailing}+$")
_FORMER = lazy("(?:旧|元|現)・")
_PARTICLE = lazy(r"(?:では|には|とは|での|への|からの|[はがのでにをとへもや、])+$")
_PARTICLES = frozenset("はがのをにでとへもよ")
_OWNED = lazy(r"(?<![ぁ-ん])[のはがを](?P<name>(?!この|その|いわ|とい|とし|ため|よう|うち)[ぁ-ん]{3,6})\Z")
"""Hiragana between a particle and a legal form is a name: 運営のことり合同会社."""
_AND = lazy("及び|並びに|又は|および|ならびに|または|(?<=[ァ-ヺ])の")
_CLAUSE = lazy("(?<=[一-龠ァ-ヺー])[でをがにはへ](?=.*[ァ-ヺー]\\Z)")
"""A particle within what の closes behind katakana: the name ends before it (みやこ印刷所でデータの)."""
_PREDICATE = lazy("[がをはに][一-龠]+(?:する|した|して)")
"""What a firm does is no part of its name, though a bracket closes the stretch."""
_OPENERS = frozenset("「『")
_CLOSERS = frozenset("」』)(")
_BRAND = lazy("[ァ-ヺー]{3}|[A-Z]")
_FOREIGN_FORM = WORDS.lazy(r"[, ](?: ?{foreign_forms}|(?<=[a-z]{3} )(?:SA|AG))(?![A-Za-z])")
_FOREIGN_NAME = lazy(
    r"(?<![A-Za-z])[A-Z][A-Za-z0-9&.'-]{0,30}(?: (?:& )?[A-Z][A-Za-z0-9&.'-]{0,30}){0,4}"
    r"(?: \([A-Z][A-Za-z]+\))?\Z"
)
_WORD = lazy("[A-Za-z]{4,}|[ァ-ヺー]{4,}")
"""A common word is a firm's name right before a legal form: LINE株式会社."""
_QUOTED = lazy("[^「」『』()\\n、。はがをにへ]{2,14}(?<!から)(?<![とも])(?=[」』])")
"""Between a legal form that opens quotation brackets and their end the whole is the name."""
_LETTER = lazy(r"[^\W\d_]")
_BRANCH = lazy("[一-龠々ヶァ-ヺー]{2,10}(?:支店|支社|営業所|事業所|出張所|工場)")
"""Behind a legal form it is the branch of the firm before the form."""
_UNIT = WORDS.lazy(r" [一-龠々ぁ-んァ-ヺーA-Za-z]{2,16}?{units}(?![一-龠])")
"""The hospital or school of a body, behind a space: 医療法人 青空会 みなみ病院."""
_HEAD_SHOP, _SHOP_ENDS = "本店", frozenset("屋堂庵亭軒家舗楼")
"""A part of the name behind the name of a shop: 株式会社みなも屋本店."""
_WINDOW = 40
_SHORT = 3
"""Code points of an entry's head before a space and a form that a name follows: 春 株式会社北斗."""


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
    quoted = _QUOTED.match(folded, end) if folded[start - 1 : start] in _OPENERS else None
    if quoted and before == start and not name_patterns().title.search(quoted[0]):
        after = quoted.end()
    apart = folded[end : end + 1] == " " != folded[start - 1 : start]
    leads = folded[start - 1 : start] == " " != folded[end : end + 1] and after > end
    headed = leads and start - before <= _SHORT
    ended = after == end or apart or name_patterns().title.match(folded, end)
    if before < start and after > end and _BRANCH.fullmatch(folded, end, after):
        return before, after
    if before < start and not headed and (ended or _owns(folded, before, start)):
        both = not ended and folded[end - 1] != "社" and is_place(folded[before:start].strip())
        return before, after if both else end
    unit = _UNIT.match(folded, after) if after > end and folded[end - 1] != "社" else None
    return (start, unit.end() if unit else after) if after > end else None


def _owns(folded: str, before: int, start: int) -> bool:
    """Tell whether the letters before a legal form are the name that it belongs to, and not 子会社."""
    name = folded[before:start].strip()
    head = name_patterns().head.match(name + "。")
    if (name in name_patterns().generic and not _WORD.fullmatch(name)) or (head and head.end() == len(name)):
        return False
    return is_proper(name) or is_odd(name) or bool(endings().proper.fullmatch(name) or _BRAND.search(name))


def _left(folded: str, start: int) -> int:
    """Return where the name before a legal form begins; `start` if there is none."""
    origin = max(0, start - _WINDOW)
    match = _LEFT.search(folded[origin:start])
    if not match:
        kana = kana_stem(folded, start)
        owned = _OWNED.search(folded, origin, start) if kana is None else None
        return owned.start("name") if owned else start if kana is None else kana
    name = match[0]
    head = name_patterns().head.match(name + "。")
    offset = 0
    if head and len(name.strip()) - head.end() >= 2:
        offset = head.end()
    if name_patterns().legal_form.search(name):
        return start
    numeric = re.match(r"\d+[年月日件名人]+(?:\d+[年月日])*", name) or _FORMER.match(name)
    offset = max(offset, numeric.end() if numeric else 0)
    begin = origin + match.start() + offset
    kana = None if offset else kana_stem(folded, begin)
    if kana is not None:
        return kana
    core = name[offset:].strip()
    common = (core in name_patterns().generic and not _WORD.fullmatch(core)) or not _LETTER.search(core)
    return start if common else begin


def _right(folded: str, end: int, kana: dict[str, str]) -> int:
    """Return where the name behind a legal form ends; `end` if there is none."""
    match = _RIGHT.match(folded, end)
    if not match:
        name = kana.get(folded[end : end + 2], "")
        return end + len(_trimmed(name)) if folded.startswith(name, end) else end
    name = match[0]
    longer = kana.get(folded[end : end + 2], "")
    goes_on = len(longer) > len(name) and folded.startswith(longer, end)
    if goes_on and (longer[len(name)] not in _PARTICLES or name_reach(longer) == len(longer)):
        return end + len(_trimmed(longer))
    return end + len(_trimmed(name))


def _trimmed(name: str) -> str:
    return _TRAILING.sub("", _untitled(name)).rstrip()


def _untitled(name: str) -> str:
    """Return a name without what begins another word behind it: a title, a second form, and."""
    for ending in (name_patterns().title, name_patterns().legal_form, _AND):
        cut = ending.search(name, 2)
        if cut and cut[0] == _HEAD_SHOP and name[cut.start() - 1] in _SHOP_ENDS:
            cut = ending.search(name, cut.end())
        name = name[: cut.start()] if cut else name
    return name


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
    whole = [_until_and(rest) for rest in rests]
    closed = [rest[:-1] for rest in whole if rest[-1:] in _CLOSERS and not _PREDICATE.search(rest)]
    shared = _common_beginning(whole)
    fitting = [name for name in closed if shared.startswith(name) and not _has_part(name)]
    if fitting:
        return min(fitting, key=len)
    name = shared[: name_reach(shared)]
    return _PARTICLE.sub("", name) if len(rests) > 1 else name


def _has_part(name: str) -> bool:
    """Tell whether a closed stretch is a name with something that it has: ひかりの発表(6月)."""
    reach = name_reach(name)
    return name[reach : reach + 1] == "の" and reach + 1 < len(name)


def _until_and(rest: str) -> str:
    """Return a rest up to the word that joins another to it, closed by a bracket."""
    joint = _AND.search(rest)
    if not joint:
        return rest
    clause = _CLAUSE.search(rest[: joint.start()])
    return rest[: clause.start() if clause else joint.start()] + "」"


def _common_beginning(words: list[str]) -> str:
    first, last = min(words), max(words)
    length = next(
        (at for at, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first)
    )
    return first[:length]
