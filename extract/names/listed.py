"""Organisations told by those beside them: between two of a list, or joined to one by ・."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from extract.alternation import either
from extract.causes import causes_in
from extract.document import Document
from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.names.cues import name_cues
from extract.names.mention import name_mention
from extract.names.stretches import is_coined, is_full_name, is_place, is_proper, name_patterns
from extract.names.words import WORDS
from extract.nearby import Nearby

_BETWEEN = lazy(r"(?P<mark>[、・])(?P<name>[^、・。\s()「」『』はがをにでへ]{3,16})(?P=mark)")
_LONGEST = 18
_JOINED = lazy(
    r"・(?P<name>[一-龠ァ-ヺーA-Za-z]{2,12}?)(?=(?:の?(?:両|[2-5二三四五])社|連合|陣営|の?両(?:行|校|省|氏)|事件|などの?(?:各社|大手)|各社))"
)
_AFFAIR = Nearby(
    r"(?:(?<=[\s、。「『(は])|\A)(?P<first>[一-龠ァ-ヺーA-Zぁ-ん]{2,12})・(?P<second>[一-龠ァ-ヺーA-Zぁ-ん]{2,12}?)"
    r"(?:の?両|の2|2)?(?:事件|訴訟)",
    reach=32,
)
"""An affair called after two firms: とんぼ商会・星空屋事件."""
_CLOSED = Nearby(
    r"(?<![一-龠ァ-ヺーA-Za-z0-9])(?P<names>[一-龠ァ-ヺーA-Za-z0-9&]{3,16}(?:[、や・][一-龠ァ-ヺーA-Za-z0-9&]{3,16}){1,5})"
    rf"(?:の|など)?{either([f'{count}社' for count in '両23456789二三四五六'])}",
    reach=100,
)
"""Names that a list closes by counting them: アルタ、ミナトリンクの2社."""
_ITEM = lazy("[^、や・]+")
_PARTICLE = lazy("[はがをにでへ]|だった|する|した")
_KANA = lazy("[ァ-ヺー]{3}|[ぁ-ん]{2}")
_END = lazy("[一-龠ァ-ヺーA-Za-z]")
_COMMON = WORDS.lazy(r"[年月日]|{common_ends}\Z|\A(?:同|各|当|全|その|この|また|さら)")


def find_listed(document: Document, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Find what stands between two organisations of a list: 星川新聞、みさきケーブルネット、時事通信."""
    spans = sorted({(mention.start, mention.end) for mention in mentions})
    for (_, end), (start, _) in pairwise(spans):
        if 0 < start - end <= _LONGEST and (match := _BETWEEN.fullmatch(document.folded, end, start)):
            yield from _named(match)
    for _, end in spans:
        if match := _JOINED.match(document.folded, end):
            yield from _named(match)


def find_counted(document: Document) -> Iterator[Mention]:
    """Find the firms of a list that is closed by how many they are."""
    for match in _CLOSED.finditer(document):
        for item in _ITEM.finditer(document.folded, *match.span("names")):
            if _is_named(item[0]):
                yield name_mention("ORG", "org.listed", *item.span(), match[0][-2:])


def find_affairs(document: Document) -> Iterator[Mention]:
    """Find the two firms that an affair is called after, where neither is a kind of crime or a place."""
    for match in _AFFAIR.finditer(document):
        names = match["first"], match["second"]
        if all(_KANA.search(name) and not _is_crime(name) for name in names):
            for group in ("first", "second"):
                yield name_mention("ORG", "org.listed", *match.span(group), "事件")


def _is_crime(name: str) -> bool:
    common = name in name_patterns().common or name_cues().no_names.search(name) or _PARTICLE.search(name)
    return bool(common or is_place(name) or causes_in(name))


def _named(match: "re.Match[str]") -> Iterator[Mention]:
    if _is_named(match["name"]):
        yield name_mention("ORG", "org.listed", *match.span("name"), "、")


def _is_named(name: str) -> bool:
    common = name in name_patterns().common or _COMMON.search(name) or name_cues().no_names.search(name)
    if common or is_place(name) or is_full_name(name) or not _END.fullmatch(name[-1]):
        return False
    return is_proper(name) or is_coined(name) or bool(_KANA.search(name))
