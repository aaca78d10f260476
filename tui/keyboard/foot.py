"""The line of keys at the foot: as many entries as fit, the ways out always among them."""

from tui.keyboard.keys import FootEntry, KeyTable, Place
from tui.language import Language
from tui.widgets.bar import Words
from tui.widgets.rows import width_of

MORE: Words = ("…", "dim", "help")
"""Told before the way to the help, where that has more keys than there is room for."""


def foot(
    keys: KeyTable, place: Place, language: Language, width: int, *, read_only: bool = False
) -> tuple[list[Words], list[Words]]:
    """Return what the line says at the left and, help and leaving, at the right, in so many cells."""
    entries = keys.foot(place, read_only=read_only)
    right = [words for entry in entries if entry.is_way_out for words in _words(entry, language)]
    room = width - _cells(right) - 1
    others = [_words(entry, language) for entry in entries if not entry.is_way_out]
    if sum(map(_cells, others)) > room:
        right = [MORE, *right]
        room -= _cells([MORE])
    left: list[Words] = []
    for words in others:
        if _cells([*left, *words]) <= room:
            left += words
    return left, right


def foot_lines(keys: KeyTable, place: Place, language: Language, width: int) -> list[list[Words]]:
    """Return all entries with every key, in as many lines of so many cells as they take."""
    lines: list[list[Words]] = [[]]
    for entry in keys.foot(place, every=True):
        words = _words(entry, language)
        if lines[-1] and _cells([*lines[-1], *words]) > width:
            lines.append([])
        lines[-1] += words
    return lines


def _words(entry: FootEntry, language: Language) -> list[Words]:
    actions = {action for _, action in entry.keys}
    named = entry.keys[0][1] if len(actions) == 1 else ""
    keys = [(f" {key}", "key", action) for key, action in entry.keys]
    return [*keys, (f" {language.name(entry.name)} ", "dim", named)]


def _cells(words: list[Words]) -> int:
    return sum(width_of(text) for text, *_ in words)
