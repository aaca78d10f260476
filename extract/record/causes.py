"""Causes: the codes of the attack terms that tell of this incident, and those that whole sentences state."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from extract.record.asides import is_advice
from extract.record.codes import code_of
from extract.record.cues import judge, judge_roles
from extract.record.filling import Filling, one_each
from extract.record.negation import is_spared
from extract.record.reading import Reading
from extract.record.rulebook import rulebook
from extract.record.surroundings import Surroundings
from store.schema import Field
from store.span import Span

_TERM, _ONCE = 0.93, 0.88
"""Scores of a term; one that stands but once may tell of attacks in general."""
_BY_TERM, _FEARED = "cause.term", "cause.feared"
_OTHER, _BESIDE = "other", {"cause.other.through-fault", "cause.other.through-fraud"}
"""A system's fault and fraud stand beside other causes; human error only where no cause has a code."""
_WITHIN = {
    "account_takeover": {"credential_stuffing"},
    "loss": {"theft"},
    "insider": {"theft", "loss"},
    "unauthorized_access": {"ransomware"},
    "malware": {"ransomware"},
}
"""What a sentence tells of by itself, and what it is when a term says so."""
_THINGS = {"theft", "loss"}
_ATTACKS = {"unauthorized_access", "malware", "ransomware", "phishing", "account_takeover", "web_skimming"}
"""Where an attack is told, data were stolen or lost by it, not a thing."""
_VAGUE = "cause.virus"
"""The rule of terms such as ウイルス, by which ransomware is called, too."""
_BOOK = "causes"
_IMPLIED = "causes_implied"
"""What is asked of short texts where the other tells nothing."""
_SHORT = 12
"""Sentences of a text that tells hardly more than its incident."""
_COMMENT = "commented"
"""The role of sentences that say what holds in general, not what happened."""


def fill_causes(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return a filling a cause that the text states, in the order of their first mention.

    Accounts opened by lists of passwords are credential stuffing, not taken over beside that, and what was
    stolen isn't lost; who took home what was then lost or stolen is no insider; an attack that no term names
    is the ransomware that one does. Where nothing tells a cause, it is what a short text implies most surely.
    """
    fillings = _without_things([*_by_terms(reading, field), *_by_sentences(reading, field, _BOOK)])
    if not fillings and len(reading.own_sentences) <= _SHORT:
        fillings = _surest(_by_sentences(reading, field, _IMPLIED))
    first = {filling.value: filling for filling in reversed(fillings)}
    order = sorted(first, key=lambda value: _place(first[value]))
    merged = {filling.value: filling for filling in one_each(fillings)}
    told = [value for value in order if _is_told(merged[value], merged)]
    named = [value for value in told if value != _OTHER]
    is_beside = any(filling.rule in _BESIDE for filling in fillings)
    return tuple(merged[value] for value in (told if is_beside else named or told))


def _without_things(fillings: list[Filling]) -> list[Filling]:
    """Return some fillings, without theft and loss where there is an attack."""
    if _ATTACKS.isdisjoint(filling.value for filling in fillings):
        return fillings
    return [filling for filling in fillings if filling.value not in _THINGS]


def _surest(fillings: Iterable[Filling]) -> list[Filling]:
    """Return the filling that scored best, the first of those, in a list."""
    return sorted(fillings, key=lambda filling: -filling.score)[:1]


def _is_told(filling: Filling, merged: Mapping[str | int, Filling]) -> bool:
    """Tell whether a cause isn't part of another: a term tells for itself, a sentence may tell of both.

    What is but feared has no part: a thing is lost that may have been stolen.
    """
    is_named = filling.rule == _BY_TERM and any(span.origin != _VAGUE for span in filling.evidence)
    told = {value for value, one in merged.items() if one.rule != _FEARED}
    return is_named or _WITHIN.get(str(filling.value), set()).isdisjoint(told)


def _place(filling: Filling) -> int:
    return filling.evidence[0].start if filling.evidence else 0


def _by_terms(reading: Reading, field: Field) -> Iterator[Filling]:
    """Take the terms that mean a code by themselves."""
    times = Counter(code_of(field, span.text) for span in reading.of("CAUSE"))
    for span in reading.of("CAUSE"):
        code = code_of(field, span.text)
        around = reading.around(span)
        if code and not _is_aside(reading, span, around):
            score = _TERM if times[code] > 1 else _ONCE
            rule = _FEARED if judge(_BOOK, "feared", around) else _BY_TERM
            yield Filling(code, rule, score, (span,), (span.text,))


def _is_aside(reading: Reading, span: Span, around: Surroundings) -> bool:
    if any(judge(_BOOK, role, around) for role in ("aside", _COMMENT)):
        return True
    if reading.is_beside(span.start) or is_spared(reading, span):
        return True
    return is_advice(around) and not judge(_BOOK, "acting", around)


def _by_sentences(reading: Reading, field: Field, book: str) -> Iterator[Filling]:
    """Take the codes that follow from the words around a term, or from a sentence without any term."""
    roles = tuple(role for role in rulebook(book).roles if role in field.code_ids)
    for stretch in reading.own_sentences:
        told = reading.told_in(stretch)
        verdicts = tuple(judge_roles(book, roles, told))
        if verdicts and judge(_BOOK, _COMMENT, told) is None and not (book == _IMPLIED and is_advice(told)):
            within = reading.within(stretch, "CAUSE")
            for role, verdict in verdicts:
                yield Filling(role, f"cause.{verdict.rule}", verdict.score, within, verdict.why)
