"""Kinds of personal and secret data, where a text lists what was or was not affected."""

import re
from collections.abc import Iterator

from extract.data_items.again import exam_questions, is_again
from extract.data_items.general import is_general
from extract.data_items.item import Item
from extract.data_items.item_words import WORDS
from extract.data_items.lists import data_lists
from extract.data_items.theft import is_obtained
from extract.data_items.vague import is_vague
from extract.data_items.words import Patterns, data_patterns
from extract.document import Document
from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.rule_table import rule_table

_QUALIFIES = WORDS.lazy(r"(?!{no_qualified})[一-龠々ァ-ヶーA-Za-z]|{stands_in}")
"""Behind a single item, a noun that it only qualifies, or what stands in it: 有効期限切れ."""

_MEASURES = lazy("今後の対策|再発防止|お願い|今後の対応")
"""Headings under which one item alone is a matter of measures."""
_QUESTION = lazy(r"\s*(?:Q|問)\d{0,2}[.:、 ]")
_AS_HOLDER = lazy(r"(?:約?[\d,]+[通枚部冊件])?[をがには]|で(?:、|す)|の(?!写し|コピー|控え|内容)")
_REACH = 120
"""How far before a list, in code points, the words may stand that introduce it."""
_RULES = ("data.single", "data.pair", "data.list")
"""Of one item, of two side by side, and of more."""
_PLAIN_LIST = 2
"""So many items side by side are a list of what was affected even where no word says so."""
_LONG_LIST = 5
"""So many items are listed as affected whatever follows the last: 収入額(番号を提出した者に限る)."""
_LEAKED = lazy(r"(?:流出|漏えい|漏洩|紛失|誤送信)(?:した|された|しました)(?:[^。、\n]{0,6}の)?\Z")
_LEAKED_BEHIND = WORDS.lazy(
    r"(?:など|等)?(?:[がはもを]|まで)[^。、\n]{0,10}?"
    r"(?:{clear_fates}(?:た|てい[たる])|開かな|見える状態|使えなくな)(?!場合|と[きこし]|際|ら|可能性)"
)
"""What tells of an item's fate even where the rest of the sentence asks for something."""
_TOPIC = WORDS.lazy(r"{leaked}[^。]{0,24}のは[^。]{0,40}\Z")
_TOLD_BEFORE = lazy(
    "流出|漏え|漏洩|漏れ|紛失|盗|閲覧|誤って|誤送|公開|見え|持ち出|不正アクセス|可能性|おそれ|恐れ"
)
_ENDS = lazy("(?:など|等)?(?:[。、]|や|で、|です|だ(?!け)|である|でした|と(?:みられ|い[うい]))")
"""Around an item that its sentence names as what leaked: 流出したのは捜査資料など。"""
_LEADING = lazy(r"\s*[・●○■*\-※①-⑳\d.()]*\s*(?:[^。、\n]{0,20}の)?")
_TRAILING = lazy(r"\s*(?:\([^()]*\))?\s*(?:[約計]?[\d,]+[件名人]分?)?\s*(?:\([^()]*\))?\s*")
"""What may stand beside a single item that has its line for itself: 31名分の and 115件 too."""
_LEVELS = 3
_LEAD = 12
"""How far into its line or sentence, in code points, a list may begin that other lines introduce."""


def find_data_items(document: Document) -> Iterator[Mention]:
    """Find items that the text lists as affected, or as spared (guidelines.md, DATA).

    Items that only joints such as 、 や and line ends part form one list; a list counts as a whole, by what
    its sentence and the words before it say. Other members of such a list are items too, whatever they are
    called; and what is affected at one place is the same thing elsewhere.
    """
    folded, patterns = document.folded, data_patterns()
    pairs = [(items, _why(document, items, patterns)) for items in data_lists(document, patterns)]
    known = {folded[item.start : item.end] for items, why in pairs if why for item in items}
    for start, end in exam_questions(document, known):
        yield _mention(document, start, end, "data.short", ())
    is_itemised = any(why and len(items) > 1 for items, why in pairs)
    for items, why in pairs:
        if is_itemised and _is_holder(folded, items, patterns):
            continue
        if why:
            yield from _listed(document, items, why)
        elif is_again(folded, items, known):
            yield from (_mention(document, item.start, item.end, "data.repeated", ()) for item in items)


def _why(document: Document, items: list[Item], patterns: Patterns) -> str | None:
    """Return what tells of a list as affected, none for one that is set aside."""
    if is_vague(document.folded, items):
        return None
    stolen = is_obtained(document, items, patterns)
    if _set_aside(document, items, patterns, stolen):
        return None
    return _told_as_affected(document, items, patterns, stolen)


