"""Who sends a notice: the name that its last line is made of, or that its first line comes from."""

import re
from collections.abc import Iterator

from extract.document import Document
from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.names.cues import is_stock
from extract.names.institution_words import endings
from extract.names.mention import name_mention
from extract.names.phrases import is_phrase
from extract.names.signatures import is_signature
from extract.names.stretches import is_coined, is_family, is_full_name, is_place, name_patterns
from extract.names.words import WORDS

_DAY = r"(?:(?:20\d\d|(?:令和|平成) ?[\d元一二三四五六七八九十]{1,3})年? ?[^\n]{0,8}日)"
_NAME = (
    r"(?P<name>[^\s。、:「」『』【】<>\d■●・※〒◇◎=(#/|│-]"
    r"(?:[^\n。、:「」『』【】<>※〒@()=|│]|\([株有同医学福]\)){1,30}?)"
)
_TITLE = r"(?: *{sender_titles}[^\n]{0,16})?"
_LAST = WORDS.lazy(rf"\n *(?:{_DAY} +)?{_NAME}{_TITLE}(?:\([^()\n]{{2,24}}\))?(?: +{_DAY}付?)?\s*\Z")
"""The last line of a letter is its signature: a name, with the day or a title beside it."""
_REACH = 72
_FIRST = lazy(rf"\s*【?{_NAME}】? *(?P<cue>より(?=お|ご|の|大切|重要|\n| )|からの?(?=お|ご|大切|重要))")
"""A headline that says whom it is from: 北斗食品からのお知らせ."""
_PARTS = lazy("[^ ]+")
_KIND = WORDS.lazy(r"{sender_kinds}\Z")
"""With what kinds of senders end."""
_LATIN = lazy(r"[A-Z][A-Za-z0-9&'.★☆-]*(?: [A-Z0-9][A-Za-z0-9&'.★☆-]*){1,3}")
_NOTICE = WORDS.lazy("{notice_words}")
_LONG = 6
_PERSON = 5
_TOWNS = frozenset("市町村区県")


def find_senders(document: Document) -> Iterator[Mention]:
    """Find the name that signs a notice or that its headline comes from, parts set off by spaces too."""
    folded = document.folded
    end = len(folded.rstrip())
    last = folded.rfind("\n", 0, end)
    if last >= 0 and end - last <= _REACH and (signed := _LAST.match(folded, last)):
        yield from _named(signed, "\n")
    if first := _FIRST.match(folded):
        yield from _named(first, first["cue"])


def _named(match: "re.Match[str]", cue: str) -> Iterator[Mention]:
    name = match["name"].rstrip()
    if is_sender(name):
        start = match.start("name")
        yield name_mention("ORG", "org.sender", start, start + len(name), cue)


def is_sender(name: str) -> bool:
    """Tell whether a line is a name: it ends as an organisation's, bears a legal form or is coined.

    A town and its department are two, as everywhere.
    """
    parts = _PARTS.findall(name)
    if _NOTICE.search(name) or name in name_patterns().common:
        return False
    town = len(parts) > 1 and parts[0][-1] in _TOWNS
    if town or any(len(part) <= _PERSON and (is_full_name(part) or is_family(part)) for part in parts):
        return False
    if name_patterns().legal_form.search(name) or _LATIN.fullmatch(name):
        return True
    return not is_phrase(name, cases=True) and any(map(_is_named, parts))


def _is_named(part: str) -> bool:
    kinds = endings()
    if name_patterns().generic.intersection((part,)) or (is_place(part) and part[-1] not in _TOWNS):
        return False
    told = kinds.plain.fullmatch(part) or kinds.proper.fullmatch(part) or _KIND.search(part)
    coined = len(part) >= _LONG and is_coined(part) and not is_stock(part)
    return bool(told and len(part) > 2) or coined or is_signature(part, headed=False)
