"""Organisations named in quotation brackets, told by the words before and behind."""

from collections.abc import Iterator

from extract.document import Document
from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.names.cues import name_cues
from extract.names.mention import name_mention
from extract.names.quotations import quotations
from extract.names.quoted_kinds import told_organisation
from extract.names.stretches import name_patterns

_SOCIETY = lazy(r"を[ぁ-ん一-龠]{1,6}(?:会|ネット(?:ワーク)?|プロジェクト)(?:・[^・]{2,12})?\Z")
"""What a society is for is a part of its name."""


def find_quoted_names(document: Document) -> Iterator[Mention]:
    """Find 「X」 after a word for a firm, a school or a gang, or before を名乗る and the like."""
    cues = name_cues()
    for start, end, words, before in document.once(quotations):
        cue = told_organisation(document, before, end)
        cue = cue or cues.after_quoted_organisation.match(document.folded, end + 1)
        title = cues.no_title.search(words) and not _SOCIETY.search(words)
        if cue and words not in name_patterns().generic and not title:
            yield name_mention("ORG", "org.quoted", start, end, cue[0])
