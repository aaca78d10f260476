"""Organisations in source credits and in headlines' brackets."""

import re
from collections.abc import Iterator

from extract.document import Document
from extract.mention import Mention
from extract.names import name_patterns

_CREDITS = (
    re.compile(r"』。?(?P<name>[^。、『』「」\n]{2,24})、(?=\d{4}年|平成|令和|昭和|\d{1,2}月)"),
    re.compile(
        r"(?:出典|引用元|参照元|参考|情報元|ソース|提供|取材|配信)\s*[::/]\s*(?P<name>[^。、『』「」()\n::/]{2,24})(?=\n|\Z|。|、|\(|「)"
    ),
    re.compile(
        r"(?m)^[^\n]{8,60}\((?P<name>[^()\n、。]{2,16}?(?:大学|新聞|通信|社|省|庁|市|県|病院|銀行|会社|協会|機構|センター))\)$"
    ),
    re.compile(
        r"\((?P<name>[^()\s、。]{2,14}(?:新聞|新報|日報|通信|タイムス|タイムズ|放送|テレビ|ニュース))(?=\)|[ 、]\d)"
    ),
)


def find_credits(document: Document) -> Iterator[Mention]:
    """Find who is given as a source, as after a quoted title and before a date, or in brackets behind a headline."""
    for pattern in _CREDITS:
        for match in pattern.finditer(document.folded):
            if match["name"].strip() not in name_patterns().generic and not match["name"].startswith("http"):
                start, end = match.span("name")
                yield Mention(start, end, "ORG", "org.credit", 0.85, (document.text[match.start() : start],))
