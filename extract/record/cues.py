"""Judging a span by cues: what the words around it say of its role."""

import re
from collections.abc import Iterator
from functools import cache, cached_property, reduce
from math import inf
from operator import or_

import msgspec

from extract.lazy_pattern import lazy
from extract.record.rulebook import Cue, needs_of, rulebook
from extract.record.surroundings import Surroundings
from extract.record.triggers import PLACES, cue_triggers

Placed = tuple[str, "re.Pattern[str]"]
"""A pattern, and where it is searched for."""


class Verdict(msgspec.Struct, frozen=True):
    """The cue that held, and the words that it found."""

    rule: str
    score: float
    why: tuple[str, ...]


class _Judge:
    """One cue; its patterns are made when first searched for, since most texts need few of them."""

    def __init__(self, book: str, role: str, cue: Cue) -> None:
        self._book = book
        self._cue = cue
        self._rule = f"{role}.{cue.id}"
        self.score = cue.score

    @cached_property
    def _wanted(self) -> "tuple[re.Pattern[str] | None, tuple[Placed, ...]]":
        """The hint, and what has to be found."""
        hint = _shared(self._book, self._cue.hint) if self._cue.hint else None
        return hint, tuple(_patterns(self._book, self._cue, ""))

    @cached_property
    def _refused(self) -> tuple[Placed, ...]:
        return tuple(_patterns(self._book, self._cue, "unless_"))

    def verdict(self, around: Surroundings) -> Verdict | None:
        """Return what the cue says of some surroundings, none where one of its patterns forbids it."""
        found = self._found(around)
        if found is None or self._is_refused(around):
            return None
        return Verdict(self._rule, self.score, tuple(filter(None, found)))

    def forbids(self, around: Surroundings) -> bool:
        """Tell whether the cue would hold of some surroundings but for a pattern that forbids it."""
        return self._found(around) is not None and self._is_refused(around)

    def _found(self, around: Surroundings) -> list[str] | None:
        hint, wanted = self._wanted
        if hint and not hint.search(around.sentence):
            return None
        found = []
        for place, pattern in wanted:
            match = pattern.search(getattr(around, place))
            if match is None:
                return None
            found.append(match.group().strip())
        return found

    def _is_refused(self, around: Surroundings) -> bool:
        return any(pattern.search(getattr(around, place)) for place, pattern in self._refused)


def _patterns(book: str, cue: Cue, prefix: str) -> Iterator[Placed]:
    for place in PLACES:
        pattern = getattr(cue, prefix + place)
        if pattern:
            yield place, _shared(book, pattern)


@cache
def _shared(book: str, pattern: str) -> "re.Pattern[str]":
    """Return one pattern for all cues of a rulebook that look for the same."""
    return lazy(rulebook(book).expanded(pattern), needs_of(book, pattern))


class _Role(msgspec.Struct, frozen=True):
    """The cues of a role, the best-scored first, the number of that one, and the numbers of all as bits."""

    judges: tuple[_Judge, ...]
    first: int
    numbers: int

    def verdicts(self, around: Surroundings, least: float = -inf) -> Iterator[Verdict]:
        """Yield what the cues say that hold, the best-scored first; those scored less aren't asked."""
        for one in self.living(around):
            if one.score < least:
                return
            if verdict := one.verdict(around):
                yield verdict

    def living(self, around: Surroundings) -> Iterator[_Judge]:
        """Yield the cues that can hold by the words, the best-scored first."""
        living = (around.living & self.numbers) >> self.first
        while living:
            lowest = living & -living
            living ^= lowest
            yield self.judges[lowest.bit_length() - 1]


@cache
def _role(book: str, role: str) -> _Role:
    judges = tuple(_Judge(book, role, cue) for cue in rulebook(book).roles[role])
    first = cue_triggers().first[book, role]
    return _Role(judges, first, (1 << len(judges)) - 1 << first)


def judge(book: str, role: str, around: Surroundings) -> Verdict | None:
    """Return the verdict of the best-scored cue of a role that holds, none if none does.

    Args:
        book: the rulebook's name.
        role: the table in it.
        around: the words around the span in question.
    """
    asked = _role(book, role)
    return next(asked.verdicts(around), None) if around.living & asked.numbers else None


def is_forbidden(book: str, role: str, around: Surroundings) -> bool:
    """Tell whether a cue of a role would hold but for what forbids it: the words are known not to mean it."""
    return any(one.forbids(around) for one in _role(book, role).living(around))


def judge_roles(
    book: str, roles: tuple[str, ...], around: Surroundings, least: float = -inf
) -> Iterator[tuple[str, Verdict]]:
    """Yield each role that a cue puts the words in, in the order of the roles, with its best verdict.

    Args:
        book: the rulebook's name.
        roles: the tables in it.
        around: the words in question.
        least: the score from which on a cue is asked.
    """
    asked = _roles(book, roles)
    if around.living & asked.numbers:
        for role, one in zip(roles, asked.each, strict=True):
            verdict = next(one.verdicts(around, least), None) if around.living & one.numbers else None
            if verdict:
                yield role, verdict


class _Roles(msgspec.Struct, frozen=True):
    """Several roles of a rulebook, and the numbers of all their cues as bits."""

    each: tuple[_Role, ...]
    numbers: int


@cache
def _roles(book: str, roles: tuple[str, ...]) -> _Roles:
    each = tuple(_role(book, role) for role in roles)
    return _Roles(each, reduce(or_, (role.numbers for role in each), 0))


def judge_all(book: str, role: str, around: Surroundings) -> tuple[Verdict, ...]:
    """Return the verdicts of all cues of a role that hold, best score first."""
    return tuple(_role(book, role).verdicts(around))
