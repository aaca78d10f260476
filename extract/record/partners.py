"""Partners: firms through which it happened, and the outside investigator."""

from collections.abc import Iterator

from extract.record.cues import judge
from extract.record.filling import Filling, best
from extract.record.names import Organisation, organisations
from extract.record.reading import Reading
from extract.record.victim import victim_fillings, victim_of
from store.schema import Field
from store.span import Span

_BOOK = "partners"
_CLEARED = "cleared"
"""The cues of firms that a text says had no part in it, or came to help."""


def fill_contractors(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return a filling an organisation, other than the victim, whose system or act it happened through."""
    return tuple(filling for _, filling in reading.once(_contractors))


def fill_investigator(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return the organisation that investigated, no contractor and not the victim itself."""
    others = {one.core for one, _ in reading.once(_contractors)}
    told = _by_role(reading, "investigator")
    return best(filling for one, filling in told if one.core not in others)


def contractor_mentions(reading: Reading) -> tuple[Span, ...]:
    """Return every mention of a contractor in text order."""
    spans = (span for one, _ in reading.once(_contractors) for span in one.mentions)
    return tuple(sorted(spans, key=lambda span: span.start))


def _contractors(reading: Reading) -> tuple[tuple[Organisation, Filling], ...]:
    return tuple(_by_role(reading, "contractor"))


def _by_role(reading: Reading, role: str) -> Iterator[tuple[Organisation, Filling]]:
    """Yield each organisation, save the victim, that a mention puts in a role, with its fullest name."""
    victim, only = victim_of(reading), {filling.value for filling in reading.once(victim_fillings)}
    for organisation in reading.once(organisations):
        if organisation.fullest in only or (victim and organisation.core == victim.core):
            continue
        told = []
        for span in organisation.mentions:
            around = reading.around_marked(span, "ORG")
            verdict = None if reading.is_beside(span.start) else judge(_BOOK, role, around)
            if verdict and not (role == "contractor" and judge(_BOOK, _CLEARED, around)):
                told.append((verdict, span))
        if told:
            verdict = max((verdict for verdict, _ in told), key=lambda one: one.score)
            evidence = tuple(span for _, span in told)
            value = organisation.fullest
            yield organisation, Filling(value, verdict.rule, verdict.score, evidence, verdict.why)
