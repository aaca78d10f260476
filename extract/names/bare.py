"""Foreign and coined names that nothing around tells, where they have or do something."""

from collections.abc import Iterator

from extract.causes import causes_in
from extract.document import Document
from extract.lazy_pattern import lazy
from extract.lexicon import lexicon
from extract.mention import Mention
from extract.names.cues import is_stock, name_cues
from extract.names.firm_shapes import TRADE_OF
from extract.names.institutions import name_runs
from extract.names.mention import name_mention
from extract.names.stretches import (
    is_coined,
    is_full_name,
    is_place,
    is_proper,
    name_patterns,
    without_head,
    without_tail,
)

_NAME = lazy(
    r"[ァ-ヺー]{3,14}[一-龠]{1,4}|[一-龠]{1,4}[ァ-ヺー]{3,14}(?:[一-龠]{2})?"
    r"|(?<![A-Za-z] )[A-Z][A-Za-z]{4,20}"
)
"""Letters of two kinds, or Latin ones: a word of katakana alone is mostly a thing."""
_TWO = lazy("(?=.{7})[ァ-ヺー]{2,}・[ァ-ヺー]{3,}[一-龠]{0,3}")
"""Two words that a point joins: ホシゾラ・モビリティ."""
_ACTS = frozenset("のがは")
_STANDS = frozenset(("", *"のがはでにと、\n」"))


def find_bare_names(document: Document) -> Iterator[Mention]:
    """Find proper names of such letters before の, が or は: most are firms where no rule tells otherwise."""
    folded, cues = document.folded, name_cues()
    for start, end in document.once(name_runs):
        joined = folded.find("・", start, end) > 0 and folded[end : end + 1] in _STANDS
        two = joined and _TWO.fullmatch(folded, start, end)
        if not two and (folded[end : end + 1] not in _ACTS or not _NAME.fullmatch(folded, start, end)):
            continue
        name = folded[start:end]
        if TRADE_OF.match(folded, end):
            continue
        if name != without_head(without_tail(name)) or name in name_patterns().common:
            continue
        if (
            (not two and cues.no_bare.search(name))
            or cues.no_names.search(name)
            or cues.person_title.match(folded, end)
        ):
            continue
        plain = is_place(name) or is_full_name(name) or causes_in(name)
        named = is_proper(name) or (two and is_coined(name) and not is_stock(name))
        if not plain and named and name not in lexicon("services"):
            yield name_mention("ORG", "org.bare", start, end, "・" if two else folded[end])
