"""Misuse: whether the data were misused, by what the sentences say of it."""

from collections.abc import Mapping

from extract.record.asides import is_advice
from extract.record.cues import judge_roles
from extract.record.filling import Filling
from extract.record.reading import Reading
from store.schema import Field

_BOOK = "misuse"
_IMPLIED = "misuse_implied"
"""What is asked where the other tells nothing, or no more than a fear."""
_ORDER = ("confirmed", "none_found", "possible")
"""What has happened outweighs a denial, a denial outweighs a fear: notices state both in one breath."""
_SURE = 0.9
"""Below it what looks like misuse may be how it was found out; a denial in so many words outweighs that."""


def fill_misuse(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return the strongest statement on misuse; where none is made, or a fear alone, what is told of harm."""
    told = _told(reading, field, _BOOK)
    if told.keys() <= {"possible"}:
        told = {**_told(reading, field, _IMPLIED), **told}
    found = sorted(told.values(), key=lambda filling: _weight(filling, told))
    if not found:
        return ()
    top = found[0]
    runner_up = found[1].value if len(found) > 1 else None
    return (Filling(top.value, top.rule, top.score, (), top.why, runner_up),)


def _told(reading: Reading, field: Field, book: str) -> dict[str, Filling]:
    """Return the first statement of each kind that a rulebook finds; advice implies a fear only."""
    told: dict[str, Filling] = {}
    for stretch in reading.own_sentences:
        around = reading.told_in(stretch)
        is_hollow = book == _IMPLIED and is_advice(around)
        for role, verdict in judge_roles(book, _ORDER[-1:] if is_hollow else _ORDER, around):
            if role in field.code_ids and role not in told:
                told[role] = Filling(role, f"misuse.{verdict.rule}", verdict.score, (), verdict.why[:3])
    return told


def _weight(filling: Filling, told: Mapping[str, Filling]) -> tuple[bool, int]:
    """Return where a statement stands among the others, the weightiest first."""
    denial = told.get("none_found")
    is_doubtful = filling.value == "confirmed" and denial is not None and filling.score < _SURE
    return is_doubtful, _ORDER.index(str(filling.value))
