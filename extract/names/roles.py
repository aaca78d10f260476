"""Bare names told by their place in the sentence: what follows them, what stands before, where they stand."""

import re
from collections.abc import Iterator
from typing import NamedTuple

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
    TRADE_OF,
    is_address,
    is_mixed,
    is_traded,
)
from extract.names.institution_words import endings
from extract.names.institutions import name_runs
from extract.names.mention import name_mention
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

_CUE_BEGINS = frozenset("=〈<さな日がのによはでへかともを社グ本側関(（、")
_KIND_ENDS = frozenset("出い洩題件け請告場所うむ設は人す機合」舗る社業先元手ー者体ダrン店たいプ団織")
_TRADE_ENDS = frozenset(
    "館作水室宿儀遣介刷流産行販り食品ルー店アニ話信保険券道空塾校版ム具器薬学鉄鋼機車設宅備護掃告査済ィ発理庫輸配貨籍画楽ト体材維料類子力スガ油社業手堅ン者舗売造営卸援工泊計給送視守培殖繕修整取定約築収析訳局合団金クプ房園ド部123BJTV"
)
_OPENS = frozenset(("", *"\n。】〉》>●■・日年月に、 "))
"""With what letters the cues begin and end: most runs are passed over by these alone."""
_LINKS = "「、・のではあ"
"""What may part a kind from the name behind it: 委託先である X."""
_LED_BY = _KIND_ENDS | frozenset(_LINKS)
_NATIONS = frozenset("米英独仏伊露韓豪")
_NATION = lazy("^(?:[米英独仏伊露韓豪](?=[ァ-ヺA-Z])|旧・|旧(?=[一-龠ァ-ヺ]{2}))")
"""Newspapers put a country's letter before a foreign name, or that it was called so once."""
_FOREIGN_FIRM = lazy(r"[米英独仏伊露韓豪](?:[ァ-ヺー・]{3,}|[A-Z][A-Za-z0-9.&-]+)\Z")
_HEAD_LETTER = lazy("[社先者元手]")
_KEPT = ("情報", "システム", "サービス", "開発", "サポート", "ネットワーク")
"""Parts of firms' names that elsewhere only follow them: 委託先の北斗システム."""
_PERSON = lazy("[一-龠々ヶ]{3,6}・[一-龠]*[者長員授役士官監師手]")
_KANJI_NAME = lazy("[一-龠々ヶ]{2,5}")
_GLOSS = lazy(r"\([^()\n、。]{1,24}\)(?=[はがのでにも])")
"""A remark on a name between it and what it does: ゾルナ(ZRN)は."""
_SEAT = WORDS.lazy(
    r"\((?:本社|[一-龠]{2,3}[都道府県]|[一-龠]{1,4}市|{seats}(?=[・)]))(?![^()]*(?:出身|在住|生まれ))[^()\n]{0,14}\)"
)
_HEADED_SEAT = lazy(r"\((?:[^()\n、]{0,8}、)?[^()\n、]{3,10}(?:社長|会長|頭取|理事長|CEO|代表)[、)]")
"""A firm with who leads it, as newspapers put it: ゾルナ鑑定（星野空社長、東京都港区）."""
_OPENING = lazy(r"(?:\A|[。\n] *)\Z")
_DATED = lazy(r"\s*(?:[^。、\n]{1,20}[日月年](?:に|、)?)?\s*")
"""What may stand before the first name of a text: the day."""
_WORK = ("業務", "作業")
_TRADE_NAME = 6
_SHORTEST = 2
_KIND_SIZES = range(4, 11)
"""How long a name may be that 大手の and a kind at its end tell alone: 大成精密工業."""
_STAFF = WORDS.lazy(r"(?<=..){staff}\Z")
"""At the end of a run, whom only a firm has: ヴェルデラ社長, ヴェルデラ元社員."""
_STAFF_ENDS = frozenset("員長者当部人")
_AFFAIR = lazy(
    r"(?:[ァ-ヺーA-Za-z0-9]{2,12}[一-龠]{0,3}|[一-龠]{2,5}|[一-龠]{1,4}[ァ-ヺー]{2,10})"
    r"(?:(?:顧客|個人|会員)?(?:情報|名簿|データ)(?:流出|漏え?い|漏洩))?事件\Z"
)
"""What is called after a firm: ヴェルデラ事件, ヴェルデラ顧客情報流出事件."""
_OKURIGANA = lazy("[一-龠][いくぐけげしすせちっぶべみむめりるれ]")
"""A run that a verb's or an adjective's ending follows is no name: 団体で相次|いだ."""
_SELLER = lazy("(?:大手|中堅|老舗|メーカー|業者|事業者|会社|チェーン|代理店)の\\Z")
_FULL_NAME = 4
"""Shorter firms' names may be read as a family name with a given one: 関|通."""
_BRANDED = lazy("[ァ-ヺー・]{3,}[一-龠A-Z]{0,4}\\Z")
"""Right behind 会社 a firm: 航空会社スカイリンク."""
_HEAD = 30
_WINDOW = 14


class _Place(NamedTuple):
    """A run with what its place tells of it."""

    start: int
    end: int
    led: "re.Match[str] | None"
    """The words before it that say what it is, such as 委託先の."""
    stated: "re.Match[str] | None"
    """The words behind it that say what it does, such as が運営."""
    sure: bool
    """Whether the words before it leave no doubt."""
    traded: bool
    """Whether its trade stands before it: 人材派遣の."""
    first: bool
    """Whether nothing but a date stands before it in the text."""
    speaks: bool
    """Whether only organisations do what follows."""

    @property
    def verb(self) -> bool:
        """Whether a verb stands before it: を請け負う."""
        return self.led is not None and self.led[0][-1] in "るたう"


