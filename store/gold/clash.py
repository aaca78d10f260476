"""A clash: what differs in two annotations by one person of which neither follows from the other."""

from collections import Counter

from store.annotation import Annotation
from store.gold.compare import Difference, compare
from store.quoting import quoted
from store.span import Span
from store.value import FieldValue

_NAMED = 3
"""How many spans and values a conflict names on either side."""


def differences(one: Annotation, other: Annotation) -> tuple[Difference, ...]:
    """Return what the gold of both differs in; where it is the same, what else of spans and values does."""
    found = tuple(compare(one, other))
    if found:
        return found
    sides = _decisions(one), _decisions(other)
    if sides[0] == sides[1]:
        sides = _told_apart(one, other)
    return (Difference(one.article, one.annotator, "annotation", "suggestions", *sides),)


def _told_apart(one: Annotation, other: Annotation) -> tuple[str, str]:
    """Name the spans and values that each side alone has, else what of them differs."""
    ones, others = list(map(_told, _items(one))), list(map(_told, _items(other)))
    sides = [told for told in ones if told not in others], [told for told in others if told not in ones]
    if any(sides):
        return _listed(sides[0]), _listed(sides[1])
    same = {item.id: item for item in _items(other)}
    names = {
        name
        for item in _items(one)
        for name in item.__struct_fields__
        if getattr(item, name) != getattr(same.get(item.id, item), name)
    }
    what = ", ".join(sorted(names)) or "the order"
    return f"{what} of spans and values", "otherwise"


def _items(one: Annotation) -> tuple[Span | FieldValue, ...]:
    return (*one.spans, *one.values)


def _told(item: Span | FieldValue) -> str:
    if isinstance(item, Span):
        return f"{item.status} {item.label} {item.start}-{item.end} {quoted(item.text)}"
    return f"{item.status} {item.field}: {'not stated' if item.value is None else item.value}"


def _listed(told: list[str]) -> str:
    """The first of them, and how many there are more."""
    more = [f"{len(told) - _NAMED} more"] if len(told) > _NAMED else []
    return ", ".join((*told[:_NAMED], *more)) or "none of these"


def _decisions(one: Annotation) -> str:
    statuses = Counter([span.status for span in one.spans] + [value.status for value in one.values])
    return ", ".join(f"{statuses[status]} {status}" for status in ("accepted", "rejected", "suggested"))
