"""Mending offsets: other tools count UTF-16 units or CRLF as two; a span's surface tells how."""

from collections.abc import Callable, Iterator, Sequence

from store.formats.foreign import ForeignSpan
from store.formats.offsets import Convert, from_crlf, from_utf16

Fitted = list[tuple[int, int, ForeignSpan] | None]
"""Start and end in code points of the text with LF, or none for a span that fits in no way of counting."""


def fit(text: str, spans: Sequence[ForeignSpan]) -> tuple[Fitted, str | None]:
    """Fit spans to a text by the first way of counting in which all fit, else each by the first that fits it.

    Args:
        text: the text with line ends as the tool had them.
        spans: the spans as the tool counts them.

    Returns:
        The fitted spans, and the name of the way of counting where it isn't code points.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    ways = list(_ways(text, plain))
    for name, convert in ways:
        fitted = [_fitted(plain, span, convert) for span in spans]
        if None not in fitted:
            return fitted, name
    each = [
        next(filter(None, (_fitted(plain, span, convert) for _, convert in ways)), None) for span in spans
    ]
    return each, None


def _ways(text: str, plain: str) -> Iterator[tuple[str | None, Convert]]:
    had_crlf = "\r" in text
    yield (None, _from_original(text)) if had_crlf else (None, lambda offset: offset)
    yield "UTF-16 units", _then(from_utf16(text), _from_original(text)) if had_crlf else from_utf16(text)
    if had_crlf:
        yield "LF line ends", lambda offset: offset
    elif "\n" in text:
        yield "CRLF line ends", from_crlf(plain)
        crlf = plain.replace("\n", "\r\n")
        yield "UTF-16 units and CRLF line ends", _then(from_utf16(crlf), from_crlf(plain))


def _then(first: Convert, second: Convert) -> Convert:
    def both(offset: int) -> int:
        between = first(offset)
        return between if between < 0 else second(between)

    return both


def _from_original(text: str) -> Convert:
    """Return what turns an offset in a text with any line ends into one of the text with LF."""
    places, at = {}, 0
    for offset, character in enumerate(text):
        places[offset] = at
        at += not (character == "\r" and text[offset + 1 : offset + 2] == "\n")
    places[len(text)] = at
    return lambda offset: places.get(offset, -1)


def _fitted(
    plain: str, span: ForeignSpan, convert: Callable[[int], int]
) -> tuple[int, int, ForeignSpan] | None:
    start, end = convert(span.start), convert(span.end)
    if not 0 <= start < end <= len(plain):
        return None
    if span.text is not None and _squeezed(plain[start:end]) != _squeezed(span.text):
        return None
    return start, end, span


def _squeezed(text: str) -> str:
    """A surface without what tools change in it: line ends that become blanks."""
    return "".join(text.split())


def transferred(text: str, spans: Sequence[ForeignSpan], goal: str) -> tuple[ForeignSpan, ...]:
    """Move spans from a text to one that differs from it in white space alone."""
    there = [at for at, character in enumerate(goal) if not character.isspace()]
    before, count = [], 0
    for character in text:
        before.append(count)
        count += not character.isspace()
    return tuple(
        ForeignSpan(there[before[span.start]], there[before[span.end - 1]] + 1, span.label) for span in spans
    )
