"""Mending offsets: other tools count UTF-16 units or CRLF as two; a span's surface tells how."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

import msgspec

from store.formats.foreign import ForeignSpan
from store.formats.offsets import Convert, from_crlf, from_utf16

Place = tuple[int, int]


class Fit(msgspec.Struct, frozen=True):
    """Where spans lie in the text with LF, in code points."""

    places: Sequence[Place | None]
    """Of each span; none for one that fits in no way of counting."""
    counted: str | None = None
    """What the offsets count, where it had to be found out and isn't code points."""
    doubtful: bool = False
    """Whether they may as well count UTF-16 units, since no surfaces tell."""


def fit(text: str, spans: Sequence[ForeignSpan], unit: str | None = None) -> Fit:
    """Fit spans to a text by the first way of counting in which all fit, else each by the first that fits it.

    Args:
        text: the text with line ends as the tool had them.
        spans: the spans as the tool counts them.
        unit: what it counts, if that is known: `code-point` or `utf-16`.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    tried = []
    for name, convert in _ways(text, plain, unit):
        places = _fitted(plain, spans, convert)
        if None not in places:
            unsure = unit is None and name is None and any(span.text is None for span in spans)
            return Fit(places, name, unsure and _fit_otherwise(text, plain, spans, places))
        tried.append(places)
    return Fit([next(filter(None, each), None) for each in zip(*tried, strict=True)])


def _fit_otherwise(text: str, plain: str, spans: Sequence[ForeignSpan], places: list[Place | None]) -> bool:
    if max(text) <= "\uffff":
        return False
    other = _fitted(plain, spans, _utf16(text))
    return None not in other and other != places


def _ways(text: str, plain: str, unit: str | None) -> Iterator[tuple[str | None, Convert]]:
    had_crlf = "\r" in text
    if unit == "utf-16":
        yield None, _utf16(text)
    yield (None, _from_original(text)) if had_crlf else (None, lambda offset: offset)
    yield "UTF-16 units", _utf16(text)
    if had_crlf:
        yield "LF line ends", lambda offset: offset
    elif "\n" in text:
        yield "CRLF line ends", from_crlf(plain)
        crlf = plain.replace("\n", "\r\n")
        yield "UTF-16 units and CRLF line ends", _then(from_utf16(crlf), from_crlf(plain))


def _utf16(text: str) -> Convert:
    return _then(from_utf16(text), _from_original(text)) if "\r" in text else from_utf16(text)


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


def _fitted(plain: str, spans: Sequence[ForeignSpan], convert: Convert) -> list[Place | None]:
    return [_place(plain, span, convert(span.start), convert(span.end)) for span in spans]


def _place(plain: str, span: ForeignSpan, start: int, end: int) -> Place | None:
    if not 0 <= start < end <= len(plain):
        return None
    if span.text is not None and _squeezed(plain[start:end]) != _squeezed(span.text):
        return None
    return start, end


def _squeezed(text: str) -> str:
    """A surface without what tools change in it: line ends that become blanks."""
    return "".join(text.split())


def transferred(text: str, spans: Sequence[ForeignSpan], goal: str) -> tuple[ForeignSpan, ...]:
    """Move spans from a text to one that differs from it in white space alone.

    White space at their ends stays behind; a span of nothing else comes to lie nowhere.
    """
    there = [at for at, character in enumerate(goal) if not character.isspace()]
    before = [0, *accumulate(not character.isspace() for character in text)]
    moved = []
    for span in spans:
        first, end = before[span.start], before[span.end]
        place = (there[first], there[end - 1] + 1) if first < end else (0, 0)
        moved.append(ForeignSpan(*place, span.label, span.text if first == end else None))
    return tuple(moved)
