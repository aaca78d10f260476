"""Well-known organisations, and the departments that follow any name."""

from collections.abc import Iterable, Iterator

from extract.document import Document
from extract.lazy_pattern import lazy, sparing
from extract.letters import is_kanji
from extract.lexicon import lexicon
from extract.mention import Mention
from extract.names.institution_words import endings
from extract.names.mention import name_mention
from extract.names.stretches import name_patterns
from extract.names.words import WORDS
from extract.tokens import tagger

_DEPTH = 3
"""How many departments may follow one another: 市民部市民協働課."""
_FIRM = lazy("[ァ-ヺーA-Za-z]社(?![員内外会長屋史名])")
"""A name in katakana or Latin letters takes 社 as a part of it: ヴェルデラ社."""
_LABORATORY = "研究室"
"""Behind a name a part of it; alone it is any."""
_BODIES = frozenset("構社会連団")
_HOUSE = lazy(r" [一-龠々ぁ-んァ-ヺー]{2,14}?(?:病院|医療センター|診療所)(?![一-龠])")
"""The hospital of a body, behind a space: 国立病院機構 みなみ病院."""
_OFFICES = ("教育委員会", "教育委員会事務局", "市役所", "区役所", "役場", "県庁")
_SECTION = lazy(r" (?:[一-龠々ァ-ヺー]{2,10}部 ?)?[一-龠々ァ-ヺー]{2,12}課(?![一-龠ァ-ヺー])")
"""The section of a public office, behind a space: 青葉市教育委員会 学校教育課."""
_BELOW = lazy(r" [一-龠々ァ-ヺー]{2,12}課(?: ?[一-龠々]{2,8}係)?(?![一-龠ァ-ヺー])")
"""The section of a department, behind a space: 総務部 広報課 報道係."""
_NATION = WORDS.sparing("{nations}(?=連邦|司法|国防|国務|財務|公共)")
_FORMER = sparing("元(?=[一-龠]{2,}[課局部]\\Z)")
_TITLE = lazy("次?長|主幹|主任|主査|補佐|参事")
_CHIEF = lazy("名詞,固有名詞,(?:人名|地名)")
"""A family name may be read as a place's; before 課長 it is the chief's."""
_PERSONAL = sparing("(?:男性|女性|歴代)[総支]?[局課部室]\\Z")
"""Before 局長 and the like these say who it is: 男性総局長."""
_SHORT, _HEADS = 2, frozenset("元旧現前")
_LAW = ("法違反", "法に", "法の", "法第", "法(")
_LONGER = lazy("[ァ-ヺー]{2}")
"""A katakana name that goes on is another word: リコー of リコール."""


def find_known_names(document: Document) -> Iterator[Mention]:
    """Find organisations that `data/organisations.toml` lists."""
    for start, end, rule in lexicon("organisations").find(document):
        if _LONGER.match(document.folded, end - 1) or _is_cut(document.folded, start, end):
            continue
        yield Mention(start, end, "ORG", rule.id, rule.score, (document.text[start:end],))


def _is_cut(folded: str, start: int, end: int) -> bool:
    """Tell whether a hit is a piece of other words: 理研 of 倫理研修, 自衛隊 of 自衛隊法."""
    before = folded[start - 1 : start]
    short = end - start == _SHORT and is_kanji(folded[start]) and is_kanji(before) and before not in _HEADS
    return (short and is_kanji(folded[end : end + 1])) or folded.startswith(_LAW, end)


def find_departments(document: Document) -> Iterator[Mention]:
    """Find departments and committees named on their own (guidelines.md: 医療安全管理部, 総務委員会)."""
    found = (match for kind in endings().alone for match in kind.finditer(document))
    for match in found:
        head = _FORMER.match(match[0]) or _NATION.match(match[0]) or name_patterns().deictic.match(match[0])
        name = match[0][head.end() :] if head else match[0]
        if _TITLE.match(document.folded, match.end()):
            name = _without_chief(name)
        if name and _is_department(name) and name not in endings().not_alone:
            below = _BELOW.match(document.folded, match.end()) if name[-1] in "部局" else None
            end = below.end() if below else match.end()
            yield name_mention("ORG", "org.department", match.end() - len(name), end, name)


def _without_chief(name: str) -> str:
    """Return a department before a title without its bearer: 広報課 of 山岡広報課長, nothing of 西尾課長."""
    nodes = tuple(tagger()(name))
    chief = nodes[0].surface if _CHIEF.match(nodes[0].feature_raw) else ""
    told = (node for node in nodes if len(node.surface) > 1 and not _CHIEF.match(node.feature_raw))
    return name[len(chief) :] if next(told, None) else ""


def with_departments(document: Document, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield each mention with the department that directly follows its name: 星空銀行港南支店."""
    for mention in mentions:
        end = mention.end + bool(_FIRM.match(document.folded, mention.end - 1))
        house = _HOUSE.match(document.folded, end) if document.folded[end - 1] in _BODIES else None
        if document.folded.endswith(_OFFICES, mention.start, end):
            house = _SECTION.match(document.folded, end)
        end = house.end() if house else end
        for _ in range(_DEPTH):
            match = endings().department.match(document.folded, end)
            if not match or not (_is_department(match[0]) or match[0].endswith(_LABORATORY)):
                break
            end = match.end()
        yield Mention(mention.start, end, "ORG", mention.rule, mention.score, mention.why)


def _is_department(words: str) -> bool:
    kinds = endings()
    if _PERSONAL.match(words) or words.endswith(kinds.no_department_endings):
        return False
    return words not in kinds.not_departments
