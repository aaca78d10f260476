"""The one who announces the incident, where no span names it: ルミナは12日、…と発表した."""

from extract.record.filling import Filling
from extract.record.reading import Reading
from extract.record.rulebook import pattern

_BOOK = "victim"
_SENTENCES = 5
"""How far into a text: later ones speak of others."""
_SCORE = 0.6
_OTHERS = ("ORG", "DATE", "PERIOD", "COUNT", "MONEY", "DATA", "CAUSE", "CONTACT")


def fill_speaker(reading: Reading) -> tuple[Filling, ...]:
    """Return the subject of the verb of announcing, none if it is a common noun or a span of another kind.

    Only names in katakana or Latin letters are taken: kanji alone may be any noun. A service may be the
    company too (guidelines.md marks it as a service even so).
    """
    speaks, common = pattern(_BOOK, "speaks"), pattern(_BOOK, "common_noun")
    taken = reading.stretches_of(*_OTHERS)
    for start, end in reading.own_sentences[:_SENTENCES]:
        for match in speaks.finditer(reading.folded, start, end):
            first, last = match.span("name")
            is_taken = any(one < last and first < other for one, other in taken)
            if not is_taken and not common.fullmatch(match["name"]):
                return (_filling(reading, first, last),)
    return ()


def _filling(reading: Reading, start: int, end: int) -> Filling:
    evidence = tuple(span for span in reading.within((start, end), "SERVICE") if span.end <= end)
    return Filling(reading.document.text[start:end], "victim.speaker", _SCORE, evidence)
