"""Firms told by what only a firm has, whatever words their names are made of: アルタスタッフの元社員."""

from collections.abc import Iterator

from extract.causes import causes_in
from extract.document import Document
from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.names.cues import name_cues
from extract.names.institution_words import endings
from extract.names.mention import name_mention
from extract.names.stretches import is_coined, is_noun, is_place, name_patterns
from extract.names.words import WORDS
from extract.nearby import Nearby

_CUE = r"(?P<cue>{employs})(?!食堂|寮|証|教育|研修|旅行|割引)"
_SPEAKS = (
    r"(?P<cue>によ(?:ると|れば|りますと)|側(?:は|が|の(?:説明|代理人|主張|発表))|の(?:発表|説明)(?:に|で)"
    r"|への取材)"
)
"""What only a firm does, but what a page or a machine may do in other words."""
_NAME = (
    r"(?<![一-龠ァ-ヺーA-Za-z0-9])(?P<name>[ァ-ヺー・]{5,20}(?:TV|FC|EX)?|[ァ-ヺー]{2,10}[一-龠]{1,4}"
    r"|[一-龠]{2,5}[堂舎庵楼亭軒閣館屋社])"
)
_EMPLOYER = Nearby(WORDS.lazy(_NAME + _CUE), reach=36)
_SPEAKER = Nearby(_NAME + _SPEAKS, reach=36)
_HIRAGANA = Nearby(
    WORDS.lazy(r"(?<=[、。「\n(])(?P<name>(?P<kana>[ぁ-ん]{2,6})[一-龠ァ-ヺー]{1,8})" + _CUE), reach=32
)
_KIND = WORDS.lazy(r".*{employing_kinds}\Z")
"""What employs people as well, and is a sort of place or firm."""
_SHOP = WORDS.lazy(r"{shops}屋|{halls}館")
_TRADED = lazy("[ァ-ヺー]+[一-龠]+")
_TRADED_END = lazy("\\A[ァ-ヺー]{4,}")
"""What a place follows is a firm's: テレステラ高知."""
_STEM, _SHORT = 2, 5
_KATAKANA = lazy("[ァ-ヺー・]+")


def find_employers(document: Document) -> Iterator[Mention]:
    """Find a word that has employees, a head or subsidiaries, or that one joins, and is no sort of firm."""
    for match in _EMPLOYER.finditer(document):
        if _is_firm(match["name"]):
            yield name_mention("ORG", "org.employer", *match.span("name"), match["cue"])
    for match in _SPEAKER.finditer(document):
        if _is_firm(match["name"]) and not name_cues().no_bare.search(match["name"]):
            yield name_mention("ORG", "org.employer", *match.span("name"), match["cue"])
    for match in _HIRAGANA.finditer(document):
        name = match["name"]
        if is_noun(match["kana"]) and not _KIND.match(name) and name not in name_patterns().common:
            yield name_mention("ORG", "org.employer", *match.span("name"), match["cue"])


def _is_firm(name: str) -> bool:
    common = name in name_patterns().common or name_patterns().head.fullmatch(name) or _KIND.match(name)
    if common or is_place(name) or _SHOP.fullmatch(name) or causes_in(name):
        return False
    if not _TRADED.fullmatch(name):
        return len(name) != _SHORT or is_coined(name) or not _KATAKANA.fullmatch(name)
    if is_place(_TRADED_END.sub("", name)):
        return True
    trade = endings().proper.fullmatch(name)
    return bool(trade and len(trade[1]) > _STEM and not endings().common_stem.search(trade[1]))
