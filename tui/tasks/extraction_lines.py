"""The lines that `akapen extract` prints."""

from typing import Any

from extract.suggestion import Suggestions
from store.article import Article
from store.line_view import labels_view
from store.schema import Schema
from store.value import FieldValue


def line(article: Article, found: Suggestions, schema: Schema) -> dict[str, Any]:
    """Return one article with what was suggested for it, in the shape that `akapen score` reads back.

    Beyond the labels of any line it says why: of each span the words that decided, and of each value of the
    record its rule, score, words, evidence and runner-up.
    """
    labels = labels_view(found.spans, found.values, schema)
    for shown, span in zip(labels["spans"], found.spans, strict=True):
        shown["why"] = span.why
    places = {span.id: (span.start, span.end) for span in found.spans}
    values = [_explained(value, places) for value in found.values]
    about = {"id": article.external_id or article.id, "source": article.source, "text": article.text}
    return about | labels | {"values": values}


def _explained(value: FieldValue, places: dict[str, tuple[int, int]]) -> dict[str, Any]:
    return {
        "field": value.field,
        "value": value.value,
        "evidence": sorted({places[span_id] for span_id in value.evidence}),
        "origin": value.origin,
        "score": value.score,
        "why": value.why,
        "runner_up": value.runner_up,
    }
