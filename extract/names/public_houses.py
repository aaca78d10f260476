"""Schools, parks and museums of a town whose names hold hiragana: 星川県立ほしぞら公園, 区立すみれ保育園."""

from collections.abc import Iterator

from extract.document import Document
from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.names.kana_reach import name_reach
from extract.names.mention import name_mention
from extract.names.stretches import is_noun, name_patterns
from extract.names.words import WORDS
from extract.nearby import Nearby

_OWNED = Nearby(
    WORDS.lazy(
        r"(?:{kana_towns}|(?![同本当各全他某両])(?<![一-龠])[一-龠ヶ]{1,6}[都道府県市区町村]|(?<![一-龠])[都道府県市区町村])立"
        r"(?=[一-龠ァ-ヺー]{0,8}[ぁ-ん])"
    ),
    reach=18,
)
_JOINED = lazy("[一-龠ぁ-んァ-ヺー]{2,8}の(?:[丘森里郷家杜]|[一-龠]{0,4}(?:博物館|美術館|資料館))")
"""A name that の joins, though a particle may end one: 風土記の丘."""
_KANA_FIRST = lazy(
    "(?![のをにではがやへもな]|と[一-龠]|およ|または|ある|かつ|から|より|まで|だけ)[ぁ-ん]{2,6}[一-龠ァ-ヺー]{2,12}"
)
"""Right behind 立 no verb stands, though the dictionary may read one."""
_NAME = lazy("(?=.*[ぁ-ん])[一-龠ぁ-んァ-ヺー・]{3,20}(?<=[一-龠ァ-ヺー])")
_KANA = lazy("[ぁ-ん]{2,}")
_SHORTEST, _LONGEST = 3, 24


def find_public_houses(document: Document) -> Iterator[Mention]:
    """Find what a town or a prefecture has set up, by its 立 and up to the particle behind the name."""
    folded = document.folded
    for owner in _OWNED.finditer(document):
        rest, _, _ = folded[owner.end() : owner.end() + _LONGEST].partition("\n")
        sure = _JOINED.match(rest) or _KANA_FIRST.match(rest)
        end = sure.end() if sure else name_reach(rest)
        if sure or (end >= _SHORTEST and _is_name(rest[:end])):
            yield name_mention("ORG", "org.institution", owner.start(), owner.end() + end, owner[0][-1])


def _is_name(rest: str) -> bool:
    """Tell whether what follows 立 is a name with hiragana in it, not 市立学校をはじめ."""
    if not _NAME.fullmatch(rest) or rest in name_patterns().common:
        return False
    words = _KANA.findall(rest)
    return bool(words) and all(map(is_noun, words))
