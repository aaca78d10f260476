"""Towns with hiragana in their names, where they act: さくら市は発表した, みどり沢町の職員."""

from collections.abc import Iterator

from extract.document import Document
from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.names.areas import headline
from extract.names.cues import name_cues
from extract.names.kana_stems import kana_stem
from extract.names.mention import name_mention
from extract.names.stretches import is_place
from extract.names.words import WORDS
from extract.nearby import Nearby

_TOWN = Nearby("(?<=[ぁ-ん])[一-龠ァ-ヺ]{0,2}[市町村区県]", reach=4)
_JOINED = lazy(r"(?<![一-龠ァ-ヺーぁ-ん])[一-龠ァ-ヺ]{1,3}[のがケヶつ]\Z")
"""Before the rest of a town's name: 紀の of 紀の川市; only where the dictionary has the whole as a place."""
_OWNED = lazy(r"(?<=[都府県])(?![内下外全各両同他府県])[一-龠ァ-ヺ]{1,2}[のがケヶつ]\Z")
"""The same right behind a prefecture, which leaves no doubt."""
_PART = lazy(
    "[内外下部岸側陸間方域営立全各両同他小大某近当][一-龠ァ-ヺ]{0,2}[のがケヶつ]|.*の(?:[全各両同他某近隣当小]|[市町村区県])"
)
"""Between a prefecture and 市 these tell of some town in it: 県内の各市."""
_ON_A_DAY = lazy(r"は(?:\d{1,2}月)?\d{1,2}日[、に]")
_SOME = WORDS.lazy(r"{some_towns}の|.*の(?:政令|中核|指定|特例|地方|小都)")
"""A town by what it is rather than by name: 県内の政令市は12日."""
_PREFECTURE = lazy(r"[一-龠]{2,3}[都道府県]\Z")
_KNOWN = WORDS.lazy(r"{kana_towns}\Z")
_REACH = 8


def find_towns(document: Document) -> Iterator[Mention]:
    """Find a town with hiragana in its name before what only an organisation does or has.

    Many towns chose hiragana in the mergers of 1999 to 2010 (総務省, 平成の合併); a run of kanji lacks them.
    """
    folded = document.folded
    for match in _TOWN.finditer(document):
        start = _begin(folded, *match.span())
        acts = name_cues().area_acts.match(folded, match.end())
        acts = acts or (None if start is None else headline(folded, start, match.end()))
        if acts and start is not None:
            owner = _PREFECTURE.search(folded, max(0, start - _REACH), start)
            yield name_mention("ORG", "org.area", owner.start() if owner else start, match.end(), acts[0])


def _begin(folded: str, start: int, end: int) -> int | None:
    """Return where the name begins whose kanji at `start` follow hiragana, none where it is grammar."""
    if known := _KNOWN.search(folded, max(0, start - _REACH), end):
        return known.start()
    kana = kana_stem(folded, start)
    if kana is not None:
        return kana
    owned = _OWNED.search(folded, max(0, start - _REACH), start)
    if owned and not _PART.match(folded, owned.start(), end):
        return owned.start()
    joined = _JOINED.search(folded, max(0, start - _REACH), start)
    if not joined:
        return None
    named = is_place(folded[joined.start() : end]) or (
        _ON_A_DAY.match(folded, end) and not _SOME.match(folded, joined.start())
    )
    return joined.start() if named else None
