"""Discovery: through whom it came to be known, by who told whom."""

from extract.record.asides import is_other_case
from extract.record.cues import judge
from extract.record.filling import Filling, best
from extract.record.reading import Reading, Surroundings
from extract.record.rulebook import rulebook
from store.schema import Field

_BOOK = "discovery"


def fill_discovery(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return who made it known; of equals the one told first."""
    roles = [role for role in rulebook(_BOOK).roles if role in field.code_ids]
    told = []
    for start, end in reading.sentences:
        sentence = reading.folded[start:end]
        if is_other_case(sentence):
            continue
        around = Surroundings("", "", "", sentence, reading.heading(start))
        for role in roles:
            verdict = judge(_BOOK, role, around)
            if verdict:
                evidence = tuple(span for span in reading.of("ORG") if start <= span.start < end)
                rule = f"discovered_by.{verdict.rule}"
                told.append(Filling(role, rule, verdict.score, evidence[:1], verdict.why[:3]))
    return best(told)
