"""Characters that any match of a pattern must hold, so that most cues needn't be searched for, nor compiled.

Only what rulebooks write is understood: literals, classes, groups, alternatives, quantifiers, `{names}`. What
isn't understood needs nothing, which is always safe.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

Needs = tuple[frozenset[str], ...]
"""Of each set at least one character must stand in the text; the most telling set first."""

_MOST = 3
"""Sets that a pattern is asked for; further ones cost more than they save."""
_COMMON = frozenset("情報個人件名者会社年月日的対応等行可能性利用一部データシステム発表漏え確認")
"""Characters that most sentences about incidents hold."""
_TOKEN = re.compile(
    r"\(\?(?:<?[=!]|:|P<\w+>)|\[(?:\\.|[^\]\\])+\]|\{[a-z_]+\}|\{\d*,?\d*\}|\\.|.",
    re.DOTALL,
)
_DIGITS = frozenset("0123456789,")
_OPTIONAL = re.compile(r"[?*]|\{0?,\d*\}|\{0\}")


def needed(pattern: str, words: Mapping[str, Needs]) -> Needs:
    """Return what any match of a pattern must hold, given what its word lists must hold."""
    if re.match(r"\(\?[a-z]+\)", pattern):
        return ()
    tokens = _TOKEN.findall(pattern)
    return _telling(_Scan(tokens, words).alternatives())[:_MOST]


def _telling(sets: Iterable[frozenset[str]]) -> Needs:
    return tuple(sorted(dict.fromkeys(sets), key=_commonness))


@lru_cache(maxsize=2048)
def _commonness(characters: frozenset[str]) -> int:
    """Return about how often a sentence holds one of some characters: kana and digits stand in most."""
    return sum(20 if one < "゠" else 6 if one in _COMMON else 1 for one in characters)


class _Scan:
    """One pass over the tokens of a pattern."""

    def __init__(self, tokens: list[str], words: Mapping[str, Needs]) -> None:
        self._tokens = tokens
        self._words = words
        self._at = 0

    def alternatives(self) -> Needs:
        """Read up to the end of a group: with several alternatives one set that holds something of each."""
        branches = [self._sequence()]
        while self._peek() == "|":
            self._at += 1
            branches.append(self._sequence())
        if len(branches) == 1:
            return branches[0]
        if not all(branches):
            return ()
        best = (branch[0] if len(branch) == 1 else min(branch, key=_commonness) for branch in branches)
        return (frozenset().union(*best),)

    def _peek(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _sequence(self) -> Needs:
        sets: list[frozenset[str]] = []
        while self._peek() not in {"|", ")", ""}:
            atom = self._atom()
            quantifier = self._quantifier()
            if atom and not (quantifier and _OPTIONAL.fullmatch(quantifier)):
                sets += atom
        return tuple(sets)

    def _quantifier(self) -> str:
        found = self._peek()
        if not (found in {"?", "*", "+"} or (found[:1] == "{" and found[1:2] in _DIGITS)):
            return ""
        self._at += 1
        if self._peek() == "?":
            self._at += 1
        return found

    def _atom(self) -> Needs:
        token = self._peek()
        self._at += 1
        if token.startswith("(?") or token == "(":
            inner = self.alternatives()
            self._at += 1
            return () if token[-1] in "=!" else inner
        if token[0] == "{" and len(token) > 1:
            return self._words.get(token[1:-1], ())
        if token[0] == "[" and len(token) > 1:
            is_plain = token[1] != "^" and not set(token) & {"\\", "-"}
            return (frozenset(token[1:-1]),) if is_plain else ()
        return () if token[0] in ".^$\\" else (frozenset(token),)
