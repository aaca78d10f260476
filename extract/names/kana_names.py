"""Names with hiragana in them, which no run of kanji and katakana holds: いずみの里, メガネのアオゾラ."""

import re
from collections.abc import Iterator
from itertools import chain

from extract.document import Document
from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.names.cues import name_cues
from extract.names.institution_words import endings
from extract.names.kana_reach import name_reach
from extract.names.mention import name_mention
from extract.names.stretches import is_coined, is_noun, is_place, is_proper, name_patterns
from extract.names.words import WORDS
from extract.nearby import Nearby

_FIRST = lazy(
    r"\s*(?:[^。、\n]{1,20}[日月年](?:に|、))?"
    r"(?P<name>[一-龠ァ-ヺー]{0,6}(?P<kana>[ぁ-ん]{2,6})(?P<rest>[一-龠ァ-ヺーA-Za-z]{0,10}))(?=[はがのでに、])"
)
_HOME = Nearby(
    WORDS.lazy(r"(?P<kana>[ぁ-ん]{2,6})の{homes}(?=[はがのでにを、」)\s]|から|より|へ)"),
    reach=12,
)
"""Homes, inns and clubs are named so; each of these may as well be a place where it does nothing."""
_CARE = Nearby(
    WORDS.lazy(
        r"(?:障がい|しょうがい|こども|子ども)?[一-龠ァ-ヺー]{0,8}{care_houses} ?"
        r"(?P<name>(?P<kana>[ぁ-ん]{3,8})|[ァ-ヺー]{3,10})(?=[はがのでにをと、」)\s]|から|より|へ)"
    ),
    reach=40,
)
"""Houses of care bear their own name behind their kind: 訪問看護ステーションひまわり."""
_OWN = lazy("(?P<twice>[ぁ-ん]{2})(?P=twice)[ぁ-ん]{0,3}|(?![はがのにでをともへやかなくさだし])[ぁ-ん]{4,8}")
_HEAD = lazy(r"(?:[ァ-ヺー]{2,8}|[一-龠]{1,4})\Z")
_REACH = 10
_LED = Nearby(
    r"(?:(?:会社|業者|大手|委託先|子会社|チェーン|教育|[一-龠]店)の|を[一-龠]{0,4}(?:運営|経営|展開|受託)(?:する|している|した)|を?受託した)"
    r"(?=[一-龠]?[ぁ-ん]{2})",
    reach=20,
)
"""What leads to a firm whose name begins with hiragana."""
_CO_OPERATIVE = Nearby(
    "(?<![A-Za-zァ-ヺー一-龠])(?:JA|コープ|FM|エフエム|ラジオ)(?=[ぁ-ん]{2}|[一-龠]の)", reach=10
)
_STATION = Nearby(
    "(?P<force>[一-龠]{0,4}(?:[県府道]警|警視庁))[ぁ-ん]{2,5}[一-龠]{0,3}署(?=[はがのにへと、。]|から|より)",
    reach=20,
)
"""A police station whose town has hiragana in its name: 県警つくも署."""
_HOUSE = Nearby(
    r"(?:(?<=[、。「\s(の])|\A)(?P<name>(?P<kana>[ぁ-ん]{2,5})(?:堂|庵|亭|軒|舎|本舗))(?=[はがのでにを、」(]|から|によ)",
    reach=12,
)
"""A house called so after a word in hiragana: うさぎ堂."""
_KANA = lazy("[一-龠]?[ぁ-ん]{2,8}")
_LONGEST = 24
_SHORTEST = 3


