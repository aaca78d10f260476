"""Headings and the sections under them, as official notices and blogs write them.

Notices number their headings (1., (2), ①), mark them (■, 【】) or set a bare noun such as 対象期間 on a line.
"""

from collections.abc import Iterator

import msgspec

from extract.lazy_pattern import lazy
from extract.word_lists import WordLists

_MARKS = lazy(
    r"\s*(?:(?P<figure>[■□●○◆◇▼▲◎★☆])|(?P<hash>#+)|(?P<lenticular>【)|(?P<angle><)|(?P<chapter>第\d+\s)"
    r"|(?P<numeral>\d{1,2}(?:[.:、](?!\d)|\)| +(?![\d件人名台枚年月日時分%])))"
    r"|(?P<decimal>\d{1,2}[-.]\d{1,2}[.):、]?\s)|(?P<bracket>\(\d{1,2}\))"
    r"|(?P<circled>[①-⑳])|(?P<kanji>[一二三四五六七八九十]{1,2}[.、]\s?))"
)
_BARE = WordLists("headings").lazy(r"[^。、「」:]{0,16}{bare}(?:について)?\s*$")
_LONGEST = 60
_DEEPEST = 4
_CLOSING = ("。", "、", ",")


class Section(msgspec.Struct, frozen=True):
    """A heading line and what stands under it, half-open in code points; the first section may have none."""

    start: int
    """Where the heading starts."""
    body: int
    """Where the heading's line ends; equal to `start` without a heading."""
    end: int
    outline: str = ""
    """The folded headings that this section stands under, outermost first, its own last, one a line."""


def _mark(line: str) -> str | None:
    """Return how a folded line is marked as a heading, none if it is none.

    A heading is short, marked or a bare noun, and not closed as a sentence.
    """
    if len(line) > _LONGEST or line.rstrip().endswith(_CLOSING):
        return None
    marked = _MARKS.match(line)
    if marked:
        return marked.lastgroup
    return "bare" if _BARE.match(line) else None


def sections_of(folded: str, lines: tuple[tuple[int, int], ...]) -> tuple[Section, ...]:
    """Cut a folded text into sections at its headings."""
    heads = list(_heads(folded, lines))
    if not heads or heads[0][0] > 0:
        heads.insert(0, (0, 0, ""))
    ends = [start for start, _, _ in heads[1:]] + [len(folded)]
    return tuple(
        Section(start, body, end, outline) for (start, body, outline), end in zip(heads, ends, strict=True)
    )


def _heads(folded: str, lines: tuple[tuple[int, int], ...]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and outline of each heading; a mark that comes back closes what was opened since."""
    open_marks: dict[str, str] = {}
    for start, end in lines:
        mark = _mark(folded[start:end])
        if mark is None:
            continue
        opened = list(open_marks)
        for later in opened[opened.index(mark) :] if mark in open_marks else opened[_DEEPEST - 1 :]:
            del open_marks[later]
        open_marks[mark] = folded[start:end].strip()
        yield start, end, "\n".join(open_marks.values())