def _is_holder(folded: str, items: list[Item], patterns: Patterns) -> bool:
    """Tell whether an item for itself is the paper or file that held the data listed elsewhere."""
    start, end = items[0].start, items[-1].end
    return len(items) == 1 and bool(
        patterns.holders.search(folded[start:end]) and _AS_HOLDER.match(folded, end)
    )


def _listed(document: Document, items: list[Item], why: str) -> Iterator[Mention]:
    rule = _RULES[min(len(items), len(_RULES)) - 1]
    if why == document.text[items[0].start : items[-1].end]:
        rule = "data.bare"
    for item in items:
        named = "data.headed" if item.headed else rule
        yield _mention(document, item.start, item.end, named if item.known else "data.member", (why,))


def _mention(document: Document, start: int, end: int, rule: str, why: tuple[str, ...]) -> Mention:
    score = rule_table("data_rules")[rule].score
    return Mention(start, end, "DATA", rule, score, (document.text[start:end], *why))


def _set_aside(document: Document, items: list[Item], patterns: Patterns, stolen: str | None) -> bool:
    """Tell whether the sentence of a list gives advice or tells of measures; that of stolen items tells."""
    folded, last = document.folded, items[-1].end
    if stolen:
        return len(items) == 1 and _asked(document, items[0])
    if len(items) < _LONG_LIST and patterns.after.match(folded, last):
        return True
    if len(items) == 1 and (_QUALIFIES.match(folded, last) or _asked(document, items[0])):
        return True
    if _LEAKED_BEHIND.match(folded, last):
        return False
    sentence = _sentence(document, items)
    return bool(patterns.advice.search(folded, *sentence)) or is_general(folded, *sentence)


def _asked(document: Document, item: Item) -> bool:
    """Tell whether an item stands in a reader's question, as in Q4. カード番号を入力してしまいました."""
    return bool(_QUESTION.match(document.folded, *document.line_at(item.start)))


def _titled(document: Document, item: Item) -> "re.Match[str] | None":
    """Match what tells of an item in a heading or a point of a list: (2)流出したメールアドレス."""
    folded = document.folded
    told = _LEAKED.search(folded[max(0, item.start - _LEAD) : item.start])
    return None if told and "。" in folded[slice(*document.line_at(item.start))] else told


def _sentence(document: Document, items: list[Item]) -> tuple[int, int]:
    return document.sentence_at(items[0].start)[0], document.sentence_at(items[-1].end - 1)[1]


def _told_as_affected(
    document: Document, items: list[Item], patterns: Patterns, stolen: str | None
) -> str | None:
    """Return the word that tells of a list as affected; after a single item it must follow closely."""
    folded, (start, end) = document.folded, _sentence(document, items)
    if len(items) == 1:
        if _MEASURES.search(document.section_at(start).outline):
            return None
        cue = patterns.told.match(folded, items[0].end) or _named(folded, start, items[0])
    else:
        cue = patterns.affected.search(folded, start, end)
    if stolen and not cue:
        return stolen
    cue = cue or _titled(document, items[0])
    if (
        not cue
        and (len(items) > 1 or _fills_line(document, items[0]))
        and _begins_line(document, items[0], start)
    ):
        cue = patterns.introduced.search(folded, max(0, start - _REACH), start) or _heading(
            document, start, patterns
        )
    if cue:
        return cue[0]
    plain = [item for item in items if not item.weak]
    return document.text[items[0].start : items[-1].end] if len(plain) >= _PLAIN_LIST else None


def _named(folded: str, start: int, item: Item) -> "re.Match[str] | None":
    """Match the words of a sentence before an item that tell of a leak; of no weak one but as what leaked."""
    before = folded[start : item.start]
    topic = _TOPIC.search(before) if _ENDS.match(folded, item.end) else None
    return topic or (None if item.weak else _TOLD_BEFORE.search(before))


def _begins_line(document: Document, item: Item, start: int) -> bool:
    """Tell whether a list stands at the beginning of its sentence, or in a line that is no sentence."""
    return item.start - start <= _LEAD or "。" not in document.folded[slice(*document.line_at(item.start))]


def _heading(document: Document, offset: int, patterns: Patterns) -> "re.Match[str] | None":
    """Search the headings that stand above a list: its own and, for a subsection, those before."""
    section = document.section_at(offset)
    for _ in range(_LEVELS):
        cue = patterns.introduced.search(document.folded, section.start, section.body)
        if cue or not section.start:
            return cue
        section = document.section_at(section.start - 1)
    return None


def _fills_line(document: Document, item: Item) -> bool:
    """Tell whether nothing but marks and a bracketed remark stands beside an item in its line."""
    start, end = document.line_at(item.start)
    before, after = document.folded[start : item.start], document.folded[item.end : end]
    return bool(_LEADING.fullmatch(before) and _TRAILING.fullmatch(after))
