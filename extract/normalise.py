"""Surfaces to the values of record fields: dates to ISO 8601, counts to integers, names to codes.

A value that can't be formed is none, never guessed.
"""

from bisect import bisect_left

from extract.amounts.values import amount_of
from extract.dates.calendar import from_iso, iso
from extract.dates.expressions import expressions
from extract.dates.values import date_values
from extract.document import Document
from extract.folding import fold
from extract.record.codes import code_of
from store.schema import Field
from store.value import Value


def normalise(
    field: Field,
    surface: str,
    *,
    document: Document | None = None,
    start: int | None = None,
    published: str | None = None,
) -> Value | None:
    """Return the value that a surface has in a field, none when it can't be formed.

    Args:
        field: says the type and, for codes, what they are.
        surface: words of a text or what a person typed.
        document: the text that the surface stands in; with `start`, dates are read in its light.
        start: where the surface begins in the document, in code points.
        published: publication date where there is no document.
    """
    if field.type == "date":
        return date_value(surface, document=document, start=start, published=published)
    if field.type == "integer":
        return amount_of(surface)
    if field.type == "code":
        return _named_code(field, surface) or code_of(field, surface)
    return surface.strip() or None


def _named_code(field: Field, surface: str) -> str | None:
    """The code that a person names by its id or by its whole name in either language."""
    wanted = fold(surface.strip()).casefold()
    for code in field.codes:
        names = (code.id, code.name.ja, code.name.en)
        if wanted in (fold(name).casefold() for name in names):
            return code.id
    return None


def date_value(
    surface: str, *, document: Document | None = None, start: int | None = None, published: str | None = None
) -> str | None:
    """Return the first date of a surface as ISO 8601 at the precision stated.

    With document and start, 同年 and dates without a year are read in the light of what is told before.
    """
    if document is not None and start is not None:
        told = _told_between(document, start, start + len(surface))
        if told is not None:
            return told
    typed = from_iso(surface.strip())
    if typed is not None:
        return iso(typed)
    alone = Document(surface, published or (document.published if document else None))
    return next((value for value in alone.once(date_values) if value), None)


def _told_between(document: Document, start: int, end: int) -> str | None:
    """Return the value of the first expression that lies wholly between two offsets."""
    found = document.once(expressions)
    first = bisect_left(found, start, key=lambda expression: expression.start)
    if first == len(found) or found[first].end > end:
        return None
    return document.once(date_values)[first]
