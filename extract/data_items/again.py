"""Items that a text names again after it told of them as affected."""

from collections.abc import Iterator

from extract.data_items.item import Item
from extract.data_items.item_words import WORDS
from extract.document import Document, Stretch
from extract.lazy_pattern import lazy

_EXAMS = frozenset(("試験問題", "入試問題", "検定問題"))
_QUESTIONS = WORDS.lazy(
    r"(?<!試験)(?<!入試)(?<!検定)問題(?=、?[をが]?(?:[^。、\n]{0,6})?{questions_out})"
    r"|(?<=した)問題(?=[をでが])"
)
_PICTURES = frozenset(("写真", "顔写真", "画像", "動画", "映像"))
_PICTURED = lazy(r"入り|(?:[0-9]+枚)?(?:[がはもを](?!含まれる)|では|の(?!館|展))")
"""What follows pictures that a text names again, which are then those told: 一部の写真では名札が読める."""
_TAKEN_UP = lazy("に(?:は|つ(?:いて|きまして)は)")
"""What takes an item up again as what is spoken of: 既往症については、6名が書いていた."""
_AGAIN = lazy(r"[がをは]|への|の[流漏]|漏")
_MISUSED = lazy(
    r"(?:など|等)?(?:[がは]|の組み?合わ?せは|を(?:用い|使っ)た)、?(?!含)[^。]{0,30}(?:悪用|なりすまし|詐欺)[^。]{0,8}(?:され(?!たと(?:い|の|す)|た(?:事|報|形|例|疑))|利用|使わ|も|の)"
)
"""What tells of the danger that comes of what leaked: 旅券の写しはなりすましに悪用される."""


def exam_questions(document: Document, known: set[str]) -> Iterator[Stretch]:
    """Find 問題 where it is told as leaked: in a text on a leaked examination it is short for 試験問題."""
    if known & _EXAMS:
        yield from (match.span() for match in _QUESTIONS.finditer(document.folded))


def is_again(folded: str, items: list[Item], known: set[str]) -> bool:
    """Tell whether items that the text told as affected are the same things here.

    Papers of an examination are wherever something is done with them, others where their misuse is feared;
    elsewhere they are named in advice.

    Args:
        folded: the folded text.
        items: the items of a list that no word nearby tells as affected.
        known: the items that the text tells as affected.
    """
    words = {folded[item.start : item.end] for item in items}
    if not words <= known:
        return False
    last = items[-1].end
    if words <= _PICTURES:
        return bool(_PICTURED.match(folded, last))
    if _TAKEN_UP.match(folded, last):
        return True
    return bool((words <= _EXAMS and _AGAIN.match(folded, last)) or _MISUSED.match(folded, last))
