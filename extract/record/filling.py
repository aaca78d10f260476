"""A filling: one value that a role rule proposes for a field, and how the best of several is chosen."""

from collections.abc import Iterable, Sequence

import msgspec

from store.span import Span
from store.value import Value


class Filling(msgspec.Struct, frozen=True):
    """A value with what speaks for it."""

    value: Value
    rule: str
    """The id of the rule, without the leading `record.`, such as `victim.subject`."""
    score: float
    """How often values by this rule are right, 0 to 1, as estimated on annotated texts."""
    evidence: tuple[Span, ...] = ()
    why: tuple[str, ...] = ()
    """The words of the text that decided."""
    runner_up: Value | None = None


def best(fillings: Iterable[Filling]) -> tuple[Filling, ...]:
    """Return the filling with the highest score, the first of equals, with a runner-up."""
    return first(sorted(fillings, key=lambda filling: -filling.score))


def first(ranked: Sequence[Filling]) -> tuple[Filling, ...]:
    """Return the first filling, with the next other value as its runner-up.

    Further spans that speak for the same value by the same rule join its evidence.
    """
    if not ranked:
        return ()
    top = ranked[0]
    others = (filling.value for filling in ranked if filling.value != top.value)
    return (msgspec.structs.replace(top, evidence=_joined(ranked, top), runner_up=next(others, None)),)


def one_each(fillings: Iterable[Filling]) -> tuple[Filling, ...]:
    """Return one filling a value, in the order in which the values first came, the best-scored of each."""
    by_value: dict[Value, list[Filling]] = {}
    for filling in fillings:
        by_value.setdefault(filling.value, []).append(filling)
    return tuple(
        msgspec.structs.replace(top, runner_up=None) for same in by_value.values() for top in best(same)
    )


def _joined(ranked: Sequence[Filling], top: Filling) -> tuple[Span, ...]:
    same = (filling for filling in ranked if filling.value == top.value and filling.rule == top.rule)
    return tuple({span.id: span for filling in same for span in filling.evidence}.values())
