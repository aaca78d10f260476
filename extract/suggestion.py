"""What the machine suggests for one article: spans and record values, not yet decided by anyone."""

import msgspec

from store.span import Span
from store.value import FieldValue


class Suggestions(msgspec.Struct, frozen=True):
    """Spans in text order and values in schema order, all of status `suggested`.

    The evidence of each value names spans of this same set.
    """

    spans: tuple[Span, ...]
    values: tuple[FieldValue, ...]
