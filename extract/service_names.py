"""Names of sites, shops, apps and systems by quotation brackets, by what runs them, and by their endings."""

import re
from collections.abc import Iterator

from extract.document import Document
from extract.institution_words import endings
from extract.institutions import name_runs
from extract.lexicon import lexicon
from extract.mention import Mention
from extract.name_cues import name_cues
from extract.name_mention import name_mention
from extract.names import is_proper, name_patterns, without_head
from extract.quotations import quotations

_OWNED = re.compile(r"(?:社|[ァ-ヺーA-Za-z]{4})の\Z")
_PARTICLE = re.compile("[とがにでは]")
"""星空社の「X」に: what a firm has and something happens to."""
_BRANCH = re.compile(r"(?<=の)(?P<name>[ァ-ヺーA-Za-z一-龠・]{3,16}(?<!支)(?P<cue>店))(?=[でがのにはへ])")


def find_service_names(document: Document) -> Iterator[Mention]:
    """Find names of services without looking at organisations, which lean on these."""
    cues = name_cues()
    for start, end, rule in lexicon("services").find(document.folded):
        yield Mention(start, end, "SERVICE", rule.id, rule.score, (document.text[start:end],))
    yield from _quoted(document)
    yield from _proper(document, cues.shop, "service.shop")
    yield from _proper(document, cues.run, "service.operated")
    yield from _proper(document, _BRANCH, "service.branch")
    yield from _proper(document, cues.latin, "service.latin")
    yield from _systems(document)


def _quoted(document: Document) -> Iterator[Mention]:
    cues = name_cues()
    for start, end, words, before in document.once(quotations):
        cue = cues.before_quoted_service.search(before)
        if not cue and not cues.before_quoted_organisation.search(before):
            cue = cues.after_quoted_service.match(document.folded, end + 1)
        if not cue and _OWNED.search(before):
            cue = _PARTICLE.match(document.folded, end + 1)
        if cue and _fits(words):
            yield name_mention("SERVICE", "service.quoted", start, end, cue[0])


def _proper(document: Document, pattern: "re.Pattern[str]", rule: str) -> Iterator[Mention]:
    """Find what a pattern's group `name` holds, where it is a proper noun or several Latin words."""
    for match in pattern.finditer(document.folded):
        name = match["name"]
        bare = name.removesuffix(match["cue"]).strip()
        if _fits(name) and (" " in name or is_proper(bare)):
            yield name_mention("SERVICE", rule, *match.span("name"), match["cue"])


def _fits(name: str) -> bool:
    """Tell whether a name may be a service's: no common noun, no title, no organisation, no cause."""
    cues = name_cues()
    if name in name_patterns().generic or cues.no_title.search(name) or cues.no_service.search(name):
        return False
    return not any(hit.end - hit.start == len(name) for hit in lexicon("causes").find(name))


def _systems(document: Document) -> Iterator[Mention]:
    """Find systems whose own name stands before the word: XRT受発注システム, but not 会員管理システム."""
    kinds = name_cues().system_endings
    for start, end in document.once(name_runs):
        if not document.folded.endswith(kinds, start, end):
            continue
        run = document.folded[start:end]
        name = without_head(run)
        kind = next(kind for kind in kinds if run.endswith(kind))
        stem = name.removesuffix(kind)
        if len(stem) > 2 and _fits(name) and is_proper(stem) and not endings().plain.fullmatch(run):
            yield name_mention("SERVICE", "service.system", end - len(name), end, kind)
