"""The line of keys at the foot: as many entries as fit, the way to the help always among them."""

from tui.keyboard.keys import KeyTable, Place
from tui.language import Language
from tui.widgets.rows import width_of

Pieces = list[tuple[str, str]]

_ALWAYS = "help"


def foot(keys: KeyTable, place: Place, language: Language, width: int) -> tuple[Pieces, Pieces]:
    """Return what the line says at the left and at the right, in so many cells."""
    entries = keys.foot(place)
    right = [
        piece
        for entry in entries
        if entry.action == _ALWAYS
        for piece in _shown(entry.keys, language.name(entry.name))
    ]
    room = width - sum(width_of(text) for text, _ in right) - 1
    left: Pieces = []
    for entry in entries:
        pieces = _shown(entry.keys, language.name(entry.name))
        room -= sum(width_of(text) for text, _ in pieces)
        if entry.action != _ALWAYS and room >= 0:
            left += pieces
        elif entry.action == _ALWAYS:
            room += sum(width_of(text) for text, _ in pieces)
    return left, right


def _shown(keys: str, name: str) -> Pieces:
    return [(f" {keys}", "key"), (f" {name} ", "dim")]
