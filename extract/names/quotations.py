"""Words in quotation brackets, with what stands before and behind them."""

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
    return [
        Quotation(
            *match.span("words"), match["words"], folded[max(0, match.start() - _BEFORE) : match.start()]
        )
        for match in _QUOTE.finditer(folded)
    ]
