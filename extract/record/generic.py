"""Fields without an extractor of their own: evidence near the schema's cue words, by the schema's pick."""

from collections import Counter
from collections.abc import Iterator

from extract.folding import fold
from extract.normalise import normalise
from extract.record.filling import Filling, one_each
from extract.record.negation import is_spared
from extract.record.reading import Reading
from store.schema import Field
from store.span import Span

_WITH_CUE = 0.8
_WITHOUT_CUES = 0.6


def fill_generic(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return what a field's labels, cues and pick make of a text.

    A cue is a word in the sentence of the evidence or in the headings above it. A field with cues takes only
    evidence near one of them; a field without takes all evidence of its labels.
    """
    told = tuple(_told(reading, field))
    if field.many:
        return one_each(told)
    return _picked(told, field)


def _told(reading: Reading, field: Field) -> Iterator[Filling]:
    for span in reading.of(*field.labels):
        cues = _cues_near(reading, span, field)
        if (field.cues and not cues) or is_spared(reading, span):
            continue
        value = normalise(
            field,
            span.text,
            document=reading.document,
            start=span.start,
            published=reading.document.published,
        )
        if value is not None:
            score = _WITH_CUE if cues else _WITHOUT_CUES
            yield Filling(value, f"{field.id}.{'cue' if cues else 'label'}", score, (span,), cues)


def _cues_near(reading: Reading, span: Span, field: Field) -> tuple[str, ...]:
    around = reading.around(span)
    place = around.sentence + "\n" + around.heading
    return tuple(cue for cue in field.cues if fold(cue) in place)


def _picked(told: tuple[Filling, ...], field: Field) -> tuple[Filling, ...]:
    if not told:
        return ()
    chosen = _choice(told, field)
    other = next((filling.value for filling in told if filling.value != chosen.value), None)
    evidence = tuple(span for filling in told if filling.value == chosen.value for span in filling.evidence)
    return (Filling(chosen.value, chosen.rule, chosen.score, evidence, chosen.why, other),)


def _choice(told: tuple[Filling, ...], field: Field) -> Filling:
    if field.pick == "last":
        return told[-1]
    if field.pick == "largest":
        return max(told, key=lambda filling: int(filling.value) if isinstance(filling.value, int) else 0)
    if field.pick == "most":
        times = Counter(filling.value for filling in told)
        return max(told, key=lambda filling: times[filling.value])
    return told[0]
