"""Many words or patterns as one regular expression."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby


def either(patterns: Sequence[str]) -> str:
    """Return one group that matches any of some patterns, the first that fits."""
    return f"(?:{'|'.join(patterns)})"


def alternation(words: Iterable[str]) -> str:
    """Return a pattern that matches the longest of the words at a place.

    Words with a common beginning share it, as in `不正(?:アクセス|ログイン)`, so that the cost doesn't grow
    with their number (a plain `a|b|c` tries one after the other).
    """
    return _pattern(sorted(set(words))) or r"(?!)"


def guarded(words: Sequence[str]) -> str:
    """Return a pattern of the same words that first looks whether one of their first letters stands there.

    It pays behind `.*` and the like, where `re` tries one beginning after the other at every place.
    """
    letters = "".join(sorted({re.escape(word[0]) for word in words}))
    return f"(?=[{letters}]){alternation(words)}"


def _pattern(words: Sequence[str]) -> str:
    """Return the pattern of sorted words; branches begin with letters, by which `re` can skip."""
    if len(words) == 1:
        return _literal(words[0])
    options = [
        _literal(first) + _pattern([word[1:] for word in group])
        for first, group in groupby(words, key=lambda word: word[:1])
        if first
    ]
    if "" in words[:1]:
        return f"{either(options)}?"
    return either(options) if len(options) > 1 else "".join(options)


def _literal(word: str) -> str:
    return word if word.isalnum() else re.escape(word)
