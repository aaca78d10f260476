"""The town that speaks of itself, where no span names it: 本市 in what the mayor of 大森市 says."""

from collections import Counter

from extract.lazy_pattern import lazy
from extract.names.institutions import may_be_town
from extract.record.filling import Filling
from extract.record.reading import Reading
from extract.record.rulebook import pattern

_BOOK = "victim"
_SCORE = 0.65
_NAME = lazy(
    r"(?:(?<![一-龠々ヶァ-ヺ])|(?<=\d[回日]))(?!(?<=\d)[回日年月])(?P<name>(?:[一-龠]{2,3}[都道府県])?[一-龠ヶァ-ヺ]{1,6}?[市町村区県])"
    r"(?![一-龠]{0,3}[市町村区]|場|販|販売|街)"
)
"""A town, or a region; a street's or a market's name goes on otherwise."""


def fill_town(reading: Reading) -> tuple[Filling, ...]:
    """Return the town of the kind that the text calls its own (本市, 市は), of several the most often named.

    A place alone is no organisation (guidelines.md), so no span need name it.
    """
    folded = reading.folded[: reading.end]
    own = pattern(_BOOK, "own_town").search(folded)
    if own is None:
        return ()
    kind = own[0].strip("本当の、。\n 「")[:1]
    names = (match["name"] for match in _NAME.finditer(folded))
    told = Counter(name for name in names if name[-1] == kind and may_be_town(name))
    return tuple(
        Filling(name, "victim.town", _SCORE, (), (own[0].strip(),)) for name, _ in told.most_common(1)
    )
