"""Gangs that bear the name of their malware, told by what they do."""

from collections.abc import Iterator

from extract.causes import cause_words
from extract.document import Document
from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.names.mention import name_mention
from extract.names.words import WORDS

_SPEAKS = WORDS.lazy(r"」?{gang_acts}")
_GANG = lazy(r"(?:グループ|集団|組織|犯行グループ)(?:の|である|、)?「?\Z")
_WINDOW = 10


def find_gangs(document: Document) -> Iterator[Mention]:
    """Find LockBit and the like where a gang is meant; elsewhere the name is its malware, a CAUSE."""
    folded = document.folded
    for start, end, rule in document.once(cause_words):
        if rule.id == "cause.malware_name":
            cue = _SPEAKS.match(folded, end) or _GANG.search(folded[max(0, start - _WINDOW) : start])
            if cue:
                yield name_mention("ORG", "org.gang", start, end, cue[0])
