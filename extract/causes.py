"""Terms for the attack, fault or mishap behind an incident."""

from collections.abc import Iterator

from extract.document import Document
from extract.lexicon import lexicon
from extract.mention import Mention


def find_causes(document: Document) -> Iterator[Mention]:
    """Find every occurrence of a cause, also in headings, negations and advice (guidelines.md, CAUSE).

    The words and the reasons for them stand in `data/causes.toml`.
    """
    for start, end, rule in lexicon("causes").find(document.folded):
        yield Mention(start, end, "CAUSE", rule.id, rule.score, (document.text[start:end],))
