"""Judging a span by cues: what the words around it say of its role."""

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from extract.lazy_pattern import lazy
from extract.record.needed import needed
from extract.record.reading import Surroundings
from extract.record.rulebook import Cue, rulebook


class Verdict(msgspec.Struct, frozen=True):
    """The cue that held, and the words that it found."""

    rule: str
    score: float
    why: tuple[str, ...]


_PLACES = ("before", "after", "surface", "sentence", "heading")


class _Judge:
    """One cue; its patterns are compiled when first searched for, since most texts need few of them."""

    def __init__(self, book: str, role: str, cue: Cue) -> None:
        self._rule = f"{role}.{cue.id}"
        self._score = cue.score
        self._wanted = tuple(_patterns(book, cue, ""))
        self._refused = tuple(_patterns(book, cue, "unless_"))
        self.needs = tuple(_needs(book, cue))
        """Sets of characters; of each at least one must stand in a sentence for the cue to hold."""

    def may_hold(self, characters: frozenset[str]) -> bool:
        """Tell whether the cue can hold where a sentence has these characters."""
        return not any(map(characters.isdisjoint, self.needs))

    def verdict(self, around: Surroundings) -> Verdict | None:
        """Return what the cue says of some surroundings, none where one of its patterns forbids it."""
        found = []
        for place, pattern in self._wanted:
            match = _compiled(pattern).search(getattr(around, place))
            if match is None:
                return None
            found.append(match.group().strip())
        if any(_compiled(pattern).search(getattr(around, place)) for place, pattern in self._refused):
            return None
        return Verdict(self._rule, self._score, tuple(filter(None, found)))


def _patterns(book: str, cue: Cue, prefix: str) -> Iterator[tuple[str, str]]:
    expanded = rulebook(book).expanded
    for place in _PLACES:
        pattern = getattr(cue, prefix + place)
        if pattern:
            yield place, expanded(pattern)


def _needs(book: str, cue: Cue) -> Iterator[frozenset[str]]:
    """What the sentence must hold for the cue to hold; headings stand outside of it."""
    for place in _PLACES:
        pattern = getattr(cue, place)
        if pattern and place != "heading":
            yield from needed(pattern, rulebook(book).needs)


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    return lazy(pattern)


@lru_cache(maxsize=128)
def _judges(book: str, role: str) -> tuple[_Judge, ...]:
    cues = sorted(rulebook(book).roles[role], key=lambda cue: -cue.score)
    return tuple(_Judge(book, role, cue) for cue in cues)


@lru_cache(maxsize=32)
def _judges_of(book: str, roles: tuple[str, ...]) -> tuple[tuple[str, _Judge], ...]:
    return tuple((role, one) for role in roles for one in _judges(book, role))


@lru_cache(maxsize=1024)
def _living(book: str, role: str, characters: frozenset[str]) -> tuple[_Judge, ...]:
    """Return the cues that can hold where a sentence has just these characters."""
    judges = _judges(book, role)
    return tuple(one for one in judges if one.may_hold(characters))


def judge(book: str, role: str, around: Surroundings) -> Verdict | None:
    """Return the verdict of the best-scored cue of a role that holds, none if none does.

    Args:
        book: the rulebook's name.
        role: the table in it.
        around: the words around the span in question.
    """
    judges = _living(book, role, around.characters)
    return next((found for one in judges if (found := one.verdict(around))), None)


def judge_roles(book: str, roles: tuple[str, ...], around: Surroundings) -> Iterator[tuple[str, Verdict]]:
    """Yield each role that a cue puts the words in, in the order of the roles, with its best verdict."""
    done = None
    for role, one in _judges_of(book, roles):
        if role != done and one.may_hold(around.characters) and (verdict := one.verdict(around)):
            done = role
            yield role, verdict


def judge_all(book: str, role: str, around: Surroundings) -> tuple[Verdict, ...]:
    """Return the verdicts of all cues of a role that hold, best score first."""
    judges = _living(book, role, around.characters)
    return tuple(found for one in judges if (found := one.verdict(around)))
