"""Organisations told by those beside them: between two of a list, or joined to one by ・."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from extract.document import Document
from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.names.cues import name_cues
from extract.names.mention import name_mention
from extract.names.stretches import is_coined, is_full_name, is_place, is_proper, name_patterns

_BETWEEN = lazy(r"(?P<mark>[、・])(?P<name>[^、・。\s()「」『』はがをにでへ]{3,16})(?P=mark)")
_LONGEST = 18
_JOINED = lazy(
    r"・(?P<name>[一-龠ァ-ヺーA-Za-z]{2,12}?)(?=(?:の?(?:両|[2-5二三四五])社|連合|陣営|の?両(?:行|校|省|氏)|事件|などの?(?:各社|大手)|各社))"
)
_KANA = lazy("[ァ-ヺー]{3}|[ぁ-ん]{2}")
_END = lazy("[一-龠ァ-ヺーA-Za-z]")
_COMMON = lazy(
    "[年月日]|(?:等|他|側|者|員|省庁|官庁|各社|関係|本人|全員|以外|自身|一部|双方|系列)\\Z|\\A(?:同|各|当|全|その|この|また|さら)"
)


def find_listed(document: Document, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Find what stands between two organisations of a list: 星川新聞、みなとケーブルネット、時事通信."""
    spans = sorted({(mention.start, mention.end) for mention in mentions})
    for (_, end), (start, _) in pairwise(spans):
        if 0 < start - end <= _LONGEST and (match := _BETWEEN.fullmatch(document.folded, end, start)):
            yield from _named(match)
    for _, end in spans:
        if match := _JOINED.match(document.folded, end):
            yield from _named(match)


def _named(match: "re.Match[str]") -> Iterator[Mention]:
    name = match["name"]
    common = name in name_patterns().common or _COMMON.search(name) or name_cues().no_names.search(name)
    if common or is_place(name) or is_full_name(name) or not _END.fullmatch(name[-1]):
        return
    if is_proper(name) or is_coined(name) or _KANA.search(name):
        yield name_mention("ORG", "org.listed", *match.span("name"), "、")
