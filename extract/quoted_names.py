"""Organisations named in quotation brackets, told by the words before and behind."""

from collections.abc import Iterator

from extract.document import Document
from extract.mention import Mention
from extract.name_cues import name_cues
from extract.name_mention import name_mention
from extract.names import name_patterns


def find_quoted_names(document: Document) -> Iterator[Mention]:
    """Find 「X」 after a word for a firm, a school or a gang, or before を名乗る and the like."""
    for pattern in name_cues().quoted_organisations:
        for match in pattern.finditer(document.folded):
            if match["name"] not in name_patterns().generic and not name_cues().no_title.search(
                match["name"]
            ):
                yield name_mention("ORG", "org.quoted", *match.span("name"), match["cue"])
