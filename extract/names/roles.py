"""Bare names told by their place in the sentence, where their form allows it."""

import re
from collections.abc import Iterator

from extract.causes import causes_in
from extract.document import Document
from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.names.cues import is_stock, name_cues
from extract.names.firm_shapes import (
    ANY,
    BRAND,
    FIRM,
    FIRM_WORD,
    FIRST,
    LONG,
    RUNS_IT,
    SOFT,
    SPEAKER,
    is_address,
    is_mixed,
    is_traded,
)
from extract.names.institution_words import endings
from extract.names.mention import name_mention
from extract.names.role_places import Place, role_places
from extract.names.stretches import (
    is_coined,
    is_family,
    is_full_name,
    is_place,
    is_proper,
    name_patterns,
    without_head,
    without_tail,
)
from extract.names.words import WORDS

_NATION = WORDS.lazy("^(?:{nations}(?=[ァ-ヺA-Z])|旧・|旧(?=[一-龠ァ-ヺ]{2}))")
"""Newspapers put a country's letter before a foreign name, or that it was called so once."""
_KEPT = ("情報", "システム", "サービス", "開発", "サポート", "ネットワーク")
"""Parts of firms' names that elsewhere only follow them: 委託先の北斗システム."""
_PERSON = lazy("[一-龠々ヶ]{3,6}・[一-龠]*[者長員授役士官監師手]")
_KANJI_NAME = lazy("[一-龠々ヶ]{2,5}")
_SEAT = WORDS.lazy(
    r"\((?:本社|[一-龠]{2,3}[都道府県]|[一-龠]{1,4}市|{seats}(?=[・)]))(?![^()]*(?:出身|在住|生まれ))[^()\n]{0,14}\)"
)
_HEADED_SEAT = lazy(r"\((?:[^()\n、]{0,8}、)?[^()\n、]{3,10}(?:社長|会長|頭取|理事長|CEO|代表)[、)]")
"""A firm with who leads it, as newspapers put it: ゾルナ鑑定（星野空社長、東京都港区）."""
_LATIN_MORE = lazy(r"(?<=[A-Za-z])\.?(?: [A-Z][A-Za-z0-9&.'-]*){1,3}(?![A-Za-z0-9])")
"""Words in Latin letters that go on with a name: HOKUTO SKY."""
_LATIN_LEAD = lazy(
    r"(?<![A-Za-z0-9.&'-])(?<![A-Za-z0-9.&'-] )(?:[A-Z][A-Z]+ (?:& )?){1,3}\Z"
    r"|(?<![A-Za-z0-9.,])[1-9]\d{0,2}-?\Z"
)
"""Words in capitals, or a number, that a name in Latin letters begins with: THE HOKUTO, 5COINS."""
_LEAD, _CAPITALS = 24, frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_OPENING = lazy(r"(?:\A|[。\n] *)\Z")
_WORK = ("業務", "作業")
_TRADE_NAME = 6
_SHORTEST = 2
_KIND_SIZES = range(4, 11)
"""How long a name may be that 大手の and a kind at its end tell alone: 大成精密工業."""
_SELLER = lazy("(?:大手|中堅|老舗|メーカー|業者|事業者|会社|チェーン|代理店)の\\Z")
_BEFORE = 14
_FULL_NAME = 4
"""Shorter firms' names may be read as a family name with a given one: 関|通."""


def find_roles(document: Document) -> Iterator[Mention]:
    """Find proper names where an organisation stands: Xが運営, 委託先のX, Xの元社員, and in headlines."""
    for place in role_places(document):
        yield from _named(document, place)


