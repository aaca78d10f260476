"""Our own JSON Lines, written: the gold view on top, and under `annotation` all that stands behind it."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from store.annotation import Annotation
from store.article import Article
from store.formats.piece import Item, Part, Settings
from store.line_view import labels_view, not_stated_of
from store.schema import Schema


def write_akapen(items: Iterable[Item], settings: Settings) -> Iterator[Part]:
    """Yield one line an annotation; nothing is lost, and the same items give the same bytes."""
    for article, annotation in items:
        yield Part(msgspec.json.encode(gold_line(article, annotation, settings.schema)) + b"\n")


def gold_line(article: Article, annotation: Annotation, schema: Schema) -> dict[str, Any]:
    """Return one annotated article in the shape of `akapen extract`, with what only a person's work has."""
    about = {
        "id": article.external_id or article.id,
        "title": article.title,
        "source": article.source,
        "published": article.published,
        "meta": article.meta,
        "text": article.text,
    }
    values = annotation.gold_values()
    labels = labels_view(annotation.gold_spans(), values, schema)
    unstated = not_stated_of(values)
    return about | labels | {"not_stated": unstated, "annotation": annotation}
