"""Contact: telephone numbers and e-mail addresses given for enquiries."""

from collections.abc import Iterator

from extract.record.cues import judge
from extract.record.filling import Filling, one_each
from extract.record.reading import Reading
from store.schema import Field

_BOOK = "contact"


def fill_contact(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return a filling a number or address; fax numbers, web addresses and addresses of others are none."""
    return one_each(_given(reading))


def _given(reading: Reading) -> Iterator[Filling]:
    for span in reading.of("CONTACT"):
        around = reading.around(span)
        verdict = judge(_BOOK, "enquiries", around)
        if verdict and not judge(_BOOK, "aside", around):
            yield Filling(span.text, verdict.rule, verdict.score, (span,), verdict.why[:3])
