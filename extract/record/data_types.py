"""Data types: the codes of the data items that were or may have been affected, not those that were spared."""

from collections.abc import Iterator

from extract.record.codes import code_of
from extract.record.cues import judge
from extract.record.filling import Filling, one_each
from extract.record.negation import is_spared
from extract.record.reading import Reading
from store.schema import Field

_TERM = 0.93
_REST = 0.7
_OTHER = "other"


def fill_data_types(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return a filling a kind of data; an item that means no code is `other` where there is that code."""
    return one_each(_items(reading, field))


def _items(reading: Reading, field: Field) -> Iterator[Filling]:
    for span in reading.of("DATA"):
        around = reading.around(span)
        if reading.is_beside(span.start) or judge("data_types", "aside", around) or is_spared(reading, span):
            continue
        code = code_of(field, span.text)
        if code and code != _OTHER:
            yield Filling(code, "data_types.term", min(_TERM, span.score or _TERM), (span,), (span.text,))
        elif _OTHER in field.code_ids:
            yield Filling(_OTHER, "data_types.other", _REST, (span,), (span.text,))
