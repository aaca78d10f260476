"""What a person can do to an annotation's spans: pure functions from one annotation to the next.

Whatever the machine had suggested stays visible: a moved or relabelled suggestion keeps its first extent, a
rejected one stays as a negative example. Only a person's own span is really taken away.
"""

from collections.abc import Iterable
from itertools import pairwise

from msgspec.structs import replace

from store.annotation import Annotation
from store.span import HUMAN, Decision, Extent, Span


def with_spans(annotation: Annotation, spans: Iterable[Span]) -> Annotation:
    """Return the annotation with other spans, put into text order."""
    return replace(annotation, spans=tuple(sorted(spans, key=place)))


def place(span: Span) -> tuple[int, int]:
    """Return what spans are ordered by: where they begin, then where they end."""
    return span.start, span.end


def with_span(annotation: Annotation, span: Span) -> Annotation:
    """Return the annotation with one span in place of the one of the same id, or added."""
    spans = annotation.spans
    at = next((at for at, other in enumerate(spans) if other.id == span.id), None)
    if at is None:
        return with_spans(annotation, [*spans, span])
    changed = (*spans[:at], span, *spans[at + 1 :])
    neighbours = changed[max(at - 1, 0) : at + 2]
    in_order = all(place(one) <= place(other) for one, other in pairwise(neighbours))
    return replace(annotation, spans=changed) if in_order else with_spans(annotation, changed)


def decide_span(annotation: Annotation, span_id: str, decision: Decision) -> Annotation:
    """Accept or reject a span; a rejected one that a person had made is taken away."""
    span = annotation.span(span_id)
    if span is None:
        return annotation
    if decision == "rejected" and span.origin == HUMAN:
        return remove_span(annotation, span_id)
    return with_span(annotation, replace(span, status=decision))


def decide_with_room(
    annotation: Annotation, span_id: str, decision: Decision, *, overlap: bool
) -> Annotation:
    """Decide on a span; one that comes back gets its room where spans must not overlap."""
    before = annotation.span(span_id)
    annotation = decide_span(annotation, span_id, decision)
    comes_back = before is not None and before.status == "rejected"
    return with_room(annotation, span_id) if comes_back and not overlap else annotation


def accept_all(annotation: Annotation) -> Annotation:
    """Accept every undecided span and value."""
    return _decide_undecided(annotation, "accepted")


def reject_undecided(annotation: Annotation) -> Annotation:
    """Reject every undecided span and value."""
    return _decide_undecided(annotation, "rejected")


def _decide_undecided(annotation: Annotation, decision: Decision) -> Annotation:
    return replace(
        annotation,
        spans=tuple(
            replace(span, status=decision) if span.status == "suggested" else span
            for span in annotation.spans
        ),
        values=tuple(
            replace(value, status=decision) if value.status == "suggested" else value
            for value in annotation.values
        ),
    )


def remove_span(annotation: Annotation, span_id: str) -> Annotation:
    """Take a span away, also from the evidence of the values that it supported."""
    values = tuple(
        replace(value, evidence=tuple(other for other in value.evidence if other != span_id))
        if span_id in value.evidence
        else value
        for value in annotation.values
    )
    spans = tuple(span for span in annotation.spans if span.id != span_id)
    return replace(annotation, spans=spans, values=values)


def relabel(annotation: Annotation, span_id: str, label: str) -> Annotation:
    """Give a span another label; doing so accepts it."""
    span = annotation.span(span_id)
    if span is None:
        return annotation
    return with_span(annotation, _corrected(span, Extent(span.start, span.end, label), span.text))


def move_span(annotation: Annotation, text: str, span_id: str, start: int, end: int) -> Annotation:
    """Move a span's edges to new code points; doing so accepts it, id and links stay."""
    span = annotation.span(span_id)
    if span is None or not 0 <= start < end <= len(text):
        return annotation
    return with_span(annotation, _corrected(span, Extent(start, end, span.label), text[start:end]))


def _corrected(span: Span, extent: Extent, surface: str) -> Span:
    first = span.suggested or (None if span.origin == HUMAN else span.extent)
    return replace(
        span,
        start=extent.start,
        end=extent.end,
        label=extent.label,
        text=surface,
        status="accepted",
        suggested=None if first == extent else first,
    )


def new_span(
    annotation: Annotation, text: str, start: int, end: int, label: str, *, status: Decision = "accepted"
) -> Span:
    """Make a person's own span with an id that the annotation has not used yet."""
    used = {span.id for span in annotation.spans}
    number = 1 + sum(span.origin == HUMAN for span in annotation.spans)
    while f"h{number}" in used:
        number += 1
    return Span(f"h{number}", start, end, label, text[start:end], HUMAN, status=status)


def in_the_way(annotation: Annotation, start: int, end: int, *, besides: str = "") -> tuple[Span, ...]:
    """Return the spans, other than rejected ones, that share a code point with the stretch."""
    return tuple(
        span
        for span in annotation.spans
        if span.start < end and start < span.end and span.status != "rejected" and span.id != besides
    )


def add_span(annotation: Annotation, span: Span, *, overlap: bool) -> Annotation:
    """Add a span; where spans must not overlap, what lies in its way gives way to it."""
    annotation = with_span(annotation, span)
    return annotation if overlap else with_room(annotation, span.id)


def with_room(annotation: Annotation, span_id: str) -> Annotation:
    """Return the annotation with everything rejected that shares a code point with a span that is not."""
    span = annotation.span(span_id)
    if span is None or span.status == "rejected":
        return annotation
    for other in in_the_way(annotation, span.start, span.end, besides=span.id):
        annotation = decide_span(annotation, other.id, "rejected")
    return annotation


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without white space at its ends: spans never begin or end with any."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
