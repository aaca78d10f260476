"""Items that outsiders came by: stolen, or typed into their false pages."""

from extract.data_items.item import Item
from extract.data_items.words import Patterns
from extract.document import Document
from extract.lazy_pattern import lazy

_LEAD = 12
_FALSE = lazy(
    "偽|にせ|フィッシング|リンク先|不正な(?:画面|サイト|ページ)|装[いうっ]|かた[りる]|騙[りる]|疑わず"
)
"""What a sentence says of the page that asks for items."""
_TYPED = lazy(
    r"(?:など|等)?(?:を、?(?:入力(?!させ)|入れ(?:て|た|る|、)|打ち込)|の入力(?:を|が)求め)"
    r"(?!し?な|しないで|せず|させないで)[^。、\n]{0,16}"
)


def is_obtained(document: Document, items: list[Item], patterns: Patterns) -> str | None:
    """Return the words that tell of a list's theft: 手に入れたIDを使い, 偽の画面にパスワードを入力した."""
    folded, start = document.folded, items[0].start
    stolen = patterns.obtained.search(folded[max(0, start - _LEAD) : start])
    if stolen:
        return stolen[0]
    typed = _TYPED.match(folded, items[-1].end)
    told = typed and _FALSE.search(folded, document.sentence_at(start)[0], start)
    return told[0] if told else None
