"""Revisions: what stays of every confirmation, un-confirmation, deletion and merge conflict."""

from typing import Literal

import msgspec

from store.annotation import Annotation

Event = Literal["confirm", "unconfirm", "delete", "merge"]
"""merge: the state of two that did not win when datasets were joined."""


class Revision(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One event in the life of an annotation, with its state at that time."""

    article: str
    annotator: str
    number: int
    """Counts the events of this annotation from 1."""
    event: Event
    time: str
    by: str
    """Who did it: for a deletion not always the annotator."""
    annotation: Annotation
