"""Annotations checked against their texts, for all that hands gold on: what doesn't fit is refused."""

from collections.abc import Iterator

from store.annotation import Annotation
from store.article import Article
from store.errors import DatasetError
from store.gold.reader import GoldReader


def checked(gold: GoldReader, article_id: str, annotator: str) -> tuple[Article, Annotation]:
    """Return an annotation with its article, every span of it on the characters that it names.

    Raises:
        KeyError: there is no such annotation.
        DatasetError: its article is missing, or a span doesn't fit the text; names the place in the file.
    """
    annotation = gold.annotation(article_id, annotator)
    if annotation is None:
        raise KeyError(article_id, annotator)
    return _article_of(annotation, gold), annotation


def all_checked(gold: GoldReader, annotator: str | None = None) -> Iterator[tuple[Article, Annotation]]:
    """Yield the annotations of one person, or of everyone, with their articles, in order of import.

    Raises:
        DatasetError: as `checked`.
    """
    for annotation in gold.annotations(annotator=annotator):
        yield _article_of(annotation, gold), annotation


def _article_of(annotation: Annotation, gold: GoldReader) -> Article:
    """Return the article of an annotation that fits it."""
    place = f"annotations[{gold.index.annotations[annotation.article, annotation.annotator]}]"
    if annotation.article not in gold.index.articles:
        raise _refusal(gold, f"there is no article {annotation.article}", place)
    article = gold.article(annotation.article)
    for at, span in enumerate(annotation.spans):
        if problem := span.misfit(article.text):
            raise _refusal(gold, problem, f"{place}.spans[{at}]")
    return article


def _refusal(gold: GoldReader, problem: str, place: str) -> DatasetError:
    return DatasetError(gold.path, f"{problem}; `akapen doctor` tells more and mends", place)
