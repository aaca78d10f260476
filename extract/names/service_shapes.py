"""What a name may be made of to be a service's."""

from extract.causes import causes_in
from extract.names.cues import name_cues
from extract.names.stretches import name_patterns


def holds_cause(name: str) -> bool:
    """Tell whether words for an attack stand in a name."""
    return bool(causes_in(name))


def fits(name: str) -> bool:
    """Tell whether a name may be a service's: no common noun, no title, no organisation, no cause."""
    cues = name_cues()
    if name in name_patterns().generic or cues.no_title.search(name) or cues.no_service.search(name):
        return False
    return not any(hit.end - hit.start == len(name) for hit in causes_in(name))
