"""Words in quotation brackets, with what stands before and behind them."""

import re
from typing import NamedTuple

from extract.document import Document
from extract.lazy_pattern import lazy

_QUOTE = lazy(
    r"[「『“”\"](?P<words>[^「」『』“”\"\n。]{2,40}?)"
    r"(?:\((?:(?:https?:|以下|旧)[^()「」『』\n]{1,80}|[ァ-ヺぁ-んー・]{2,14}|[A-Za-z][A-Za-z. ]{1,24})\))?"
    r"[」』”\"]"
)
"""A name with its address, or a remark on it, in brackets behind it is the name alone."""
_BEFORE = 28
_SHORT_FORM = lazy(r"(?P<name>[^()]{4,})\((?P<short>[一-龠ァ-ヺーA-Z]{2,12})\)")
"""A name with its short form, which is another mention: 「星川産業支援機構(星川機構)」."""


class Quotation(NamedTuple):
    """Quoted words without their brackets, half-open in code points of the folded text."""

    start: int
    end: int
    words: str
    before: str
    """Up to 28 code points that end at the opening bracket."""


def quotations(document: Document) -> list[Quotation]:
    """Return what stands in quotation brackets within one line and one sentence."""
    folded = document.folded
    return [_quotation(folded, match) for match in _QUOTE.finditer(folded)]


def _quotation(folded: str, match: "re.Match[str]") -> Quotation:
    words, start = _without_short_form(match["words"]), match.start("words")
    before = folded[max(0, match.start() - _BEFORE) : match.start()]
    return Quotation(start, start + len(words), words, before)


def _without_short_form(words: str) -> str:
    both = _SHORT_FORM.fullmatch(words)
    return both["name"] if both and set(both["short"]) <= set(both["name"]) else words
