"""Terms for the attack, fault or mishap behind an incident."""

from collections.abc import Iterator
from functools import lru_cache

from extract.document import Document
from extract.lexicon import Found, lexicon
from extract.mention import Mention


def find_causes(document: Document) -> Iterator[Mention]:
    """Find every occurrence of a cause, also in headings, negations and advice (guidelines.md, CAUSE).

    The words and the reasons for them stand in `data/causes.toml`.
    """
    for start, end, rule in document.once(cause_words):
        yield Mention(start, end, "CAUSE", rule.id, rule.score, (document.text[start:end],))


def cause_words(document: Document) -> tuple[Found, ...]:
    """Return the words for causes; kept per document, for gangs bear the names of malware."""
    return tuple(lexicon("causes").find(document))


@lru_cache(maxsize=16_384)
def causes_in(name: str) -> tuple[Found, ...]:
    """Return the words for causes in what may be a name; few names have one."""
    return tuple(lexicon("causes").find_in(name))
