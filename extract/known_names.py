"""Well-known organisations, and the departments that follow any name."""

import re
from collections.abc import Iterable, Iterator

from extract.document import Document
from extract.institutions import endings
from extract.lexicon import lexicon
from extract.mention import Mention


def find_known_names(document: Document) -> Iterator[Mention]:
    """Find organisations that `data/organisations.toml` lists."""
    for start, end, rule in lexicon("organisations").find(document.folded):
        if _LONGER.match(document.folded, end - 1):
            continue
        yield Mention(start, end, "ORG", rule.id, rule.score, (document.text[start:end],))


def find_departments(document: Document) -> Iterator[Mention]:
    """Find departments and committees named on their own (guidelines.md, decisions: 医療安全管理部, 総務委員会)."""
    for match in endings().alone.finditer(document.folded):
        if match[0] not in endings().not_departments and not _vague(match[0]):
            yield Mention(*match.span(), "ORG", "org.department", 0.7, (match[0],))


def with_departments(document: Document, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield each mention with the department that directly follows its name (guidelines.md: 常陽銀行取手支店)."""
    for mention in mentions:
        end = mention.end + bool(_FIRM.match(document.folded, mention.end - 1))
        while match := endings().department.match(document.folded, end):
            if match[0] in endings().not_departments or _vague(match[0]):
                break
            end = match.end()
        yield Mention(mention.start, end, "ORG", mention.rule, mention.score, mention.why)


def _vague(department: str) -> bool:
    """Tell whether the last letters make the whole no department: 流出の一部, 職員の大部, 被害本部."""
    return any(department.endswith(word) and len(word) > 1 for word in _NO_ENDINGS)


_FIRM = re.compile("[ァ-ヺーA-Za-z]社(?![員内外会長屋史名])")
"""A name in katakana or Latin letters takes 社 as a part of it: マクドナルド社."""
_LONGER = re.compile("[ァ-ヺー]{2}")
"""A katakana name that goes on is another word: リコー of リコール."""
_NO_ENDINGS = (
    "内部",
    "外部",
    "一部",
    "全部",
    "細部",
    "幹部",
    "上層部",
    "薬局",
    "結局",
    "当局",
    "放課",
    "対策本部",
    "第三者委員会",
    "調査委員会",
    "検討委員会",
    "データセンター",
    "コールセンター",
    "子会社",
    "教室",
    "浴室",
    "病室",
    "個室",
    "温室",
    "密室",
    "待合室",
    "会議室",
    "研究室",
    "客室",
)
