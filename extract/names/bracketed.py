"""Firms named in brackets behind what they are: 運営会社(ゾルナリス)から, 名簿を売る業者(星野物産)へ."""

from collections.abc import Iterator

from extract.document import Document
from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.names.cues import name_cues
from extract.names.mention import name_mention
from extract.names.stretches import is_coined, is_full_name, is_place, is_proper, name_patterns
from extract.names.words import WORDS
from extract.nearby import Nearby

_BRACKETED = Nearby(
    WORDS.lazy(
        r"(?P<kind>{partners}|{bracketed_kinds})(?:の1社|の一つ)?"
        r"\((?P<name>[一-龠々ァ-ヺーA-Za-z0-9&・. ]{3,24})\)(?=[がはのにでをとへも]|から|より|など)"
    ),
    reach=48,
)
_KATAKANA = lazy("[ァ-ヺー・]{5,}")
_LONG = 6
_REMARK = WORDS.lazy(r"{remarks}|.*{remark_ends}\Z")
"""What brackets hold beside a name: how many, where, which."""


def find_bracketed_names(document: Document) -> Iterator[Mention]:
    """Find the name that brackets give of a firm told by its part: 委託先(星野データ)の担当者."""
    for match in _BRACKETED.finditer(document):
        name = match["name"]
        common = name in name_patterns().common or _REMARK.match(name)
        short = len(name) < _LONG and name_cues().no_bare.search(name)
        if common or short or is_place(name) or is_full_name(name):
            continue
        if is_proper(name) or is_coined(name) or _KATAKANA.fullmatch(name):
            yield name_mention("ORG", "org.bracketed", *match.span("name"), match["kind"])
