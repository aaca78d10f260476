"""Likelihood: which date plays a role where no cue tells it, by all that speaks for and against each.

A cue holds for one wording. Where none does, the place of a date among the others, the roles that cues gave
to them and the kinds of words around it still tell which it is likely to be.
"""

import math
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

import msgspec

from extract.data_file import read_data
from extract.lazy_pattern import lazy
from extract.record.candidates import Candidate
from extract.record.filling import Filling
from extract.record.reading import Reading

_BEFORE, _NEXT = 24, 60
"""Code points before a date and of the next sentence in which words speak for a role."""
_MOST = 0.78
"""The highest score of what was only weighed."""


class _Role(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The log odds of a date of which nothing is known, and what each sign adds."""

    least: float
    """The likelihood from which a date is suggested."""
    base: float
    weights: dict[str, float]


class _Book(msgspec.Struct, frozen=True):
    words: dict[str, str]
    roles: dict[str, _Role]


@cache
def _book() -> _Book:
    table = read_data("date_weights")
    return msgspec.convert({"words": table.pop("words"), "roles": table}, _Book)


@cache
def _kind(kind: str) -> "re.Pattern[str]":
    return lazy(_book().words[kind])


def likeliest(reading: Reading, role: str, asked: Iterable[Candidate]) -> tuple[Filling, ...]:
    """Return the date that is likeliest to play a role, nothing where none is likely enough.

    Its place alone is not enough: some word has to speak for it.
    """
    scale = _book().roles.get(role)
    weighed = (_weighed(reading, one, role, scale) for one in asked) if scale else ()
    told = (filling for filling in weighed if filling.why)
    top = max(told, key=lambda filling: filling.score, default=None)
    return () if top is None or scale is None or top.score < scale.least else (_capped(top),)


def _capped(filling: Filling) -> Filling:
    return msgspec.structs.replace(filling, score=round(min(filling.score, _MOST), 2))


def _weighed(reading: Reading, one: Candidate, role: str, scale: _Role) -> Filling:
    """Return a candidate as a filling; its words are those that speak most for it."""
    told = {sign: words for sign, words in signs(reading, one) if sign in scale.weights}
    odds = math.fsum((scale.base, *(scale.weights[sign] for sign in told)))  # the same on every Python
    spoken = sorted((sign for sign in told if told[sign]), key=lambda sign: -scale.weights[sign])
    why = tuple(dict.fromkeys(told[sign] for sign in spoken if scale.weights[sign] > 0))
    likelihood = 1 / (1 + math.exp(-odds))
    return Filling(one.moment.value, f"{role}.weighed", likelihood, one.moment.evidence, why[:3])


def signs(reading: Reading, one: Candidate) -> Iterator[tuple[str, str]]:
    """Yield what there is to weigh of a candidate: its facts, and the kinds of words by where they stand."""
    yield from ((fact, "") for fact in one.facts)
    for place, words in _places(reading, one):
        yield from ((f"{place} {kind}", found) for kind, found in _kinds_in(words))


@lru_cache(maxsize=1024)
def _kinds_in(words: str) -> tuple[tuple[str, str], ...]:
    """Return the kinds that some words hold, with the words that tell; several roles ask for the same."""
    found = ((kind, _kind(kind).search(words)) for kind in _book().words)
    return tuple((kind, match.group()) for kind, match in found if match)


def _places(reading: Reading, one: Candidate) -> Iterator[tuple[str, str]]:
    _, end = reading.sentence_at(one.moment.start)
    yield "before", one.here.before[-_BEFORE:]
    yield "after", one.here.after
    if end < reading.end:
        yield "next", reading.folded[slice(*reading.sentence_at(end))][:_NEXT]
