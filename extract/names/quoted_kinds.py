"""What kind of organisation the words before quotation brackets say that the quoted name is of."""

import re

from extract.document import Document
from extract.lazy_pattern import lazy
from extract.names.cues import name_cues
from extract.names.words import WORDS

_HOUSE = WORDS.lazy(r"(?<!ネット)(?<!オンライン)(?<!ライン..)(?<!通販)(?:{houses}|{institutes})(?:である)?\Z")
"""A kind of house that is none on the web: ラーメン店「X」."""
_RUN = lazy(
    "を(?:[一-龠]{2}・)?(?:展開|運営|経営|営|手がけ|手掛け|開く|擁)|」?の?(?:運営|経営)(?:会社|元|する|の)"
)
"""Behind a house's name: another one runs it, so that it is that one's shop."""
_RUNNER = lazy(
    r"(?<!調査会社の)(?<!調査機関の)(?<!委託先の)(?<!会社である)(?<!業者の)(?<!依頼した)(?<!委託した)(?:株式|有限|合同|合資)会社(?=[^\s。、の])"
    r"|(?<=[一-龠ァ-ヺA-Za-z])(?:株式|有限|合同|合資)会社"
)
"""A firm by its legal form, unless it works for another; it is who runs the house that the text tells of."""


def told_organisation(document: Document, before: str, end: int) -> "re.Match[str] | None":
    """Return the words before a quoted name that make it an organisation's, none if there are none.

    A shop or a theatre is one where no firm is named that runs it, else the firm's (guidelines.md, ORG).

    Args:
        document: the text.
        before: what stands up to the opening bracket.
        end: where the closing bracket stands, in code points.
    """
    if kind := name_cues().before_quoted_organisation.search(before):
        return kind
    house = _HOUSE.search(before)
    return (
        house if house and not _RUN.match(document.folded, end + 1) and not document.once(_is_run) else None
    )


def _is_run(document: Document) -> bool:
    return _RUNNER.search(document.folded) is not None
