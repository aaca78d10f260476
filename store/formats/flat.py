"""What simple formats can't hold: overlapping spans, records, notes and decisions."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from store.annotation import Annotation
from store.article import Article
from store.formats.piece import Loss
from store.span import Span

NO_FIELD = "value of a field that the schema doesn't have"
"""What tables lose of annotations that another schema made."""
_UNSAFE = re.compile(r"[^\w.-]+")


def name_of(article: Article) -> str:
    """Return the id by which exports know an article."""
    return article.external_id or article.id


def lost(article: Article, annotation: Annotation, what: str, *, whole: bool = False) -> Loss:
    """Return the loss of something of an annotation, or of the whole of it."""
    return Loss(name_of(article), what, annotation.annotator, whole)


def file_name(name: str) -> str:
    """Return a name made safe for a file or a folder."""
    return _UNSAFE.sub("_", name).strip(".") or "unnamed"


def flat(spans: Iterable[Span]) -> tuple[list[Span], list[Span]]:
    """Return spans of which none overlaps another, in text order, and the shorter ones that had to go."""
    kept: list[Span] = []
    gone: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start - span.end, span.start)):
        at = bisect_left(kept, span.start, key=lambda one: one.start)
        before, after = kept[max(0, at - 1) : at], kept[at : at + 1]
        clash = any(one.start < span.end and span.start < one.end for one in (*before, *after))
        if clash:
            gone.append(span)
        else:
            kept.insert(at, span)
    return kept, gone


def without_field(article: Article, annotation: Annotation) -> Iterator[Loss]:
    """Yield the accepted spans that are evidence of no value: a format of records has no place for them."""
    evidence = {span_id for value in annotation.gold_values() for span_id in value.evidence}
    for span in annotation.gold_spans():
        if span.id not in evidence:
            yield lost(article, annotation, "span that supports no field")


def unheld(
    article: Article, annotation: Annotation, *, record: bool = True, note: bool = True
) -> Iterator[Loss]:
    """Yield what of an annotation a format loses that holds accepted spans, and the record and note or not.

    What was rejected or left undecided, and an article's `meta`, is in none but our own.
    """
    for value in () if record else annotation.gold_values():
        yield lost(
            article, annotation, "record value" if value.value is not None else "field marked as not stated"
        )
    if not note and annotation.note:
        yield lost(article, annotation, "note")
    if article.meta:
        yield lost(article, annotation, "further data of the article")
    statuses = [*(span.status for span in annotation.spans), *(value.status for value in annotation.values)]
    for status in statuses:
        if status != "accepted":
            yield lost(
                article, annotation, "rejected suggestion" if status == "rejected" else "undecided suggestion"
            )
