"""Towns and regions that act as organisations: 青葉市は発表した; headlines that a town opens or closes."""

import re
from collections.abc import Iterator

from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.names.cues import name_cues
from extract.names.institution_words import endings
from extract.names.mention import name_mention
from extract.names.stretches import is_proper
from extract.names.words import WORDS

AREA_LETTERS = frozenset("都道府県市区町村")
"""With what the names of areas end."""
_TOWN = WORDS.lazy(r"(?!{no_towns})[一-龠ヶァ-ヺー]{2,5}(?<!選挙|自治|行政|特別|居住|工業)[市町村区]")
_ON_A_DAY = lazy(r"は(?:\d{1,2}月)?\d{1,2}日[、に]")
_ASKED = frozenset("立にへかよと及おを発主宛側職役議当")
"""With what the words behind a town begin that tell or ask it something."""
_BODIES = frozenset(("議会", "役所", "教委"))
"""What a town's name goes on with."""
_RULES = frozenset("例則程綱")
"""With what the words end that name a town's own rules: 条例, 規程."""
_OPENS = ("", "\n")
_HEADLINE = WORDS.lazy(r"[、 ][^。\n]{2,50}{town_mishaps}[^。\n]{0,30}(?:\n|\Z)")
"""What follows a town in a headline: 北斗市、メールの誤送信で…."""
_BARS = frozenset("│|")
_HEADLINE_END = lazy(r"\n|\Z")
"""Behind a town that closes a headline: メールの誤送信│北斗市."""


def acting_area(folded: str, start: int, run: str) -> Iterator[Mention]:
    """Yield the town or region that a run of letters begins with, where it acts; a place alone is none.

    Args:
        folded: the text.
        start: where the run stands in it, in code points.
        run: what a name can be made of.
    """
    area = endings().area.match(run) if not AREA_LETTERS.isdisjoint(run) else None
    if not area:
        return
    end = start + area.end()
    acts = name_cues().area_acts.match(folded, end) or headline(folded, start, end)
    if acts and (is_proper(area[0]) or _is_town(folded, start, area[0], acts[0])):
        yield name_mention("ORG", "org.area", start, acts.end() if acts[0] in _BODIES else end, acts[0])


def headline(folded: str, start: int, end: int) -> "re.Match[str] | None":
    """Return what follows a town that opens a headline or stands behind a bar at its end."""
    if folded[start - 1 : start] in (*_OPENS, "】"):
        return _HEADLINE.match(folded, end)
    return _HEADLINE_END.match(folded, end) if folded[start - 1 : start] in _BARS else None


def _is_town(folded: str, start: int, area: str, acts: str) -> bool:
    """Tell whether an area that the dictionary lacks is a town: it opens a sentence, or is told or asked."""
    opens = folded[start - 1 : start] in (*_OPENS, "。") and folded[start + len(area)] in "はがの、"
    speaks = _ON_A_DAY.match(folded, start + len(area))
    return bool((opens or speaks or acts[0] in _ASKED or acts[-1] in _RULES) and _TOWN.fullmatch(area))


def may_be_town(name: str) -> bool:
    """Tell whether a name that ends as a town's or a region's may be one: 大森市, but not 各市 or 政令市."""
    told = _TOWN.fullmatch(name) and not name.endswith("区")
    return bool(told) or (bool(endings().area.fullmatch(name)) and is_proper(name))
