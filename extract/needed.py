"""Words of which any match of a pattern must hold one: most cues need be neither searched for nor compiled.

Only what the data files write is understood: literals, classes, groups, alternatives, quantifiers, `{names}`.
What isn't understood needs nothing, which is always safe.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

Needs = tuple[frozenset[str], ...]
"""Of each set at least one word must stand in the text; the most telling set first."""

_NO_LISTS: Mapping[str, Needs] = MappingProxyType({})

MARK = "◎"
"""What stands for a name in marked surroundings, and so in no sentence: it is never asked for."""

_TOO_COMMON = 30
"""Sets of words commoner than this rule out too few sentences to be looked for."""
_COMMON_BESIDE = 19
"""So do these beside a more telling set: those with a single letter of kana or a mark."""
_COMMON = frozenset("情報個人件名者会社年月日的対応等行可能性利用一部データシステム発表漏え確認")
"""Characters that most sentences about incidents hold."""
_WORD = rf"[^\\()\[\]{{}}|?*+.^${MARK}]+"
_WORDS = re.compile(rf"{_WORD}(?:\|{_WORD})*")
_TOKEN = re.compile(
    rf"{_WORD}|\(\?:{_WORDS.pattern}\)"
    r"|\(\?(?:<?[=!]|:|P<\w+>)|\[(?:\\.|[^\]\\])+\]|\{[a-z_]+\}|\{\d*,?\d*\}|\\.|.",
    re.DOTALL,
)
"""A word, and a group of nothing but words, is one token: most of a pattern are such."""
_UNREAD = re.compile(r"\(\?(?!:|<?[=!]|P<)")
"""Flags, conditions and the like."""
_DIGITS = frozenset("0123456789,")
_OPTIONAL = re.compile(r"[?*]|\{0?,\d*\}|\{0\}")


def needed(pattern: str, words: Mapping[str, Needs] = _NO_LISTS) -> Needs:
    """Return what any match of a pattern must hold, given what the word lists that it names must hold."""
    if _WORDS.fullmatch(pattern):
        return telling((frozenset(pattern.split("|")),))
    if _UNREAD.search(pattern):
        return ()
    return telling(_Scan(_TOKEN.findall(pattern), words).alternatives())


def holds(text: str, needs: Needs) -> bool:
    """Tell whether a text has a word of each set."""
    for words in needs:
        for word in words:
            if word in text:
                break
        else:
            return False
    return True


def telling(sets: Iterable[frozenset[str]]) -> Needs:
    """Return the sets of words that not nearly every sentence holds one of, the most telling first."""
    told = sorted(
        (words for words in dict.fromkeys(sets) if _commonness(words) < _TOO_COMMON), key=_commonness
    )
    return (*told[:1], *(words for words in told[1:] if _commonness(words) < _COMMON_BESIDE))


@lru_cache(maxsize=4096)
def _commonness(words: frozenset[str]) -> float:
    """Return about how often a sentence holds one of some words: kana and digits stand in most."""
    return sum(map(_commonness_of, words))


@lru_cache(maxsize=4096)
def _commonness_of(word: str) -> float:
    rarest = min(20 if one < "゠" else 6 if one in _COMMON else 1 for one in word)
    return rarest / len(word) ** 2


class _Scan:
    """One pass over the tokens of a pattern."""

    def __init__(self, tokens: list[str], words: Mapping[str, Needs]) -> None:
        self._tokens = [*tokens, ""]
        self._words = words
        self._at = 0

    def alternatives(self) -> Needs:
        """Read up to the end of a group: with several alternatives one set that holds something of each."""
        branches = [self._sequence()]
        while self._tokens[self._at] == "|":
            self._at += 1
            branches.append(self._sequence())
        if len(branches) == 1:
            return branches[0]
        if not all(branches):
            return ()
        best = (branch[0] if len(branch) == 1 else min(branch, key=_commonness) for branch in branches)
        return (frozenset().union(*best),)

    def _sequence(self) -> Needs:
        sets: list[frozenset[str]] = []
        while (token := self._tokens[self._at]) not in {"|", ")", ""}:
            atom = self._atom()
            if self._is_optional():
                atom = (frozenset((token[:-1],)),) if len(token) > 1 and _is_literal(token) else ()
            sets += atom
        return tuple(sets)

    def _is_optional(self) -> bool:
        """Read the quantifier that follows, if any, and tell whether it allows for nothing."""
        found = self._tokens[self._at]
        if not (found in {"?", "*", "+"} or (found[:1] == "{" and found[1:2] in _DIGITS)):
            return False
        self._at += 1
        if self._tokens[self._at] == "?":
            self._at += 1
        return _OPTIONAL.fullmatch(found) is not None

    def _atom(self) -> Needs:
        token = self._tokens[self._at]
        self._at += 1
        if _is_literal(token):
            return (frozenset((token,)),)
        if token.startswith("(?:") and token != "(?:":
            return (frozenset(token[3:-1].split("|")),)
        if token[0] == "(":
            inner = self.alternatives()
            self._at += 1
            return () if token[-1] == "!" else inner
        if token[0] == "{" and len(token) > 1:
            return self._words.get(token[1:-1], ())
        if token[0] == "[" and len(token) > 1:
            is_plain = token[1] != "^" and not set(token) & {"\\", "-"}
            return (frozenset(token[1:-1]),) if is_plain else ()
        return ()


def _is_literal(token: str) -> bool:
    return token[0] not in ".^$\\([{" and token != MARK
