"""Partners: firms through which it happened, and the outside investigator."""

from collections.abc import Iterator

from extract.record.cues import judge
from extract.record.filling import Filling, best
from extract.record.names import organisations
from extract.record.reading import Reading
from extract.record.victim import fill_victim
from store.schema import Field

_BOOK = "partners"


def fill_contractors(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return a filling an organisation, other than the victim, whose system or act it happened through."""
    victims = {filling.value for filling in fill_victim(reading, field)}
    return tuple(filling for filling in _by_role(reading, "contractor") if filling.value not in victims)


def fill_investigator(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return the organisation that investigated."""
    victims = {filling.value for filling in fill_victim(reading, field)}
    return best(filling for filling in _by_role(reading, "investigator") if filling.value not in victims)


def _by_role(reading: Reading, role: str) -> Iterator[Filling]:
    """Yield one filling an organisation with a mention in that role, its fullest name as the value."""
    for organisation in organisations(reading.of("ORG")):
        verdicts = []
        for span in organisation.mentions:
            around = reading.around_marked(span, "ORG")
            verdict = None if reading.is_beside(span.start) else judge(_BOOK, role, around)
            if verdict:
                verdicts.append((verdict, span))
        if verdicts:
            verdict, _ = max(verdicts, key=lambda pair: pair[0].score)
            evidence = tuple(span for _, span in verdicts)
            yield Filling(organisation.fullest, verdict.rule, verdict.score, evidence, verdict.why)
