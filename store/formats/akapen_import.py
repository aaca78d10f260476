"""Our own export, read back: the annotation that stands behind a line's gold view."""

from typing import Any

import msgspec

from store.annotation import Annotation
from store.article import Article
from store.errors import DataError
from store.formats.jsonl import Row
from store.quoting import quoted


def annotation_of(row: Row, article: Article, source: str, place: str) -> Annotation | None:
    """Return the annotation of a line of our own export; none when the line has none.

    Raises:
        DataError: it is of another text, its spans don't fit, or the line's `spans` no longer follow from it.
    """
    if not isinstance(row.get("annotation"), dict):
        return None
    try:
        annotation = msgspec.convert(row["annotation"], Annotation)
    except msgspec.ValidationError as error:
        raise DataError(source, str(error).replace("`$", "`$.annotation"), place) from None
    if annotation.article != article.id:
        raise DataError(source, "the annotation is of another text; drop the key `annotation`", place)
    for index, span in enumerate(annotation.spans):
        if not 0 <= span.start < span.end or article.text[span.start : span.end] != span.text:
            problem = f"{quoted(span.text)} is not at {span.start}-{span.end} of the text"
            raise DataError(source, problem, f"{place}, $.annotation.spans[{index}]")
    if _extents(row.get("spans")) != {(span.start, span.end, span.label) for span in annotation.gold_spans()}:
        problem = "`spans` and `annotation` disagree; drop the one that is out of date"
        raise DataError(source, problem, place)
    return annotation


def _extents(spans: Any) -> set[tuple[Any, Any, Any]]:
    if not isinstance(spans, list):
        return set()
    return {(one.get("start"), one.get("end"), one.get("label")) for one in spans if isinstance(one, dict)}
