"""Headings and the sections under them, as official notices and blogs write them."""

import re

import msgspec

_MARKED = re.compile(
    r"\s*(?:[■□●○◆◇▼▲◎★☆#]|【|<|\(?\d{1,2}(?:[.):、]|[-.]\d{1,2}[.):、]?\s)|[①-⑳]|[一二三四五六七八九十]{1,2}[.、]\s?|第\d+\s)"
)
_LONGEST = 60
_CLOSED = re.compile(r"[。、,]\s*$")


class Section(msgspec.Struct, frozen=True):
    """A heading line and what stands under it, half-open in code points; the first section may have none."""

    start: int
    """Where the heading starts."""
    body: int
    """Where the heading's line ends; equal to `start` without a heading."""
    end: int


def is_heading(line: str) -> bool:
    """Tell whether a folded line is a heading: short, marked as one, and not closed as a sentence."""
    return len(line) <= _LONGEST and not _CLOSED.search(line) and bool(_MARKED.match(line))


def sections_of(folded: str, lines: tuple[tuple[int, int], ...]) -> tuple[Section, ...]:
    """Cut a folded text into sections at its headings."""
    heads = [(start, end) for start, end in lines if is_heading(folded[start:end])]
    if not heads or heads[0][0] > 0:
        heads.insert(0, (0, 0))
    ends = [start for start, _ in heads[1:]] + [len(folded)]
    return tuple(Section(start, body, end) for (start, body), end in zip(heads, ends, strict=True))
