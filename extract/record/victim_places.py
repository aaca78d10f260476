"""Places: where the name of a victim stands: in the lead, alone in a line as a letter head or a signature."""

from collections.abc import Iterator

from extract.document import Stretch
from extract.record.cues import judge
from extract.record.reading import Reading
from extract.record.rulebook import pattern
from store.span import Span

_BOOK = "victim"
_FURNITURE = 8
"""Code points that a line of its own may hold beside the name and its departments: a title, a bracket."""


def places(reading: Reading, span: Span) -> Iterator[str]:
    """Yield where a name stands, as far as that says of whom the article is."""
    start, end = reading.document.line_at(span.start)
    if span.start < reading.sentences[0][1]:
        yield "lead"
    if span.start < reading.once(_end_of_title):
        yield "title"
    if _is_above_house(reading, span):
        yield "above its house"
    is_last = start > 0 and not reading.folded[end:].strip()
    if not _is_alone(reading, (start, end), ("ORG", "DATE") if is_last else ("ORG",)):
        return
    if judge(_BOOK, "unit", reading.around(span)):
        return
    yield "alone in a notice" if reading.once(_is_own_notice) else "alone"
    if is_last and reading.folded[start:end].strip()[:1].isalnum():
        yield "signed"
    if pattern(_BOOK, "head_of_house").match(reading.folded, start):
        yield "head of its house"


def _end_of_title(reading: Reading) -> int:
    """Return where the first line ends, 0 if it is a sentence or the whole text."""
    _, end = reading.document.line_at(0)
    return 0 if "。" in reading.folded[:end] or end == len(reading.folded) else end


def _is_above_house(reading: Reading, span: Span) -> bool:
    """Tell whether a town's own house is named right behind it: 青葉市の市立みなと病院の患者."""
    houses = reading.within((span.end + 1, span.end + 2), "ORG")
    joined = reading.folded[span.end : span.end + 1] == "の"
    return bool(joined and houses and pattern(_BOOK, "own_house").match(reading.folded, houses[0].start))


def _is_alone(reading: Reading, line: Stretch, labels: tuple[str, ...]) -> bool:
    """Tell whether a line holds hardly more than spans of some labels."""
    told = (span for label in labels for span in reading.within(line, label))
    rest = len(reading.folded[slice(*line)].strip()) - sum(span.end - span.start for span in told)
    return rest <= _FURNITURE


def _is_own_notice(reading: Reading) -> bool:
    return pattern(_BOOK, "first_person").search(reading.folded[: reading.end]) is not None