def find_roles(document: Document) -> Iterator[Mention]:
    """Find proper names where an organisation stands: Xが運営, 委託先のX, Xの元社員, and in headlines."""
    folded, states = document.folded, name_cues().after_organisation
    for start, end in document.once(name_runs):
        last, behind = folded[start - 1 : start], folded[end : end + 1]
        stated = states.match(folded, end) if behind in _CUE_BEGINS else None
        if not stated and behind == "(" and (gloss := _GLOSS.match(folded, end)):
            stated = states.match(folded, gloss.end())
        if not stated and folded[end - 1] in _STAFF_ENDS:
            stated = _STAFF.search(folded, start, end)
        if not stated and folded[end - 1] == "件":
            stated = _AFFAIR.match(folded, start, end)
        led = _led(folded, start) if last in _LED_BY else None
        if _HEAD_LETTER.search(folded, start, end - 1):
            led = _inside(folded[start:end]) or led
        if not led and folded[start] in _NATIONS:
            led = _FOREIGN_FIRM.match(folded, start, end)
        told = stated or led or (last in _OPENS and _opens(folded, start, end))
        if told and not (
            _is_run(folded, start, led)
            or _is_of_two(folded[start:end])
            or (not stated and _OKURIGANA.match(folded, end - 1))
        ):
            yield from _named(document, _place(folded, start, end, led, stated))


def _is_of_two(run: str) -> bool:
    """Tell whether a run is an affair called after two firms, each of which is told by itself."""
    return run.endswith("事件") and "・" in run


def _led(folded: str, start: int) -> "re.Match[str] | None":
    """Return the words right before a run that say what it is: 委託先である, or its trade with の."""
    before = folded[max(0, start - _WINDOW) : start]
    if before[-1] == "の" and before[-2:-1] in _TRADE_ENDS and (trade := name_cues().trades.search(before)):
        return trade
    return (
        name_cues().before_organisation.search(before) if before.rstrip(_LINKS)[-1:] in _KIND_ENDS else None
    )


def _is_run(folded: str, start: int, led: "re.Match[str] | None") -> bool:
    """Tell whether a run is what somebody offers or uses: 運営する X; behind a trade it isn't."""
    if led and (led[0][0] == "を" or name_cues().trades.search(led[0])):
        return False
    return name_cues().run_by.search(folded[max(0, start - _WINDOW) : start]) is not None


def _inside(run: str) -> "re.Match[str] | None":
    """Return the word at a run's beginning that surely names what follows: 子会社 of 子会社北斗物産."""
    head = name_patterns().head.match(run)
    if head and (head[0].endswith("大手") or (head[0].endswith("会社") and _BRANDED.match(run, head.end()))):
        return head
    return name_cues().lead_sure.search(run, 0, head.end()) if head else None


def _opens(folded: str, start: int, end: int) -> bool:
    """Tell whether a run opens a text, a line or a statement as its topic, and isn't a firm's seat."""
    seat = folded[end : end + 1] == "の" and name_patterns().legal_form.match(folded, end + 1)
    if seat or TRADE_OF.match(folded, end) or not name_cues().opening_after.match(folded, end):
        return False
    return name_cues().opening_before.search(folded[max(0, start - _WINDOW) : start]) is not None


def _place(
    folded: str, start: int, end: int, led: "re.Match[str] | None", stated: "re.Match[str] | None"
) -> _Place:
    cues = name_cues()
    sure = bool(led and cues.lead_sure.search(led[0]))
    traded = bool(led and cues.trades.search(led[0]))
    first = start < _HEAD and bool(_DATED.fullmatch(folded, 0, start))
    gloss = _GLOSS.match(folded, end)
    speaks = cues.speaks.match(folded, end) or (gloss and cues.speaks.match(folded, gloss.end()))
    return _Place(start, end, led, stated, sure, traded, first, bool(speaks))


def _named(document: Document, place: _Place) -> Iterator[Mention]:
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
        foreign = led and _FOREIGN_FIRM.match(led[0])
        rule = "org.foreign" if foreign else "org.role" if cue else "org.opening"
        at = start + len(name) - len(core)
        yield name_mention("ORG", rule, at, at + len(core), cue[0] if cue else document.text[end : end + 1])


def _shape(folded: str, end: int, place: _Place) -> "re.Pattern[str] | None":
    """Return what a common word must look like to be a name there, none where no common word is one."""
    if folded[end : end + 1] == "(" and _HEADED_SEAT.match(folded, end):
        return ANY
    if folded[end : end + 1] == "(" and _SEAT.match(folded, end):
        return FIRM
    if place.led and _FOREIGN_FIRM.match(place.led[0]):
        return BRAND
    if place.led and place.led[0].endswith("大手"):
        return FIRST
    if (
        place.speaks
        and not place.first
        and not place.led
        and _OPENING.search(folded, max(0, place.start - _WINDOW), place.start)
    ):
        return SPEAKER
    topic = place.speaks or bool(place.stated and place.stated[0][0] in "は、")
    return (BRAND if topic else FIRST) if place.first and end == place.end else None


def _is_person(folded: str, end: int, core: str) -> bool:
    """Tell whether a name is a person's: a title follows it, or it is a family name with a given one."""
    titled = name_cues().person_title.match(folded, end)
    if _KANJI_NAME.fullmatch(core):
        return bool(titled) or (len(core) >= _FULL_NAME and is_full_name(core))
    return "・" in core and bool(_PERSON.fullmatch(core))


def _is_name(core: str, directly: bool, place: _Place) -> bool:
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
