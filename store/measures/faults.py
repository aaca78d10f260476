"""Faults: where predicted labels differ from gold, one by one, for whoever mends rules or gold."""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from store.labelled import Labelled
from store.measures.score import pairs
from store.span import Span
from store.value import Value

Kind = Literal["missed", "spurious", "edges", "label"]
"""missed: gold alone; spurious: prediction alone; edges: same label; label: another one on the same words."""

CONTEXT = 12
"""How many characters are shown on either side."""


class SpanFault(msgspec.Struct, frozen=True):
    """One span that is not as in the gold."""

    article: str
    kind: Kind
    start: int
    """Where the gold lies, or for a spurious span the prediction; in code points."""
    end: int
    label: str
    text: str
    before: str
    after: str
    predicted: str | None = None
    """What was predicted in its place, as `LABEL surface`."""
    origin: str | None = None
    """The rule that predicted it."""


class FieldFault(msgspec.Struct, frozen=True):
    """One field of one article whose values are not those of the gold."""

    article: str
    field: str
    missed: tuple[Value, ...]
    spurious: tuple[Value, ...]


def span_faults(gold: Labelled, predicted: Labelled) -> Iterator[SpanFault]:
    """Yield the spans of one article that differ, in text order."""
    right = {span.extent for span in gold.spans} & {span.extent for span in predicted.spans}
    wrong = [span for span in predicted.spans if span.extent not in right]
    used: set[str] = set()
    faults = []
    for span in gold.spans:
        if span.extent not in right:
            rival = _rival(span, wrong, used)
            used |= {rival.id} if rival else set()
            faults.append(_fault(gold, span, rival))
    faults += [_spurious(gold, span) for span in wrong if span.id not in used]
    yield from sorted(faults, key=lambda fault: (fault.start, fault.end))


def _rival(span: Span, wrong: Iterable[Span], used: set[str]) -> Span | None:
    """The prediction that stands where this gold span should be: one of the same label first."""
    near = [one for one in wrong if one.id not in used and one.start < span.end and span.start < one.end]
    return min(near, key=lambda one: one.label != span.label, default=None)


def _fault(gold: Labelled, span: Span, rival: Span | None) -> SpanFault:
    kind: Kind = "missed"
    if rival:
        kind = "edges" if rival.label == span.label else "label"
    return SpanFault(
        gold.key,
        kind,
        span.start,
        span.end,
        span.label,
        span.text,
        *_context(gold, span),
        predicted=f"{rival.label} {rival.text}" if rival else None,
        origin=rival.origin if rival else None,
    )


def _spurious(gold: Labelled, span: Span) -> SpanFault:
    return SpanFault(
        gold.key,
        "spurious",
        span.start,
        span.end,
        span.label,
        span.text,
        *_context(gold, span),
        origin=span.origin,
    )


def _context(gold: Labelled, span: Span) -> tuple[str, str]:
    text = gold.article.text
    return text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]


def field_faults(gold: Labelled, predicted: Labelled) -> Iterator[FieldFault]:
    """Yield the fields of one article that differ, in the order of their names."""
    want, have = pairs(gold.values), pairs(predicted.values)
    for field in sorted({field for field, _ in want ^ have}):
        missed = sorted((value for name, value in want - have if name == field), key=str)
        spurious = sorted((value for name, value in have - want if name == field), key=str)
        yield FieldFault(gold.key, field, tuple(missed), tuple(spurious))
