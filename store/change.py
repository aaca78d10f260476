"""A change: what differs between two states of one annotation, and how to go from either to the other."""

from collections.abc import Iterable, Sequence
from typing import Generic, Protocol, TypeVar

import msgspec

from store.annotation import Annotation, Status
from store.span import Span
from store.value import FieldValue


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


Item = TypeVar("Item", bound=_Identified)


class Edit(msgspec.Struct, Generic[Item], frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One span or value before and after; none where it was not there."""

    before: Item | None = None
    after: Item | None = None
    was_at: int = 0
    """Its place in the list before; kept so that going back restores the very order."""
    now_at: int = 0
    """Its place in the list after."""

    def turned(self) -> "Edit[Item]":
        """Return the edit that undoes this one."""
        return Edit(self.after, self.before, self.now_at, self.was_at)


class Change(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The difference of two annotations in spans, values, status and note."""

    spans: tuple[Edit[Span], ...] = ()
    values: tuple[Edit[FieldValue], ...] = ()
    status: tuple[Status, Status] | None = None
    """Before and after."""
    note: tuple[str, str] | None = None
    """Before and after."""

    @classmethod
    def between(cls, before: Annotation, after: Annotation) -> "Change":
        """Return what leads from one annotation to another of the same article and annotator."""
        return cls(
            spans=_edits(before.spans, after.spans),
            values=_edits(before.values, after.values),
            status=None if before.status == after.status else (before.status, after.status),
            note=None if before.note == after.note else (before.note, after.note),
        )

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.spans or self.values or self.status or self.note)

    def turned(self) -> "Change":
        """Return the change that undoes this one."""
        return Change(
            tuple(edit.turned() for edit in self.spans),
            tuple(edit.turned() for edit in self.values),
            self.status and self.status[::-1],
            self.note and self.note[::-1],
        )

    def apply(self, annotation: Annotation) -> Annotation:
        """Return the annotation with the change made; everything else of it (times, revision) stays."""
        return msgspec.structs.replace(
            annotation,
            spans=_applied(self.spans, annotation.spans),
            values=_applied(self.values, annotation.values),
            status=self.status[1] if self.status else annotation.status,
            note=self.note[1] if self.note else annotation.note,
        )

    def revert(self, annotation: Annotation) -> Annotation:
        """Return the annotation with the change taken back: the exact inverse of `apply`."""
        return self.turned().apply(annotation)


def _edits(before: tuple[Item, ...], after: tuple[Item, ...]) -> tuple[Edit[Item], ...]:
    """Pair items by id; in the order of their places after, then of those that went.

    What both share at either end is left out at once, for an edit is made at every key.
    """
    head, tail = shared(before, after)
    old = {before[at].id: (at, before[at]) for at in range(head, len(before) - tail)}
    new = {after[at].id: (at, after[at]) for at in range(head, len(after) - tail)}
    same = {key for key, (_, item) in new.items() if key in old and old[key][1] == item}
    if [key for key in old if key in same] != [key for key in new if key in same]:
        same = set()  # reordered: every place has to be kept
    edits = []
    for key in [key for key in new if key not in same] + [key for key in old if key not in new]:
        was_at, was = old.get(key, (0, None))
        now_at, now = new.get(key, (0, None))
        edits.append(Edit(was, now, was_at, now_at))
    return tuple(edits)


def shared(before: tuple[Item, ...], after: tuple[Item, ...]) -> tuple[int, int]:
    """How many of the first items and, of the others, how many of the last are the same."""
    head = _same_first(before, after)
    return head, _same_first(before[head:][::-1], after[head:][::-1])


def _same_first(one: tuple[Item, ...], other: tuple[Item, ...]) -> int:
    """How many of the first items are the same, sought by halves: stretches are compared at one go."""
    first, end = 0, min(len(one), len(other))
    while first < end:
        middle = (first + end + 1) // 2
        if one[first:middle] == other[first:middle]:
            first = middle
        else:
            end = middle - 1
    return first


def _applied(edits: Iterable[Edit[Item]], items: Sequence[Item]) -> tuple[Item, ...]:
    """Take out what the edits touch, then put in what they leave, each at its own place."""
    edits = tuple(edits)
    if all(_stays(edit, items) for edit in edits):
        changed = list(items)
        for edit in edits:
            if edit.after is not None:
                changed[edit.now_at] = edit.after
        return tuple(changed)
    touched = {item.id for edit in edits for item in (edit.before, edit.after) if item is not None}
    kept = [item for item in items if item.id not in touched]
    added = [(edit.now_at, edit.after) for edit in edits if edit.after is not None]
    if not added:
        return tuple(kept)
    for at, item in sorted(added, key=lambda pair: pair[0]):
        kept.insert(at, item)
    return tuple(kept)


def _stays(edit: Edit[Item], items: Sequence[Item]) -> bool:
    """Whether an edit changes an item where it stands; deciding does, at every key."""
    if edit.before is None or edit.after is None or edit.was_at != edit.now_at or edit.now_at >= len(items):
        return False
    return items[edit.now_at].id == edit.before.id == edit.after.id
