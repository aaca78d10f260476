"""Counts: how many people and records, cards, and cases of misuse, by what stands around each count."""

from collections.abc import Iterator

from extract.normalise import normalise
from extract.record.cues import Verdict, judge
from extract.record.filling import Filling, best, first
from extract.record.reading import Reading, Surroundings
from store.schema import Field
from store.span import Span

_BOOK = "counts"
_SPOKEN_FOR = 0.7


def fill_affected(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return the largest count of people or records that isn't superseded by a later finding."""
    told = [
        filling for span in _standing(reading) for filling in _filling(reading, field, span, "affected_count")
    ]
    return _largest(told)


def fill_cards(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return the largest count of payment cards or their holders."""
    told = [
        filling for span in _standing(reading) for filling in _filling(reading, field, span, "card_count")
    ]
    return _largest(told)


def fill_fraud(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return the count of cases of misuse."""
    spans = [span for span in reading.of("COUNT") if not _is_of_else(reading, span)]
    return best(filling for span in spans for filling in _filling(reading, field, span, "fraud_count"))


def fill_fraud_amount(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return the amount of money misused."""
    spans = reading.of("MONEY")
    return best(filling for span in spans for filling in _filling(reading, field, span, "fraud_amount"))


def _standing(reading: Reading) -> Iterator[Span]:
    """The counts of this incident that no later finding supersedes; all, if each is superseded."""
    spans = [
        span
        for span in reading.of("COUNT")
        if not _is_of_else(reading, span) and judge(_BOOK, "misused", reading.around(span)) is None
    ]
    valid = [span for span in spans if judge(_BOOK, "superseded", _close(reading, span)) is None]
    return iter(valid or spans)


def _is_of_else(reading: Reading, span: Span) -> bool:
    around = reading.around(span)
    return judge(_BOOK, "else", around) is not None or reading.is_beside(span.start)


def _filling(reading: Reading, field: Field, span: Span, role: str) -> Iterator[Filling]:
    verdict = judge(_BOOK, role, _close(reading, span))
    value = normalise(field, span.text) if verdict else None
    if verdict and value is not None:
        yield _made(value, verdict, span)


def _made(value: str | int, verdict: Verdict, span: Span) -> Filling:
    return Filling(value, verdict.rule, verdict.score, (span,), (*verdict.why, span.text)[:3])


def _close(reading: Reading, span: Span) -> Surroundings:
    """What stands between the neighbouring counts: 96名のカード情報と1703名の個人情報 are told apart."""
    return reading.around(span, "COUNT")


def _largest(told: list[Filling]) -> tuple[Filling, ...]:
    """Return the largest value among those that the context speaks for; among all, if it does for none."""
    sure = [filling for filling in told if filling.score >= _SPOKEN_FOR] or told
    return first(sorted(sure, key=lambda filling: (-int(filling.value), -filling.score)))
