"""Latin names that writers set off with spaces: 京都の Hokutel は公表した, 委託先の Hokutel から."""

from collections.abc import Iterator

from extract.document import Document
from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.names.cues import name_cues
from extract.names.mention import name_mention
from extract.names.stretches import is_proper, name_patterns
from extract.names.words import WORDS
from extract.nearby import Nearby

_SPACED = Nearby(
    r"(?<![A-Za-z0-9.,)])(?: |(?<![A-Za-z0-9]))"
    r"(?P<name>[A-Z][A-Za-z0-9.&-]{2,24}(?: [A-Z][A-Za-z0-9]{1,20}){0,2}) (?=[がはでにかへともを社側])",
    reach=80,
)
_FIRM = Nearby(
    WORDS.lazy(
        r"(?<![A-Za-z0-9&.'-])(?<![A-Za-z0-9] )(?P<name>[A-Z][A-Za-z0-9&.'-]*"
        r"(?: [A-Z][A-Za-z0-9&.'-]*){0,3} (?P<cue>{latin_firm_ends}))(?![A-Za-z0-9])"
    ),
    reach=100,
)
"""Latin names that end as only firms' and bodies' do."""
_LED_ONLY = frozenset("のは")
"""What begins so behind a name tells it only where nobody else speaks so."""
_BEFORE = 14
_ABBREVIATION = lazy("[A-Z0-9.&-]{1,5}")


def find_spaced_names(document: Document) -> Iterator[Mention]:
    """Find Latin names with spaces around them where an organisation acts, as technical writers set them."""
    folded, cues = document.folded, name_cues()
    for firm in _FIRM.finditer(document):
        yield name_mention("ORG", "org.role", *firm.span("name"), firm["cue"])
    for match in _SPACED.finditer(document):
        name = match["name"]
        if name in name_patterns().common or _ABBREVIATION.fullmatch(name) or not is_proper(name):
            continue
        before = folded[max(0, match.start() - _BEFORE) : match.start()]
        stated = cues.after_organisation.match(folded, match.end())
        cue = cues.speaks.match(folded, match.end()) or cues.before_organisation.search(before)
        cue = cue or (stated if stated and stated[0][:1] not in _LED_ONLY else None)
        if cue and (cue[0][0] == "を" or not cues.run_by.search(before)):
            yield name_mention("ORG", "org.role", *match.span("name"), cue[0])
