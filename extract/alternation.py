"""Many words or patterns as one regular expression."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

Tree = dict[str, Any]
_END = ""


def either(patterns: Sequence[str]) -> str:
    """Return one group that matches any of some patterns, the first that fits."""
    return f"(?:{'|'.join(patterns)})"


def alternation(words: Iterable[str]) -> str:
    """Return a pattern that matches the longest of the words at a place.

    Words with a common beginning share it, as in `不正(?:アクセス|ログイン)`, so that the cost doesn't grow
    with their number (a plain `a|b|c` tries one after the other).
    """
    tree: Tree = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[_END] = None
    return _pattern(tree) or r"(?!)"


def _pattern(tree: Tree) -> str:
    """Return the pattern of a tree; branches begin with letters, so that `re` can skip by first letters."""
    options = [
        re.escape(character) + _pattern(below) for character, below in sorted(tree.items()) if character
    ]
    if not options:
        return ""
    if _END in tree:
        return f"{either(options)}?"
    return options[0] if len(options) == 1 else either(options)
