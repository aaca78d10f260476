"""The signs of decisions, the same in the record, in lists and in the lines around."""

from collections.abc import Mapping

from store.span import Decision

DECISION_MARKS: Mapping[Decision, str] = {"accepted": "✓", "suggested": "?", "rejected": "✗"}
