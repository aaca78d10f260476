"""A gold article: a text with what one person stands for, ready to be used."""

import msgspec

from store.annotation import Annotation, Record
from store.article import Article
from store.line_view import record_of
from store.schema import Schema
from store.span import Span


class GoldArticle(msgspec.Struct, frozen=True):
    """One article with what one person stands for."""

    article: Article
    annotation: Annotation
    spans: tuple[Span, ...]
    """The accepted ones, in text order, half-open in code points of the text."""
    record: Record
    """Values by field: a list for list fields, fields without a value left out."""
    not_stated: tuple[str, ...]
    """Fields of which the person says that the text does not state them."""

    @classmethod
    def of(cls, article: Article, annotation: Annotation, schema: Schema) -> "GoldArticle":
        """Return the gold view of an annotation."""
        values = annotation.gold_values()
        unstated = tuple(value.field for value in values if value.value is None)
        return cls(article, annotation, annotation.gold_spans(), record_of(values, schema), unstated)

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text
