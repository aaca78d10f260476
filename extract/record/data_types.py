"""Data types: the codes of the data items that were or may have been affected, not those that were spared."""

from collections.abc import Iterator

from extract.record.asides import is_advice
from extract.record.codes import code_of
from extract.record.cues import judge, judge_roles
from extract.record.filling import Filling, one_each
from extract.record.negation import is_spared
from extract.record.reading import Reading
from extract.record.rulebook import pattern
from store.schema import Field
from store.span import Span

_TERM = 0.93
_REST = 0.7
_OTHER = "other"
_BESIDE = ("card_number", "card_expiry")
"""Codes that an item means only for what stands beside it."""
_IMPLIED = ("email", "photo")
"""Codes that a sentence implies without naming the item."""


def fill_data_types(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return a filling a kind of data; an item that means no code is `other` where there is that code.

    Where no item is told as affected, they are those that the sentences on the incident name at all.
    """
    told = [*_items(reading, field), *_implied(reading, field)]
    return one_each(told or _plainly_named(reading, field))


def _items(reading: Reading, field: Field) -> Iterator[Filling]:
    beside = tuple(code for code in _BESIDE if code in field.code_ids)
    for span in reading.of("DATA"):
        around = reading.around(span)
        if reading.is_beside(span.start) or judge("data_types", "aside", around) or is_spared(reading, span):
            continue
        told = next(judge_roles("data_types", beside, around), None)
        code = code_of(field, span.text)
        if told:
            yield Filling(told[0], f"data_types.{told[1].rule}", told[1].score, (span,), told[1].why)
        elif code and code != _OTHER:
            yield Filling(code, "data_types.term", min(_TERM, span.score or _TERM), (span,), (span.text,))
        elif _OTHER in field.code_ids:
            yield Filling(_OTHER, "data_types.other", _REST, (span,), (span.text,))


def _implied(reading: Reading, field: Field) -> Iterator[Filling]:
    """Take what sentences imply: addresses put in To instead of Bcc are seen by all."""
    roles = tuple(code for code in _IMPLIED if code in field.code_ids)
    for stretch in reading.own_sentences:
        told = reading.told_in(stretch)
        for code, verdict in judge_roles("data_types", roles, told):
            if not is_advice(told):
                yield Filling(code, f"data_types.{verdict.rule}", verdict.score, (), verdict.why)


def _plainly_named(reading: Reading, field: Field) -> Iterator[Filling]:
    """Take the plainest words for data, wherever they stand, save in advice and denials."""
    words = pattern("data_types", "plain")
    for stretch in reading.own_sentences:
        for match in words.finditer(reading.folded, *stretch):
            span = Span(id="", start=match.start(), end=match.end(), label="DATA", text=match[0])
            if not (is_advice(reading.told_in(stretch)) or is_spared(reading, span)):
                code = code_of(field, match[0]) or _OTHER
                if code in field.code_ids:
                    yield Filling(code, "data_types.named", _REST, (), (match[0],))