def find_kana_names(document: Document) -> Iterator[Mention]:
    """Find firms that open a text, homes whose names end in の里 and the like, shops as メガネのアオゾラ."""
    yield from _first(document.folded)
    yield from _led(document)
    yield from _co_operatives(document)
    for station in _STATION.finditer(document):
        yield name_mention("ORG", "org.station", *station.span(), station["force"])
    for home in endings().home.finditer(document):
        yield name_mention("ORG", "org.kana", *home.span(), home[0].removesuffix(home["name"]).strip())
    for house in chain(_CARE.finditer(document), endings().own_behind.finditer(document)):
        if _is_house(house["name"], house["kana"]):
            yield name_mention("ORG", "org.kana", *house.span(), house["name"])
    for house in _HOUSE.finditer(document):
        if house["kana"] not in WORDS["common_in_kana"] and is_noun(house["kana"]):
            yield name_mention("ORG", "org.kana", *house.span("name"), house["name"][-1])
    for pattern, begin in ((_HOME, _home), (name_cues().goods, _shop), (endings().shop, _salon)):
        for match in pattern.finditer(document):
            cue = _cue(document.folded, match.end())
            start = begin(document.folded, match) if cue else None
            if cue and start is not None:
                yield name_mention("ORG", "org.kana", start, match.end(), cue[0])


def _cue(folded: str, end: int) -> "re.Match[str] | None":
    return name_cues().speaks.match(folded, end) or name_cues().after_organisation.match(folded, end)


def _first(folded: str) -> Iterator[Mention]:
    """Find what opens the text and announces, or has what a firm of its kind has: わかば生活は…発表した."""
    match = _FIRST.match(folded)
    if not match:
        return
    whole, rest = match["name"], match["rest"]
    kind = endings().proper.fullmatch(whole)
    cue = name_cues().speaks.match(folded, match.end("name"))
    cue = cue or (name_cues().after_organisation.match(folded, match.end("name")) if kind else None)
    noun = is_noun(match["kana"]) or (kind and is_noun(whole))
    if cue and noun and not {whole, rest} & name_patterns().generic and not is_place(rest):
        yield name_mention("ORG", "org.opening", *match.span("name"), cue[0])


def _led(document: Document) -> Iterator[Mention]:
    """Find what stands behind 会社の or を運営する, begins with hiragana and does what a firm does."""
    folded = document.folded
    for led in _LED.finditer(document):
        start = led.end()
        end = start + name_reach(folded[start : start + _LONGEST])
        kana = _KANA.match(folded, start)
        cue = _cue(folded, end) if kana and end - start >= _SHORTEST else None
        if cue and kana and is_noun(kana[0][: end - start]) and kana[0] not in WORDS["common_in_kana"]:
            yield name_mention("ORG", "org.kana", start, end, led[0])


def _co_operatives(document: Document) -> Iterator[Mention]:
    """Find JAみどり, コープはるか and FMなぎさ."""
    folded = document.folded
    for kind in _CO_OPERATIVE.finditer(document):
        rest, _, _ = folded[kind.end() : kind.end() + _LONGEST].partition("\n")
        end = kind.end() + name_reach(rest)
        if end > kind.end() + 1:
            yield name_mention("ORG", "org.kana", kind.start(), end, kind[0])


def _is_house(name: str, kana: str | None) -> bool:
    """Tell whether a word behind a kind of house is its name, and no particle or another noun."""
    if name in WORDS["common_in_kana"] or name in name_patterns().common or name_cues().no_bare.search(name):
        return False
    if kana:
        return is_noun(kana) or bool(_OWN.fullmatch(kana))
    return is_proper(name) or is_coined(name)


def _salon(_folded: str, match: "re.Match[str]") -> int | None:
    return match.start() if is_noun(match["kana"]) or len(match["kana"]) > 2 else None


def _home(folded: str, match: "re.Match[str]") -> int | None:
    if match["kana"] in WORDS["common_in_kana"] or not is_noun(match["kana"]):
        return None
    head = _HEAD.search(folded, max(0, match.start() - _REACH), match.start())
    return head.start() if head else match.start()


def _shop(_folded: str, match: "re.Match[str]") -> int | None:
    name = match["name"]
    plain = name in name_patterns().common or name_cues().no_bare.search(name)
    return match.start() if not plain and (is_proper(name) or is_coined(name)) else None
