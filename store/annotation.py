"""An annotation: one person's work on one article, and the gold view that follows from it."""

from typing import Literal

import msgspec

from store.span import Span
from store.value import FieldValue, Value

Status = Literal["pending", "draft", "confirmed", "skipped", "flagged"]
"""pending: untouched suggestions; draft: begun; the others are a person's verdict on the article."""

Record = dict[str, Value | list[Value]]
"""The record as exported: one value a field, a list for list fields."""


class Annotation(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One annotator's spans and field values of one article, machine suggestions and decisions together."""

    article: str
    """The article's id."""
    annotator: str
    spans: tuple[Span, ...] = ()
    """In text order."""
    values: tuple[FieldValue, ...] = ()
    """In the schema's field order, list values in text order."""
    status: Status = "pending"
    note: str = ""
    revision: int = 0
    """How often it was confirmed."""
    schema: str = ""
    """Name and version of the schema, as `incident 1.2`."""
    extractor: str = ""
    """Version of the extractor that made the suggestions."""
    created: str = ""
    """Times are ISO 8601 with the offset from UTC, to the second."""
    updated: str = ""
    confirmed: str | None = None
    seconds: float = 0.0
    """Time spent with the article open, idle pauses left out."""
    keystrokes: int = 0

    def span(self, span_id: str) -> Span | None:
        """Return the span of that id, if it is there."""
        return next((span for span in self.spans if span.id == span_id), None)

    @property
    def undecided(self) -> int:
        """How many suggestions, spans and values together, wait for a decision."""
        spans = sum(span.status == "suggested" for span in self.spans)
        return spans + sum(value.status == "suggested" for value in self.values)

    def gold_spans(self) -> tuple[Span, ...]:
        """Return the spans that a person stands for, in text order."""
        return tuple(span for span in self.spans if span.status == "accepted")

    def gold_values(self) -> tuple[FieldValue, ...]:
        """Return the values that a person stands for, `not stated` ones included."""
        return tuple(value for value in self.values if value.status == "accepted")
