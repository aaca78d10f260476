"""Systems whose own name stands before the word: XRT受発注システム."""

from collections.abc import Iterator

from extract.document import Document
from extract.mention import Mention
from extract.names.cues import name_cues
from extract.names.institution_words import endings
from extract.names.institutions import name_runs
from extract.names.mention import name_mention
from extract.names.service_shapes import fits
from extract.names.stretches import is_proper, without_head

_SHORTEST = 3
_BEFORE = 14


def find_systems(document: Document) -> Iterator[Mention]:
    """Find systems whose own name stands before the word: XRT受発注システム, but not 会員管理システム.

    A 北斗データサービス that announces, opens the text or stands behind 委託先の is a firm.
    """
    kinds = name_cues().system_endings
    for start, end in document.once(_system_runs):
        run = document.folded[start:end]
        name = without_head(run)
        kind = next(kind for kind in kinds if run.endswith(kind))
        stem = name.removesuffix(kind)
        if len(stem) < _SHORTEST or endings().plain.fullmatch(run) or not is_proper(stem):
            continue
        if fits(name) and name not in document.once(_firms):
            yield name_mention("SERVICE", "service.system", end - len(name), end, kind)


def _system_runs(document: Document) -> list[tuple[int, int]]:
    """Return the runs that end like a system's name."""
    folded, kinds = document.folded, name_cues().system_endings
    return [(start, end) for start, end in document.once(name_runs) if folded.endswith(kinds, start, end)]


def _firms(document: Document) -> frozenset[str]:
    """Return what ends like a system's name and stands where a firm does, somewhere in the text."""
    return frozenset(
        without_head(document.folded[start:end])
        for start, end in document.once(_system_runs)
        if _is_firm(document.folded, start, end)
    )


def _is_firm(folded: str, start: int, end: int) -> bool:
    """Tell whether a name that ends like a system's stands where a firm does."""
    if folded.endswith("サービス", start, end) and not folded[:start].strip():
        return True
    cues, is_system = name_cues(), folded.endswith("システム", start, end)
    led = cues.before_organisation.search(folded[max(0, start - _BEFORE) : start])
    led = led if not is_system or (led and led[0][-1] in "るたう" and led[0][0] != "を") else None
    return bool(led or cues.speaks.match(folded, end) or cues.employed.match(folded, end))
