"""With which letters the matches of a pattern begin, so that a search passes over all other places at once.

`re` works them out for literals, classes and alternatives that begin with literals. The rules' patterns begin
with alternatives of groups, optional words and the like; without this they would be tried at every place.
"""

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any

Letters = list[tuple[Any, Any]]
"""The members of a class as `re` parses it: literals, ranges, categories."""
Parsed = Iterable[tuple[Any, Any]]
"""What `re` parses a pattern to: pairs of a kind and what is of that kind."""

_KINDS: Any = import_module("re._constants")
_LED_ALREADY = frozenset((_KINDS.LITERAL, _KINDS.IN, _KINDS.AT))
"""At the beginning of a pattern `re` sees these."""
_NO_WIDTH = frozenset((_KINDS.AT, _KINDS.ASSERT, _KINDS.ASSERT_NOT))
_REPEATS = frozenset((_KINDS.MAX_REPEAT, _KINDS.MIN_REPEAT, _KINDS.POSSESSIVE_REPEAT))


class _AnyLetterError(Exception):
    """Nothing is known of the first letter."""


def led_by_letters(parsed: Any) -> Any:
    """Return a parsed pattern that begins like one and is as wide, but whose first letters `re` sees.

    It is the pattern itself where they aren't known, or where `re` sees them already.
    """
    is_plain = parsed.getwidth()[0] > 0 and not parsed.state.flags & re.IGNORECASE
    letters = beginnings(parsed) if is_plain and parsed[0][0] not in _LED_ALREADY else None
    if letters is None:
        return parsed
    led = type(parsed)(parsed.state, [(_KINDS.IN, letters)])
    led.width = parsed.getwidth()
    return led


def beginnings(parsed: Parsed) -> Letters | None:
    """Return letters, one of which every match begins with; none if it may be any or none at all."""
    try:
        letters, is_optional = _of_sequence(parsed)
    except _AnyLetterError:
        return None
    return None if is_optional else letters


def _of_sequence(parsed: Parsed) -> tuple[Letters, bool]:
    """Return the first letters of a sequence, and whether it may match nothing."""
    letters: Letters = []
    for kind, content in parsed:
        found, is_optional = _of(kind, content)
        letters += found
        if not is_optional:
            return letters, False
    return letters, True


def _of(kind: Any, content: Any) -> tuple[Letters, bool]:
    if kind is _KINDS.LITERAL:
        return [(kind, content)], False
    if kind is _KINDS.IN and content[0][0] is not _KINDS.NEGATE:
        return content, False
    if kind in _NO_WIDTH:
        return [], True
    if kind is _KINDS.BRANCH:
        branches = [_of_sequence(branch) for branch in content[1]]
        return [letter for letters, _ in branches for letter in letters], any(empty for _, empty in branches)
    if kind is _KINDS.SUBPATTERN and not content[1]:
        return _of_sequence(content[3])
    if kind in _REPEATS:
        letters, is_optional = _of_sequence(content[2])
        return letters, is_optional or not content[0]
    raise _AnyLetterError
