"""Who signs a notice: a name in a line of its own, before the telephone number or behind the date."""

from collections.abc import Iterator

from extract.document import Document
from extract.lazy_pattern import lazy, sparing
from extract.mention import Mention
from extract.names.areas import may_be_town
from extract.names.cues import name_cues
from extract.names.institution_words import endings
from extract.names.mention import name_mention
from extract.names.stretches import (
    RUN,
    is_family,
    is_full_name,
    is_odd,
    is_place,
    is_proper,
    name_patterns,
)
from extract.names.words import WORDS

_NAME = r"(?P<name>[^\s。、:()「」『』【】<>\d■●・※〒][^\n。、:()「」『』【】<>\d※〒]{1,22}?)"
_DESK = r"(?: +[^\s\n]{0,10}(?:係|窓口|担当|課|室|部|事務局|センター|フロント))?"
_LABEL = "(?:{signer_labels}(?: *:| ) *)?"
_SIGNED = WORDS.lazy(
    rf"(?m)^ *{_LABEL}{_NAME}{_DESK} *(?:\([^()\n]{{2,24}}\))?\n *"
    r"(?P<cue>{below_signer})"
)
_DAY = (
    r"(?:(?:20\d\d|令和 ?(?:\d{1,2}|元))年 ?\d{1,2}月 ?\d{1,2}日|20\d\d[./]\d{1,2}[./]\d{1,2})"
    r"(?:\([月火水木金土日]\))?"
)
_DATED = lazy(rf"(?m)^ *(?P<cue>{_DAY}) *\n+ *{_NAME} *$")
_HOUSE = sparing(
    r"(?:\A[湯山海森里花月星虹空川木雪]|[ぁ-んァ-ヺー一-龠]{2})の[里宿湯家森丘郷杜庭](?: |\Z)"
    r"|^(?:ホテル|旅館|民宿|料亭|割烹)[^ ]{2,8}\Z|倶楽部\Z"
)
THANKED = lazy(
    r"(?:いつも|平素(?:は|より)|日頃(?:は|より)|日ごろ(?:は|より))、?(?P<name>[^。、「」『』\n]{3,24})(?P<cue>をご利用)(?=いただ|頂|くださ|下さ)"
)
"""What a notice thanks its readers for using, without brackets."""
_INN = WORDS.lazy(r"{inns_and_trades}\Z")
_KIND = lazy(r"(?:[閣荘館亭苑庵楼屋堂軒舎園会院社塾校店団]|クラブ)\Z")
"""How houses that bear no legal form are called."""
_HEAD = lazy("代表|理事長|.長|支配人|女将|店主")
"""Who heads a firm or a house signs below its name."""
_WORDS = WORDS.lazy(r"{unsigned_ends}\Z|問い?合わ?せ|お知らせ|について|[をはがに](?=[一-龠])")
"""What such a line says when it bears no name."""


def find_signatures(document: Document) -> Iterator[Mention]:
    """Find who signs: a proper name or a house's, alone in its line, as letters in Japanese are signed."""
    for pattern in (_SIGNED, _DATED):
        for match in pattern.finditer(document.folded):
            town = pattern is _DATED and may_be_town(match["name"])
            if town or is_signature(match["name"], bool(_HEAD.match(match["cue"]))):
                yield name_mention("ORG", "org.signed", *match.span("name"), match["cue"])


def find_thanked(document: Document) -> Iterator[Mention]:
    """Find the houses that thank their guests: 平素より山吹旅館をご利用いただき; not 当館 or 市立図書館."""
    for match in THANKED.finditer(document.folded):
        kind = endings().plain.fullmatch(name := match["name"])
        named = name not in name_patterns().common and not name_cues().no_title.search(name)
        sort = kind and endings().sort.fullmatch(kind[1])
        if named and is_house(name) and not sort and ("の" not in name or _HOUSE.search(name)):
            yield name_mention("ORG", "org.thanked", *match.span("name"), match["cue"])


def is_house(name: str) -> bool:
    """Tell whether a name is a hotel's, an inn's, a clinic's or the like by its form: ホテル月代, 星の宿."""
    return bool(_HOUSE.search(name) or _INN.search(name) or endings().plain.fullmatch(name))


def is_signature(name: str, headed: bool) -> bool:
    """Tell whether a line of its own names who signs; below it stands who heads the firm or the house."""
    if _WORDS.search(name) or name in name_patterns().common or name_cues().no_title.search(name):
        return False
    kind = _KIND.search(name) and (is_proper(name) or is_odd(name) or is_odd(name.rpartition(" ")[2]))
    told = kind or _HOUSE.search(name) or (headed and (_KIND.search(name) or is_proper(name)))
    return bool(told or (RUN.fullmatch(name) and is_bare_name(name)))


def is_bare_name(name: str) -> bool:
    """Tell whether a word that stands apart is an organisation's by itself: proper, no place, no person."""
    cues = name_cues()
    common = cues.no_names.search(name) or cues.no_bare.search(name) or name in name_patterns().common
    return is_proper(name) and not (common or is_place(name) or is_full_name(name) or is_family(name))
