"""Proposals: what else a field's value could be, to be chosen instead of typed."""

from itertools import islice
from typing import NamedTuple

from store.annotation import Annotation
from store.schema import Field
from store.value import FieldValue, Value
from tui.review.evidence import spans_for
from tui.review.value_edits import Reading, values_of

_MOST_SPANS = 300
"""So many spans are read; more make no list that anyone goes through."""


class Proposal(NamedTuple):
    """A value that a field could have, and the span that it is read from."""

    value: Value
    evidence: tuple[str, ...] = ()
    """The id of that span; empty where no span reads so."""


def proposals(
    annotation: Annotation, field: Field, value: FieldValue | None, reading: Reading
) -> tuple[Proposal, ...]:
    """Return what a field's value could be besides those that it has.

    The machine's second choice comes first, then what the article's spans of its labels can be read as, in
    text order. Codes have none: all of them are shown anyway.
    """
    if field.type == "code":
        return ()
    present = {one.value for one in values_of(annotation, field.id) if one.status != "rejected"}
    read: dict[Value, tuple[str, ...]] = {}
    for span in islice(spans_for(annotation, field), _MOST_SPANS):
        for content in reading(field, span):
            read.setdefault(content, (span.id,))
    second = value.runner_up if value else None
    first = {} if second is None else {second: read.get(second, ())}
    return tuple(Proposal(*one) for one in (first | read).items() if one[0] not in present)
