"""Organisations in source credits and in headlines' brackets."""

from collections.abc import Iterator

from extract.document import Document
from extract.mention import Mention
from extract.names.mention import name_mention
from extract.names.stretches import name_patterns
from extract.names.words import WORDS
from extract.nearby import Nearby, Throughout

_PAPER = "{papers}"
_OUTLET = "(?:{papers}|{outlets})"
_NO_OUTLET = "(?!{no_outlets})"
_REACH = 100
"""Code points that such a credit fills at most, with its line up to it."""
_LINE, _LINE_END = r"(?:\A|(?<=\n))", r"(?=\n|\Z)"
_CREDITS = (
    Throughout(  # a bar before the outlet and the day
        WORDS.lazy(
            rf"[|│] ?{_NO_OUTLET}(?P<name>[^|│\s。、()「」『』][^|│\n。、()「」『』]{{0,22}}{_OUTLET}) "
            r"(?=\(?(?:19|20)\d\d[-/.年])"
        )
    ),
    Throughout(  # the title of a page
        WORDS.lazy(
            rf"(?m)^[^\n]{{8,80}}?(?: [-–—|] |[|│]){_NO_OUTLET}"
            rf"(?P<name>[^\s|│。、()「」-][^|│\n。、()「」]{{0,22}}{_OUTLET})$"
        )
    ),
    Throughout(  # the desk below the day of a page
        r"(?:公開|更新|掲載|配信)\s*\[(?:[^\[\]\n,、]{2,12}[,、] ?)?"
        r"(?P<name>[^\[\]\n,、\d][^\[\]\n,、]{1,19})\]"
    ),
    Throughout(
        r"』。?[-–—―]{0,2}(?![とはがにをでのも])(?P<name>[^。、『』「」\n–—―-][^。、『』「」\n]{1,23})、"
        r"(?=\d{4}年|平成|令和|昭和|\d{1,2}月)"
    ),
    Throughout(
        WORDS.lazy(
            r"{sources}\s*[:/]\s*"
            r"(?P<name>[^。、『』「」()\n:/]{2,24}?)(?=[\n。、(「]|\Z| ?[-–—] ?http)"
        )
    ),
    Throughout(  # a headline
        r"(?m)^[^\n]{7,59}[^\n会所校院社園館局署庁銀]\((?P<name>(?!\d)[^()\n、。]{2,16}?"
        r"(?:大学|新聞|通信|[社省庁市県]|病院|銀行|協会|機構|センター))\)$"
    ),
    Nearby(
        WORDS.lazy(
            rf"\((?P<name>[^()\s、。=]{{2,14}}{_PAPER}(?:編集部)?)"
            r"(?=\)|[ 、]\d|電子版|[朝夕]刊| - \d|=|の?記者)"
        ),
        _REACH,
    ),
    Throughout(r"[(《](?P<name>[^()《》\n、。=]{2,24}編集部)(?=[)》]| - )"),
    Nearby(
        WORDS.lazy(
            rf"{_LINE}(?:[^\n]{{0,40}}\d{{1,2}}:\d\d(?: ?配信)?[ \n])"
            rf"(?P<name>[^()\s、。=]{{2,14}}{_PAPER}){_LINE_END}"
        ),
        _REACH,
    ),
    Throughout(WORDS.lazy(rf"(?:ソース|出典|情報源)は、?(?P<name>[^()\s、。=「」『』はが]{{2,14}}{_PAPER})")),
    Throughout(
        r"(?:©|\([Cc]\)|Copyright)(?: ?(?:©|\([Cc]\)|20\d\d(?:-20\d\d)?))* ?(?P<name>[^()\n。,0-9©]{2,30}?)"
        r"(?=[ ,.]*(?:All [Rr]ights|20\d\d|\n|\Z))"
    ),
    Nearby(
        WORDS.lazy(rf"{_LINE}[ 【]*(?P<name>[^()\s、。=【]{{2,14}}{_PAPER}) +(?:20\d\d年|令和|平成)"), _REACH
    ),
    Throughout(r"\((?P<name>共同|時事|ロイター|AFP時事|AP)\)"),
    Throughout(
        WORDS.lazy(rf"(?m)=\s?(?P<name>[^()\s、。=]{{2,14}}(?:{_PAPER}|ニュース))(?=$|編集長|記者|電子版)")
    ),
)


def find_credits(document: Document) -> Iterator[Mention]:
    """Find who is given as a source: between a quoted title and a date, or in brackets at a line's end."""
    for pattern in _CREDITS:
        for match in pattern.finditer(document):
            if match["name"].strip() not in name_patterns().generic and not match["name"].startswith("http"):
                start, end = match.span("name")
                yield name_mention("ORG", "org.credit", start, end, document.text[match.start() : start])
