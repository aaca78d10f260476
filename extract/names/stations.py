"""Police stations by the short form of newspapers: 神戸署, and what only the police does tells the rest."""

from collections.abc import Iterator

from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.names.mention import name_mention
from extract.names.stretches import is_proper, name_patterns, without_head
from extract.names.words import WORDS

_STATION = lazy("(?P<place>[一-龠ァ-ヺー]{2,6})(?<![部同各当本])署(?![名員長内外])")
_SHORT_STATION = WORDS.lazy(
    r"(?!.{0,3}警察署)[一-龠ヶノー]{0,5}(?:[一-龠](?<![同各本両当部局分支官公防税基])|[東西南北中]部)署(?={police_acts})"
)
"""What the dictionary lacks, told by what only the police does: 緑署, 千鳥ノ橋署."""


def short_stations(folded: str, start: int, run: str) -> Iterator[Mention]:
    """Yield the station that a run ends with, without words such as 同日 before it.

    Args:
        folded: the whole text.
        start: first code point of the run.
        run: letters that a name can be made of.
    """
    place = without_head(run) if run[-1] == "署" else ""
    if not place:
        return
    begin = start + len(run) - len(place)
    known = _STATION.fullmatch(place)
    told = place not in name_patterns().generic and _SHORT_STATION.match(folded, begin)
    if told or (known and is_proper(known["place"])):
        yield name_mention("ORG", "org.station", begin, start + len(run), "署")
