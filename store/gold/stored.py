"""The documents of a gold file that say which annotation a step or a position is of."""

import msgspec

from store.history import Step


class StoredStep(msgspec.Struct, frozen=True):
    """An undo step in the table `steps`."""

    article: str
    annotator: str
    number: int
    """The step's own, so that steps can be found without decoding their changes."""
    step: Step


class StoredHistory(msgspec.Struct, frozen=True):
    """How many steps of an annotation are done; bears the annotation's document id, in `histories`."""

    article: str
    annotator: str
    position: int
