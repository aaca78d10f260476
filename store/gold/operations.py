"""Operations: what a change of a gold dataset means for its documents."""

from collections.abc import Sequence
from typing import Any

import msgspec

from store.annotation import Annotation
from store.gold.annotation_encoder import AnnotationEncoder
from store.gold.codec import encode
from store.gold.index import Key
from store.gold.journal import GONE, Operation
from store.gold.reader import GoldReader
from store.gold.revision import Event, Revision
from store.gold.stored import StoredHistory, StoredStep
from store.history import Step

_GONE = msgspec.Raw(GONE)


class Operations:
    """Makes operations for a dataset and keeps its index true; whoever asks for them carries them out."""

    def __init__(self, gold: GoldReader) -> None:
        self._gold = gold
        self._annotations = AnnotationEncoder(gold.path)

    def encoded(self, table: str, number: int, value: Any) -> Operation:
        """Put a value in as a document.

        Raises:
            DatasetError: it holds what no file can.
        """
        return table, number, encode(value, self._gold.path, f"{table}[{number}]")

    def saving(
        self, annotation: Annotation, steps: Sequence[Step], drop_after: int | None, position: int | None
    ) -> list[Operation]:
        """Save an annotation, new undo steps, and how many of all are done."""
        index, key = self._gold.index, (annotation.article, annotation.annotator)
        number = index.annotations.get(key) or self._gold.storage.next_id("annotations")
        document = self._annotations.encode(annotation, f"annotations[{number}]")
        operations = [("annotations", number, document)]
        if steps or drop_after is not None:
            operations += self.stepping(key, steps, drop_after)
        if position is None and steps:
            position = steps[-1].number
        if position is not None:
            operations.append(self.encoded("histories", number, StoredHistory(*key, position)))
        index.annotations[key] = number
        return operations

    def stepping(self, key: Key, steps: Sequence[Step], drop_after: int | None) -> list[Operation]:
        """Drop the undo steps above a number, then add steps."""
        numbers = dict(self._gold.index.steps.get(key, {}))
        operations: list[Operation] = []
        if drop_after is not None:
            for number in [number for number in numbers if number > drop_after]:
                operations.append(("steps", numbers.pop(number), _GONE))
        for step in steps:
            at = numbers.get(step.number) or self._gold.storage.next_id("steps")
            numbers[step.number] = at
            operations.append(self.encoded("steps", at, StoredStep(*key, step.number, step)))
        self._gold.index.steps[key] = numbers
        return operations

    def revising(self, annotation: Annotation, event: Event, time: str, by: str) -> Operation:
        """Keep the state of an annotation for good."""
        key = annotation.article, annotation.annotator
        numbers = self._gold.index.revisions.setdefault(key, {})
        number = max(numbers, default=0) + 1
        at = self._gold.storage.next_id("revisions")
        operation = self.encoded("revisions", at, Revision(*key, number, event, time, by, annotation))
        numbers[number] = at
        return operation

    def deleting(self, article_id: str, time: str, by: str) -> list[Operation]:
        """Take out an article with all work on it, but for revisions."""
        index = self._gold.index
        operations: list[Operation] = [("articles", index.articles[article_id], _GONE)]
        keys = [key for key in index.annotations if key[0] == article_id]
        for key in keys:
            annotation = self._gold.annotation(*key)
            assert annotation is not None
            operations.append(self.revising(annotation, "delete", time, by))
            operations += ((table, index.annotations[key], _GONE) for table in ("annotations", "histories"))
            operations += self.stepping(key, (), 0)
        del index.articles[article_id]
        for key in keys:
            del index.annotations[key]
        return operations