def _named(document: Document, place: Place) -> Iterator[Mention]:
    """Yield the name in a run, without words that only say what it is."""
    folded, (start, end, led, stated, sure, traded, first, speaks) = document.folded, place
    run = folded[start:end]
    employed = name_cues().employed.match(folded, end)
    firm = sure or traded or first or speaks or employed or place.verb
    name = run if run.endswith(_KEPT) and firm else without_tail(run)
    core = _NATION.sub("", without_head(name))
    surely = (
        sure
        or (speaks and run.endswith(_KEPT))
        or ((traded or employed or place.verb) and len(core) >= _TRADE_NAME)
    )
    if (
        core in name_patterns().generic
        or is_place(core)
        or is_address(core)
        or (name_cues().no_names.search(core) and not surely)
    ):
        return
    person = _is_person(folded, start + len(name), core) or (is_family(core) and not (firm or led))
    if len(core) < _SHORTEST or person:
        return
    shape = _shape(folded, start + len(name), place)
    quoted = speaks and led and led[0] == "」の"
    staffed = stated and stated.start() < end
    directly = (
        len(name) - len(core) > 1
        or surely
        or traded
        or bool(led and not led[0].endswith(("の", "のは", "のは、")))
    )
    plainly = shape is FIRM or (speaks and shape is FIRST and led)
    common = name_cues().no_bare.search(core) and not (plainly and len(core) >= _TRADE_NAME)
    shaped = shape and shape.fullmatch(core) and not common
    if (shaped or _is_name(core, directly or bool(quoted or staffed), place)) and not _is_plain(core):
        cue = led or stated
        rule = "org.foreign" if place.foreign else "org.role" if cue else "org.opening"
        at, last = start + len(name) - len(core), start + len(name)
        more = _LATIN_MORE.match(folded, last) if last == end else None
        last = more.end() if more else last
        lead = _LATIN_LEAD.search(folded, max(0, at - _LEAD), at) if core[0] in _CAPITALS else None
        at = lead.start() if lead else at
        yield name_mention("ORG", rule, at, last, cue[0] if cue else document.text[end : end + 1])


def _shape(folded: str, end: int, place: Place) -> "re.Pattern[str] | None":
    """Return what a common word must look like to be a name there, none where no common word is one."""
    if folded[end : end + 1] == "(" and _HEADED_SEAT.match(folded, end):
        return ANY
    if folded[end : end + 1] == "(" and _SEAT.match(folded, end):
        return FIRM
    if place.foreign:
        return BRAND
    if place.led and place.led[0].endswith("大手"):
        return FIRST
    if (
        place.speaks
        and not place.first
        and not place.led
        and _OPENING.search(folded, max(0, place.start - _BEFORE), place.start)
    ):
        return SPEAKER
    topic = place.speaks or bool(place.stated and place.stated[0][0] in "は、")
    return (BRAND if topic else FIRST) if place.first and end == place.end else None


def _is_person(folded: str, end: int, core: str) -> bool:
    """Tell whether a name is a person's: a title follows it, or it is a family name with a given one."""
    titled = name_cues().person_title.match(folded, end)
    if _KANJI_NAME.fullmatch(core):
        return bool(titled) or (len(core) >= _FULL_NAME and is_full_name(core))
    return "・" in core and bool(_PERSON.match(folded, end - len(core)))


def _is_name(core: str, directly: bool, place: Place) -> bool:
    """Tell whether a word is a name: proper, coined and right behind 委託先, or long and surely acting."""
    cues, stated = name_cues(), place.stated
    if is_proper(core):
        return True
    certain = place.sure or place.traded or place.verb or (place.first and place.speaks)
    if (place.sure or place.verb) and SOFT.fullmatch(core):
        return True
    if certain and (endings().firm.fullmatch(core) or is_mixed(core) or is_traded(core)):
        return True
    if place.led and place.led[0][0] == "を" and RUNS_IT.fullmatch(core):
        return not cues.no_bare.search(core)
    sold = place.sure or (place.led and _SELLER.search(place.led[0]))
    if (directly or place.verb) and (is_coined(core) or FIRM_WORD.fullmatch(core)):
        return not cues.no_bare.search(core) or (len(core) >= _TRADE_NAME and not is_stock(core))
    if sold and len(core) in _KIND_SIZES and endings().proper.fullmatch(core):
        return not endings().common_stem.search(core)
    long = LONG.fullmatch(core) and not cues.no_bare.search(core)
    return bool(long and stated and cues.sure_after.match(stated[0]))


def _is_plain(core: str) -> bool:
    """Tell whether a word holds a cause or is only a sort of work or institution: 美容クリニック."""
    if core.endswith(_WORK):
        return True
    kind = endings().plain.fullmatch(core)
    sort = kind and endings().sort.fullmatch(kind[1])
    return bool(sort) or bool(causes_in(core))
