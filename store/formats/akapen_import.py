"""Our own lines, read back: the annotation that stands behind a line's labels, or the labels alone."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from store.annotation import Annotation
from store.article import Article
from store.errors import DataError
from store.formats.foreign import Foreign, ForeignFinding, ForeignSpan
from store.formats.jsonl import Row, rows_of
from store.formats.reading import DEFAULTS
from store.formats.row import article_of
from store.line_view import not_stated_of
from store.source import open_binary

_LABELS = ("spans", "record", "annotation")


class OwnLine(msgspec.Struct, frozen=True):
    """The labels of a line, as `akapen extract` prints them and `akapen export` too."""

    text: str
    spans: tuple[ForeignSpan, ...] = ()
    record: dict[str, Any] = {}
    evidence: dict[str, tuple[tuple[int, int], ...]] = {}
    not_stated: tuple[str, ...] = ()


def read_own(path: Path) -> Iterator[ForeignFinding]:
    """Yield what the lines of a file say of their articles, with the annotation behind it."""
    source = str(path)
    with open_binary(path) as file:
        for number, row in rows_of(file, source):
            try:
                yield row if isinstance(row, DataError) else _own(row, source, f"line {number}")
            except DataError as error:
                yield error


def _own(row: Row, source: str, place: str) -> Foreign:
    article = article_of(row, source, DEFAULTS, place)
    if row.keys().isdisjoint(_LABELS):
        raise DataError(source, "has no labels; without --format it is imported as an article", place)
    annotation = annotation_of(row, article, source, place)
    try:
        line = msgspec.convert(row, OwnLine)
    except msgspec.ValidationError as error:
        raise DataError(source, str(error), place) from None
    return Foreign(
        line.text,
        source,
        place,
        line.spans,
        annotator=annotation.annotator if annotation else None,
        note=annotation.note if annotation else "",
        record=line.record,
        evidence=line.evidence,
        not_stated=line.not_stated,
        unit="code-point",
        article=article,
        annotation=annotation,
    )


def annotation_of(row: Row, article: Article, source: str, place: str) -> Annotation | None:
    """Return the annotation of a line of our own export; none when the line has none.

    Raises:
        DataError: it is of another text, its spans don't fit, or spans and record no longer follow from it.
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
        if problem := span.misfit(article.text):
            raise DataError(source, problem, f"{place}, $.annotation.spans[{index}]")
    for key in _at_odds(row, annotation):
        raise DataError(source, f"`{key}` and `annotation` disagree; drop the one that is out of date", place)
    return annotation


def _at_odds(row: Row, annotation: Annotation) -> Iterator[str]:
    """Yield the keys of a line that don't say what its annotation says; what is left out says nothing."""
    spans, values = annotation.gold_spans(), annotation.gold_values()
    said: dict[str, list[Any]] = {
        "spans": [(span.start, span.end, span.label) for span in spans],
        "record": [(value.field, value.value) for value in values if value.value is not None],
        "not_stated": not_stated_of(values),
    }
    read: dict[str, Callable[[Any], list[Any]]] = {
        "spans": _extents,
        "record": _pairs,
        "not_stated": _listed,
    }
    for key, wanted in said.items():
        if key in row and set(map(repr, read[key](row[key]))) != set(map(repr, wanted)):
            yield key


def _extents(spans: Any) -> list[Any]:
    plain = [one if isinstance(one, dict) else {} for one in _listed(spans)]
    return [(one.get("start"), one.get("end"), one.get("label")) for one in plain]


def _pairs(record: Any) -> list[Any]:
    fields = record.items() if isinstance(record, dict) else ()
    return [(name, value) for name, stated in fields for value in _listed(stated)]


def _listed(stated: Any) -> list[Any]:
    return stated if isinstance(stated, list) else [stated]
