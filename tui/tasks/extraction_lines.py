"""The lines that `akapen extract` prints."""

from typing import Any

from extract.suggestion import Suggestions
from store.article import Article
from store.line_view import labels_view
from store.schema import Schema


def line(article: Article, found: Suggestions, schema: Schema) -> dict[str, Any]:
    """Return one article with what was suggested for it, in the shape that `akapen score` reads back."""
    about = {"id": article.external_id or article.id, "source": article.source, "text": article.text}
    return about | labels_view(found.spans, found.values, schema)
