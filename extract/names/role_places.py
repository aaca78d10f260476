"""Where a bare name may be an organisation's: what follows it, what stands before, where it stands."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.document import Document
from extract.lazy_pattern import lazy
from extract.names.cues import name_cues
from extract.names.firm_shapes import TRADE_OF
from extract.names.institutions import name_runs
from extract.names.kind_heads import kind_head
from extract.names.stretches import name_patterns
from extract.names.words import WORDS

_CUE_BEGINS = frozenset("=〈<さな日がのにはでへかともを社グ本側関(（、")
_KIND_ENDS = frozenset(
    "r」いうけすただつむるダプルンー人件体催元先内出合告営団堅場売店手査業洩発社織者舗行設請造関題"
)
_TRADE_ENDS = frozenset(
    "123りアィェオクグケストドニプマムルンー介体作保信備儀具刷券力卸収取合告品営器団園培堅塾売子学宅守定室容局屋工店庫房手掃換援料材析"
    "査校械業楽機殖油泊流済版球理産用画発礼社税空築簿約紙給維線者肉育舗薬行視計設訳話調護貨販車輸送造道遣部配金鋼鏡険電類食飾館T"
    "亭処蔵元場所ブ"
)
_OPENS = frozenset(("", *"\n。】〉》>●■・日年月に、 "))
"""With what letters the cues begin and end: most runs are passed over by these alone (the tests compare)."""
_LINKS = "「、・のではあ"
"""What may part a kind from the name behind it: 委託先である X."""
_LED_BY = _KIND_ENDS | frozenset(_LINKS)
_FOREIGN_FIRM = WORDS.lazy(r"{nations}(?:[ァ-ヺー・]{3,}|[A-Z][A-Za-z0-9.&-]+)\Z")
_HEAD_LETTER = lazy("[社先者元手]")
_GLOSS = lazy(r"\([^()\n、。]{1,24}\)(?=[はがのでにも])")
"""A remark on a name between it and what it does: ゾルナ(ZRN)は."""
_DATED = lazy(r"\s*(?:[^。、\n]{1,20}[日月年](?:に|、)?)?\s*")
"""What may stand before the first name of a text: the day."""
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
_BRANDED = lazy("[ァ-ヺー・]{3,}[一-龠A-Z]{0,4}\\Z")
"""Right behind 会社 a firm: 航空会社スカイリンク."""
_HEAD = 30
_WINDOW = 14


class Place(NamedTuple):
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

    @property
    def foreign(self) -> bool:
        """Whether it is led by a country's letter: 米ゾルナ."""
        return self.led is not None and _FOREIGN_FIRM.match(self.led[0]) is not None


def role_places(document: Document) -> Iterator[Place]:
    """Yield the runs that stand where an organisation does: Xが運営, 委託先のX, Xの元社員, opening a line."""
    folded, states, nations = document.folded, name_cues().after_organisation, WORDS["nations"]
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
        if not led:
            led = kind_head(folded[start:end])
        if _HEAD_LETTER.search(folded, start, end - 1):
            led = _inside(folded[start:end]) or led
        if not led and folded[start] in nations:
            led = _FOREIGN_FIRM.match(folded, start, end)
        told = stated or led or (last in _OPENS and _opens(folded, start, end))
        if told and not (
            _is_run(folded, start, led)
            or _is_of_two(folded[start:end])
            or (not stated and _OKURIGANA.match(folded, end - 1))
        ):
            yield _place(folded, start, end, led, stated)


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
) -> Place:
    cues = name_cues()
    sure = bool(led and cues.lead_sure.search(led[0]))
    traded = bool(led and cues.trades.search(led[0]))
    first = start < _HEAD and bool(_DATED.fullmatch(folded, 0, start))
    gloss = _GLOSS.match(folded, end)
    speaks = cues.speaks.match(folded, end) or (gloss and cues.speaks.match(folded, gloss.end()))
    return Place(start, end, led, stated, sure, traded, first, bool(speaks))
