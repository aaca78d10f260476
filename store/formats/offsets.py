"""Offsets in other units than code points: UTF-16 code units, as browsers count, and texts with CRLF."""

from collections.abc import Callable
from itertools import accumulate

Convert = Callable[[int], int]

UNITS = ("code-point", "utf-16")


def to_unit(text: str, unit: str) -> Convert:
    """Return what turns an offset in code points into one of the unit, for one text."""
    if unit != "utf-16" or text.isascii() or max(text) <= "\uffff":
        return lambda offset: offset
    widths = [0, *accumulate(2 if character > "\uffff" else 1 for character in text)]
    return widths.__getitem__


def from_utf16(text: str) -> Convert:
    """Return what turns an offset in UTF-16 units of a text into code points; -1 for one that can't be."""
    places = {}
    for at, units in enumerate([0, *accumulate(2 if character > "\uffff" else 1 for character in text)]):
        places[units] = at
    return lambda offset: places.get(offset, -1)


def from_crlf(text: str) -> Convert:
    """Return what turns an offset in a text with CRLF into one of that text with LF; -1 if it can't be."""
    places = {}
    for at, there in enumerate([0, *accumulate(2 if character == "\n" else 1 for character in text)]):
        places[there] = at
    return lambda offset: places.get(offset, -1)
