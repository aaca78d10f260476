"""The town that speaks of itself, where no span names it: 本市 in what the mayor of 大森市 says."""

from extract.lazy_pattern import lazy
from extract.names.areas import may_be_town
from extract.record.filling import Filling
from extract.record.reading import Reading
from extract.record.rulebook import pattern

_BOOK = "victim"
_SCORE = 0.65
_KINDS = "市町村区県"
_NAME = lazy(
    r"(?:(?<![一-龠々ヶァ-ヺ])|(?<=\d[回日]))(?!(?<=\d)[回日年月])(?P<name>(?:[一-龠]{2,3}[都道府県])?[一-龠ヶァ-ヺ]{1,6}?[市町村区県])"
    r"(?![一-龠]{0,3}[市町村区]|[場販街分域間画]|民[生課部協活病会])"
)
"""A town, or a region; a street's or a market's name goes on otherwise."""


def fill_town(reading: Reading, role: str) -> tuple[Filling, ...]:
    """Return the town of the kind that the text speaks of without its name, of several the first.

    A place alone is no organisation (guidelines.md), so no span need name it. What stands before 長 may be
    the mayor's name: such a town is taken where there is no other.

    Args:
        reading: the text.
        role: `own_town`, which speaks of itself (本市), `told_town`, of which others tell (市は), or
            `minutes_town`, in whose council somebody speaks, of whatever kind it is.
    """
    folded = reading.folded[: reading.end]
    told = pattern(_BOOK, role).search(folded)
    if told is None:
        return ()
    kind = told[0].strip("本当の、。\n 「")[:1]
    kinds = kind if kind in _KINDS else _KINDS
    named = [match for match in _NAME.finditer(folded) if match["name"][-1] in kinds]
    towns = [match for match in named if may_be_town(match["name"])]
    towns.sort(key=lambda match: folded.startswith("長", match.end()))
    return tuple(Filling(town["name"], "victim.town", _SCORE, (), (told[0].strip(),)) for town in towns[:1])
