"""The history of one annotation's edits: steps that can be undone and redone, also in a later session."""

import msgspec

from store.annotation import Annotation
from store.change import Change


class Step(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One thing that a person did, as undo sees it."""

    number: int
    """Its place in the history, from 1."""
    action: str
    """The id of the action, as `span.accept`."""
    words: str
    """What it was done to, for the person: usually a surface of the text."""
    time: str
    """ISO 8601 with the offset from UTC."""
    change: Change
    also: tuple[str, ...] = ()
    """Ids of other articles where the same act made a step with the same action, words and time."""


class History(msgspec.Struct, frozen=True):
    """Steps in order and how many of them are done; those behind the position can be redone."""

    steps: tuple[Step, ...] = ()
    position: int = 0

    def push(
        self, action: str, words: str, time: str, change: Change, also: tuple[str, ...] = ()
    ) -> "History":
        """Return the history with one more step done; what could have been redone is dropped."""
        step = Step(self.position + 1, action, words, time, change, also)
        return History((*self.steps[: self.position], step), step.number)

    @property
    def last(self) -> Step | None:
        """The step that undo would take back."""
        return self.steps[self.position - 1] if self.position else None

    @property
    def next(self) -> Step | None:
        """The step that redo would make again."""
        return self.steps[self.position] if self.position < len(self.steps) else None

    def undo(self, annotation: Annotation) -> "tuple[History, Annotation]":
        """Return history and annotation with the last step taken back; as they are when there is none."""
        step = self.last
        if step is None:
            return self, annotation
        return History(self.steps, self.position - 1), step.change.revert(annotation)

    def redo(self, annotation: Annotation) -> "tuple[History, Annotation]":
        """Return history and annotation with the next step made again; as they are when there is none."""
        step = self.next
        if step is None:
            return self, annotation
        return History(self.steps, self.position + 1), step.change.apply(annotation)
