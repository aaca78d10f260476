"""Reading a field's values from a span: the bridge from a surface to what the record holds."""

import re

from extract.document import Document
from extract.normalise import normalise
from store.schema import Field
from store.span import Span
from store.value import Value

_JOINT = re.compile(r"から|より|以降|[~〜～]|[-－―–—](?=\D*\d+年|\D*$)|まで|にかけて")
"""What stands between and after the two ends of a stretch of time (guidelines, PERIOD)."""

_BREAK = re.compile(r"[ \t\u3000]*\n[ \t\u3000]*")
"""A name that goes on in the next line has no break in it."""


def read_span(field: Field, span: Span, document: Document) -> tuple[Value, ...]:
    """Return the values of a field that a span can be read as, the likeliest first.

    A stretch of time is read as its two ends; a field whose id ends in `_end` prefers the last.
    """
    if field.type == "text":
        return tuple(filter(None, (normalise(field, _BREAK.sub("", span.text)),)))
    whole = _read(field, span.text, span.start, document)
    if field.type != "date":
        return () if whole is None else (whole,)
    ends = [
        value
        for start, end in _parts(span.text)
        if (value := _read(field, span.text[start:end], span.start + start, document)) is not None
    ]
    if len(ends) < 2:
        return tuple(dict.fromkeys(value for value in (*ends, whole) if value is not None))
    return tuple(reversed(ends)) if field.id.endswith("_end") else tuple(ends)


def _read(field: Field, surface: str, start: int, document: Document) -> Value | None:
    return normalise(field, surface, document=document, start=start, published=document.published)


def _parts(surface: str) -> list[tuple[int, int]]:
    cuts = [0]
    for match in _JOINT.finditer(surface):
        cuts += match.span()
    cuts.append(len(surface))
    pairs = zip(cuts[::2], cuts[1::2], strict=True)
    return [(start, end) for start, end in pairs if surface[start:end].strip()]
