"""Line breaking of Japanese text in terminal cells, after the kinsoku rules of JIS X 4051.

A line takes as much as fits; what may not start a line takes the character before it along to the next one
(追い出し). Latin words and numbers stay whole where they can. One space may hang into the margin's cell.
"""

from bisect import bisect_right
from functools import cache
from itertools import accumulate

from tui.text.characters import characters

LONGEST_WORD = 40
"""Code points; how far back a break is sought. Longer runs without one are cut where the line ends."""


def line_end(text: str, advance: bytes | bytearray, start: int, end: int, width: int) -> int:
    """Return where the line that begins at `start` ends: the start of the next one, or `end`.

    Args:
        text: the whole text.
        advance: cells a code point of the text, 0 inside clusters.
        start: the line's first code point.
        end: the end of its paragraph, without the newline.
        width: cells a line, at least 2; a single cluster that is wider has a line of its own.
    """
    if start >= end:
        return end
    fit = start + _fitting(advance, start, end, width)
    if fit >= end:
        return end
    if text[fit] == " " and text[fit - 1] != " " and (fit + 1 == end or advance[fit + 1]):
        fit += 1
        if fit == end:
            return end
    return _last_break(text, advance, start, fit)


def _fitting(advance: bytes | bytearray, start: int, end: int, width: int) -> int:
    """Return how many code points fit, at least one cluster, never part of one."""
    reach = width + 1
    while True:
        sums = list(accumulate(advance[start : min(end, start + reach)]))
        fit = bisect_right(sums, max(width, sums[0]))
        if fit < len(sums) or start + fit >= end:
            return fit
        reach *= 4


def _last_break(text: str, advance: bytes | bytearray, start: int, fit: int) -> int:
    """Return the last place up to `fit` where a line may end, else `fit`."""
    place = fit
    while place > start and fit - place < LONGEST_WORD:
        before = place - 1
        while before > start and not advance[before]:
            before -= 1
        if not _bound(text[before], text[place]):
            return place
        place = before
    return fit


def _bound(before: str, after: str) -> bool:
    """Whether no line may end between two characters."""
    no_start, no_end, inseparable = _rules()
    if after in no_start or before in no_end:
        return True
    if before == after and after in inseparable:
        return True
    return (_in_word(before) and _in_word(after)) or (_in_number(before) and _in_number(after))


def _in_word(letter: str) -> bool:
    return "!" <= letter <= "~" or "\u00c0" <= letter <= "\u024f"


def _in_number(letter: str) -> bool:
    return "０" <= letter <= "９" or letter in "，．"


@cache
def _rules() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    rules = characters().kinsoku
    return frozenset("".join(rules.no_start)), frozenset("".join(rules.no_end)), frozenset(rules.inseparable)
