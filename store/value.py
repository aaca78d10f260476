"""A field value: one normalised, typed entry of an article's record, with its evidence."""

import msgspec

from store.span import HUMAN, Decision

Value = str | int
"""Text, code and date (ISO 8601 at the precision stated) are strings; counts and amounts are integers."""


class FieldValue(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """One value of one field. A list field has several; `value` none means explicitly *not stated*."""

    id: str
    field: str
    value: Value | None
    evidence: tuple[str, ...] = ()
    """Ids of the spans that support it."""
    origin: str = HUMAN
    score: float | None = None
    why: tuple[str, ...] = ()
    """The words of the text that decided."""
    status: Decision = "suggested"
    suggested: Value | None = None
    """What the machine had suggested, kept once a person has changed it."""
    runner_up: Value | None = None
    """The machine's second choice, where there was one."""
