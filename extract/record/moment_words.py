"""The words that belong to a moment: up to the next one, or the whole entry of a list of events."""

from bisect import bisect_left
from itertools import pairwise

from extract.record.moment import Moment
from extract.record.moments import stops
from extract.record.reading import REACH, Reading
from extract.record.rulebook import pattern
from extract.record.surroundings import Surroundings

_BOOK = "dates"
_BRACKETS = " \n[](){}<>【】「」:■□●○◆・*-"
"""What may stand around a date that is alone on its line, folded."""


def around(reading: Reading, moment: Moment) -> Surroundings:
    """Return the words that belong to a moment; for a date alone on its line those of the next line.

    A date that heads an entry of a list of events (`4月5日: …`) has the whole entry, its sentences made one;
    one that only sets the scene (`4月5日のことでした。`) has the next sentence, or the one
    before it that told the event.
    """
    here = reading.around_stretch((moment.start, moment.end), reading.once(stops))
    if here.before.strip(_BRACKETS) or here.after.strip(_BRACKETS):
        return _entry(reading, moment) or _scene(reading, moment, here) or here
    after = _step_below(reading, moment) or _told_from(reading, moment.end)
    return Surroundings.of(_label_above(reading, moment), here.surface, after, here.heading)


def is_stamp(reading: Reading, moment: Moment) -> bool:
    """Tell whether a date alone on its line is the day on which the text was published: 2024/5/27 18:12."""
    line = reading.folded[slice(*reading.document.line_at(moment.start))]
    rest = line.replace(reading.folded[moment.start : moment.end], "", 1)
    is_own = moment.value == reading.document.published and not rest.strip(_BRACKETS)
    return is_own and not _label_above(reading, moment)


def _label_above(reading: Reading, moment: Moment) -> str:
    """Return what a line above a date alone on its own says that it is, nothing if it says no such thing."""
    start, _ = reading.document.line_at(moment.start)
    before = reading.folded[max(0, start - REACH) : start]
    blank = len(before) - len(before.rstrip())
    above = reading.folded[slice(*reading.document.line_at(start - blank - 1))]
    return above if pattern(_BOOK, "label").fullmatch(above) else ""


def _told_from(reading: Reading, offset: int) -> str:
    """Return the words of the sentence that begins next from an offset on, up to the next moment."""
    below = reading.folded[offset : offset + REACH]
    start = offset + len(below) - len(below.lstrip(_BRACKETS))
    return reading.around_stretch((start, start), reading.once(stops)).after


def _step_below(reading: Reading, moment: Moment) -> str:
    """Return the line below a date that is a bullet of its own, its sentences made one; else nothing."""
    start, end = reading.document.line_at(moment.start)
    if not pattern(_BOOK, "bullet").fullmatch(reading.folded, start, moment.start):
        return ""
    return _joined(reading, moment.end, reading.document.line_at(end + 1)[1])


def _joined(reading: Reading, start: int, end: int) -> str:
    """Return the words from one offset to another or the next moment, their sentences made one."""
    bounds = reading.once(stops)
    later = bounds[bisect_left(bounds, (start,)) :]
    end = min(end, start + REACH, later[0][0] if later else end)
    return reading.folded[start:end].strip("\n").rstrip("。").replace("。", "、")


def _scene(reading: Reading, moment: Moment, here: Surroundings) -> Surroundings | None:
    """The words that a sentence which says no more than the date is told of, none for another."""
    opens, closes = pattern(_BOOK, "scene_before"), pattern(_BOOK, "scene_after")
    if not (opens.fullmatch(here.before) and closes.fullmatch(here.after)):
        return None
    start, _ = reading.sentence_at(moment.start)
    before = reading.folded[slice(*reading.sentence_at(max(0, start - 1)))]
    goes_on = reading.document.line_at(moment.start)[0] < start
    is_told = goes_on and pattern(_BOOK, "told_already").search(before)
    after = "、" + (before if is_told else _told_from(reading, moment.end + len(here.after)))
    return Surroundings.of(here.before, here.surface, after, here.heading)


def _entry(reading: Reading, moment: Moment) -> Surroundings | None:
    """The words of an entry that the moment heads, none where it heads none."""
    start, end = reading.document.line_at(moment.start)
    if not _heads_entry(reading, moment, start):
        return None
    after = _joined(reading, moment.end, end)
    surface = reading.folded[moment.start : moment.end]
    return Surroundings.of("", surface, after, reading.heading(moment.start))


def _heads_entry(reading: Reading, moment: Moment, line: int) -> bool:
    if pattern(_BOOK, "bullet").fullmatch(reading.folded, line, moment.start):
        return True
    is_parted = pattern(_BOOK, "entry_after").match(reading.folded, moment.end)
    is_listed = bool(is_parted) or line in reading.once(_listed_lines)
    return is_listed and _begins_line(reading, moment.start)


def _begins_line(reading: Reading, offset: int) -> bool:
    start, _ = reading.document.line_at(offset)
    return pattern(_BOOK, "entry_before").fullmatch(reading.folded, start, offset) is not None


def _listed_lines(reading: Reading) -> frozenset[int]:
    """Return where lines start that begin with a date as the line before or after does: a list of events."""
    dated = {
        reading.document.line_at(start)[0] for start, _ in reading.once(stops) if _begins_line(reading, start)
    }
    lines = [start if _is_entry(reading, start, end) else -1 for start, end in reading.document.lines]
    together = (pair for pair in pairwise(lines) if dated.issuperset(pair))
    return frozenset(line for pair in together for line in pair)


def _is_entry(reading: Reading, start: int, end: int) -> bool:
    """Entries of a list end without a full stop; a line that has one is a paragraph."""
    return not reading.folded[start:end].rstrip().endswith("。")
