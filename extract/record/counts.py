"""Counts: how many people and records, cards, and cases of misuse, by what stands around each count."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import structs

from extract.amounts.values import amount_of
from extract.lazy_pattern import lazy
from extract.normalise import normalise
from extract.record.asides import is_advice
from extract.record.cues import Verdict, judge
from extract.record.filling import Filling, best, first
from extract.record.negation import is_spared
from extract.record.reading import Reading
from extract.record.rulebook import pattern
from extract.record.surroundings import Surroundings
from store.schema import Field
from store.span import Span

_BOOK = "counts"
_SPOKEN_FOR = 0.7
_ONLY_CARDS, _IMPLIED = "card_count.only-cards", 0.78
_JOINS = lazy("[、,・(]|で、|、計|(?:と|や|、|および|及び|並びに)(?:[^。、\\nがはをにでのも]{1,8})?")
"""Between counts that are told of together: 3年生120人と2年生98人."""
_PEOPLE = lazy("[人名]")
_ROUND = 4
"""Figures, zeros at the end aside, from which a number is exact."""
_ROUNDING = 0.03
"""How far, as a share, a rounded figure lies from the exact one."""


def fill_affected(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return the largest count of people or records that no later finding supersedes, else of devices."""
    told = _largest(_told(reading, field, reading.once(_standing), "affected_count"))
    return told or _largest(_told(reading, field, reading.once(_devices), "affected_devices"))


