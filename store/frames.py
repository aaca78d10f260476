"""Frames: annotated articles and their spans as pandas tables, every column of one known type."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from store.columns import field_columns
from store.extras import library
from store.schema import Field, Schema

if TYPE_CHECKING:
    from pandas import DataFrame

    from store.gold.article import GoldArticle

_ABOUT = ("id", "external_id", "title", "source", "published", "annotator", "status", "text")
_SPAN = ("id", "start", "end", "label", "text", "origin", "score")


def articles_frame(articles: "Iterable[GoldArticle]", schema: Schema) -> "DataFrame":
    """Return one row an article: what is known of it, then a column a field of the schema.

    Integers are nullable (`Int64`), lists stay lists, dates stay text at the precision stated.

    Raises:
        MissingLibraryError: pandas is not installed.
    """
    pandas = library("pandas", "pandas")
    columns = field_columns(schema, _ABOUT)
    rows = [
        _about(one) | {columns[field.id]: _cell(one, field) for field in schema.fields} for one in articles
    ]
    frame = pandas.DataFrame(rows, columns=[*_ABOUT, *columns.values()])
    integers = [columns[one.id] for one in schema.fields if one.type == "integer" and not one.many]
    return frame.astype(dict.fromkeys(integers, "Int64"))


def spans_frame(articles: "Iterable[GoldArticle]") -> "DataFrame":
    """Return one row a span, with the id of its article and its annotator.

    Raises:
        MissingLibraryError: pandas is not installed.
    """
    pandas = library("pandas", "pandas")
    rows = [
        (one.article.id, one.annotation.annotator, *(getattr(span, name) for name in _SPAN))
        for one in articles
        for span in one.spans
    ]
    frame = pandas.DataFrame(rows, columns=["article", "annotator", *_SPAN])
    return frame.astype({"start": "int64", "end": "int64", "score": "float64"})


def _about(one: "GoldArticle") -> dict[str, Any]:
    article, annotation = one.article, one.annotation
    return {
        "id": article.id,
        "external_id": article.external_id,
        "title": article.title,
        "source": article.source,
        "published": article.published,
        "annotator": annotation.annotator,
        "status": annotation.status,
        "text": article.text,
    }


def _cell(one: "GoldArticle", field: Field) -> Any:
    return one.record.get(field.id, [] if field.many else None)
