"""A labelled article: a text with the spans and values that someone, or something, stands for."""

import msgspec

from store.annotation import Annotation
from store.article import Article
from store.span import Span
from store.value import FieldValue


class Labelled(msgspec.Struct, frozen=True):
    """One article with one set of labels, be it a person's gold or a machine's suggestions."""

    article: Article
    spans: tuple[Span, ...]
    values: tuple[FieldValue, ...]

    @classmethod
    def gold(cls, article: Article, annotation: Annotation) -> "Labelled":
        """Return the gold view of an annotation: what the person accepted."""
        return cls(article, annotation.gold_spans(), annotation.gold_values())

    @property
    def key(self) -> str:
        """What two files know an article by: the id that its source gave, else its own."""
        return self.article.external_id or self.article.id