def fill_cards(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return the largest count of payment cards or their holders: all affected where only cards leaked."""
    told = _told(reading, field, reading.once(_standing), "card_count")
    if told or not _is_of_cards(reading):
        return _largest(told)
    affected = _largest(_told(reading, field, reading.once(_standing), "affected_count"))
    return tuple(structs.replace(one, rule=_ONLY_CARDS, score=_IMPLIED) for one in affected)


def _is_of_cards(reading: Reading) -> bool:
    """Tell whether nothing but cards' items leaked or, where no item is named, their data as a whole."""
    items = [
        span.text
        for span in reading.of("DATA")
        if not reading.is_beside(span.start) and not is_spared(reading, span)
    ]
    if items:
        return all(pattern(_BOOK, "card_items").search(item) for item in items)
    leaked = pattern(_BOOK, "cards_leaked")
    told = (reading.told_in(stretch) for stretch in reading.own_sentences)
    return any(leaked.search(around.sentence) and not is_advice(around) for around in told)


def fill_fraud(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return the count of cases of misuse, the latest finding of several."""
    return _misused(reading, field, _current(reading, reading.once(_of_incident)), "fraud_count")


def fill_fraud_amount(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return the amount of money misused, in yen; one in another currency is none."""
    yen = pattern(_BOOK, "yen")
    spans = [span for span in reading.of("MONEY") if yen.search(span.text)]
    return _misused(reading, field, _current(reading, spans), "fraud_amount")


def _misused(reading: Reading, field: Field, spans: Sequence[Span], role: str) -> tuple[Filling, ...]:
    """Return the best told figure of misuse: by the words next to it, else by those of its sentence."""
    return best(_exact(_told(reading, field, spans, role) or list(_in_sentence(reading, field, spans, role))))


def _in_sentence(reading: Reading, field: Field, spans: Sequence[Span], role: str) -> Iterator[Filling]:
    for span in spans:
        yield from _judged(field, span, judge(_BOOK, role, reading.around(span)))


def _standing(reading: Reading) -> Sequence[Span]:
    """The counts of this incident that no later finding supersedes; all, if each is superseded."""
    own = reading.once(_of_incident)
    spans = [span for span in own if judge(_BOOK, "misused", reading.around(span)) is None]
    return _current(reading, spans or _holders(reading, own))


def _devices(reading: Reading) -> Sequence[Span]:
    """The counts of this text's incident, devices among them, whatever else they might be."""
    return [span for span in reading.of("COUNT") if not reading.is_beside(span.start)]


def _holders(reading: Reading, spans: Sequence[Span]) -> Sequence[Span]:
    """The people and accounts among counts of misuse: where nothing else is counted, they are affected."""
    return [span for span in spans if judge(_BOOK, "holders", reading.around(span))]


def _current(reading: Reading, spans: Sequence[Span]) -> Sequence[Span]:
    """Return the spans that no later finding supersedes; all, if each is superseded.

    What is superseded at one place is so wherever else it is told, as in a list of events. A figure that is
    said to be settled supersedes the larger ones before it.
    """
    old = {amount_of(span.text) for span in spans if judge(_BOOK, "superseded", _close(reading, span))}
    last = [span for span in spans if judge(_BOOK, "settled", _close(reading, span))][-1:]
    for settled in last:
        old |= {amount_of(span.text) for span in spans if _outdoes(span, settled)}
    return [span for span in spans if amount_of(span.text) not in old] or spans


def _outdoes(span: Span, settled: Span) -> bool:
    """Tell whether a figure is larger than one that is settled after it."""
    return span.start < settled.start and (amount_of(span.text) or 0) > (amount_of(settled.text) or 0)


def _of_incident(reading: Reading) -> Sequence[Span]:
    """The counts that are of this incident."""
    return [
        span
        for span in reading.of("COUNT")
        if not reading.is_beside(span.start) and judge(_BOOK, "else", reading.around(span)) is None
    ]


def _told(reading: Reading, field: Field, spans: Sequence[Span], role: str) -> list[Filling]:
    """Return what the words next to each count say of its role."""
    return [
        filling
        for span in spans
        for filling in _judged(field, span, judge(_BOOK, role, _close(reading, span)))
    ]


def _judged(field: Field, span: Span, verdict: Verdict | None) -> Iterator[Filling]:
    value = normalise(field, span.text) if verdict else None
    if verdict and value is not None:
        yield Filling(value, verdict.rule, verdict.score, (span,), (*verdict.why, span.text)[:3])


def _close(reading: Reading, span: Span) -> Surroundings:
    return reading.once(_closes)[span.id]


def _closes(reading: Reading) -> dict[str, Surroundings]:
    return {span.id: _between(reading, span) for span in reading.of("COUNT", "MONEY")}


def _between(reading: Reading, span: Span) -> Surroundings:
    """What stands between the neighbouring counts: 96名のカード情報と1703名の個人情報 are told apart.

    Counts that merely stand side by side (586契約、31万アカウント) are told of together.
    """
    spans = reading.of(span.label)
    first = last = bisect_left(spans, span.start, key=lambda other: other.start)
    while first and _are_joined(reading, spans[first - 1], spans[first]):
        first -= 1
    while last + 1 < len(spans) and _are_joined(reading, spans[last], spans[last + 1]):
        last += 1
    stops = reading.stretches_of(span.label)
    return reading.around_stretch(
        (span.start, span.end), (*stops[max(first - 1, 0) : first], *stops[last + 1 : last + 2])
    )


def _are_joined(reading: Reading, one: Span, next_one: Span) -> bool:
    return _JOINS.fullmatch(reading.folded, one.end, next_one.start) is not None


def _largest(told: list[Filling]) -> tuple[Filling, ...]:
    """Return the largest value among those that the context speaks for; if it does for none, of people first.

    A title rounds: 約2.7万人 gives way to the 2万6,817人 that it stands for.
    """
    sure = [filling for filling in told if filling.score >= _SPOKEN_FOR] or _people(told) or told
    return first(sorted(_exact(sure), key=lambda filling: (-int(filling.value), -filling.score)))


def _exact(told: list[Filling]) -> list[Filling]:
    """Return those of which no other is the exact figure."""
    return [one for one in told if not any(_rounds(int(one.value), int(other.value)) for other in told)]


def _people(told: list[Filling]) -> list[Filling]:
    return [filling for filling in told if any(_PEOPLE.search(span.text) for span in filling.evidence)]


def _rounds(value: int, exact: int) -> bool:
    """Tell whether a value is a rounder figure of about the same size."""
    is_rounder = len(str(value).rstrip("0")) < min(len(str(exact).rstrip("0")), _ROUND)
    return is_rounder and abs(value - exact) <= exact * _ROUNDING
