"""Firms named in brackets behind what they are: 運営会社(ゾルナリス)から, 名簿を売る業者(星野物産)へ."""

from collections.abc import Iterator

from extract.document import Document
from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.names.cues import name_cues
from extract.names.mention import name_mention
from extract.names.stretches import is_coined, is_full_name, is_place, is_proper, name_patterns
from extract.nearby import Nearby

_BRACKETED = Nearby(
    r"(?P<kind>会社|企業|業者|事業者|団体|委託先|取引先|提携先|転職先|勤務先|運営元|提供元|開発元|販売元|ベンダー|メーカー|大手)"
    r"(?:の1社|の一つ)?\((?P<name>[一-龠々ァ-ヺーA-Za-z0-9&・. ]{3,24})\)"
    r"(?=[がはのにでをとへも]|から|より|など)",
    reach=48,
)
_KATAKANA = lazy("[ァ-ヺー・]{5,}")
_LONG = 6
_REMARK = lazy(
    "(?:以下|本社|当時|通称|略称|仮称|代表|法人|個人|国内|海外|複数|全|各|同|当|再)"
    "|.*(?:[社件名人者先元等他]|含む|契約|時点|予定|長|氏|さん|議員|サイト|サービス|システム|アプリ|ショップ|ストア)\\Z"
)
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
