"""Organisations named in quotation brackets, told by the words before and behind."""

import re
from collections.abc import Iterator

from extract.document import Document
from extract.mention import Mention
from extract.names import name_patterns

_KINDS = "会社|企業|大手|団体|メーカー|業者|事業者|施設|病院|旅館|ホテル|大学|学校|塾|スクール|機関|法人|協会|組合|ベンダー|代理店|チェーン|グループ|集団|ギルド|ハッカー|銀行|証券|新聞|メディア|財団"
_QUOTED = re.compile(
    rf"(?P<kind>{_KINDS})(?:の1つ|の一つ)?(?:である|の|・|、)?[「『](?P<name>[^「」『』\n、。]{{2,28}})[」』]"
    r"|[「『](?P<claim>[^「」『』\n、。]{2,28})[」』](?P<act>を名乗る|と名乗る|が犯行声明|による犯行|の犯行|を自称)"
    r"|[「『](?P<firm>[^「」『』\n、。]{2,28})[」』](?P<trade>\((?:東京|大阪|本社|[一-龠]{1,3}[都道府県市区])|は[^。\n]{0,30}(?:不正アクセス|サイバー攻撃|流出)[^。\n]{0,20}(?:公表|発表))"
)


def find_quoted_names(document: Document) -> Iterator[Mention]:
    """Find 「X」 after a word for a firm, a school or a gang, or before を名乗る and the like."""
    for match in _QUOTED.finditer(document.folded):
        group = next(name for name in ("name", "claim", "firm") if match[name])
        if match[group] not in name_patterns().generic:
            why = match["kind"] or match["act"] or match["trade"]
            yield Mention(*match.span(group), "ORG", "org.quoted", 0.85, (why,))
