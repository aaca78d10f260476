"""Searching without regard to width, case and kind of kana: text folded one to one, so that offsets stay."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

_KATAKANA_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}


def folded(text: str) -> str:
    """Return a text of the same length with width, case and kind of kana made one.

    A half-width kana with its separate sound mark stays two characters, as `ｶﾞ` → `か゛`.
    """
    plain = {character: _fold(character).translate(_KATAKANA_TO_HIRAGANA) for character in set(text)}
    return "".join(map(plain.__getitem__, text))


def search_key(text: str) -> str:
    """Return a text with width, case and kind of kana made one; fast, but offsets are lost."""
    return unicodedata.normalize("NFKC", text).lower().translate(_KATAKANA_TO_HIRAGANA)


def _fold(character: str) -> str:
    if character < "\x80":
        return character.lower()
    plain = unicodedata.normalize("NFKC", character)
    if len(plain) != 1:
        plain = {" ゙": "゛", " ゚": "゜"}.get(plain, character)
    lowered = plain.lower()
    return lowered if len(lowered) == 1 else plain


def occurrences(needle: str, haystack: str) -> Iterator[int]:
    """Yield where a string begins in another, without overlaps."""
    at = haystack.find(needle) if needle else -1
    while at >= 0:
        yield at
        at = haystack.find(needle, at + len(needle))


def matches(words: str, text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a text, in its own code points, that are the words but for width, case, kana.

    A sound mark may be composed or stand alone: `ガ`, `ｶﾞ` and `か` with U+3099 are the same.
    """
    wanted, _ = _composed(words)
    whole, starts = _searched(text)
    return tuple((starts[at], starts[at + len(wanted)]) for at in occurrences(wanted, whole))


_MARKS = {"゛": "\u3099", "゜": "\u309a", "\u3099": "\u3099", "\u309a": "\u309a"}


def _composed(text: str) -> tuple[str, Sequence[int]]:
    """Fold a text and join sound marks to their kana; returns it with each character's offset."""
    plain = folded(text)
    if not any(mark in plain for mark in _MARKS):
        return plain, range(len(text) + 1)
    composed: list[str] = []
    starts: list[int] = []
    for offset, character in enumerate(plain):
        if composed and character in _MARKS:
            joined = unicodedata.normalize("NFC", composed[-1] + _MARKS[character])
            if len(joined) == 1:
                composed[-1] = joined
                continue
        composed.append(character)
        starts.append(offset)
    starts.append(len(text))
    return "".join(composed), starts


_searched = lru_cache(2)(_composed)
"""Of the text that is searched at every letter typed."""
