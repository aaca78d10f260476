"""An article made ready for review: text, tokens, the annotation with its suggestions, and its history."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from store.annotation import Annotation
from store.article import Article
from store.clock import now
from store.errors import AkapenError, DataError, DatasetError
from store.gold.dataset import GoldDataset
from store.health.annotation_check import check_spans
from store.history import History
from store.schema import Schema

if TYPE_CHECKING:
    from extract.document import Document
    from extract.extractor import Extractor


class Opened(msgspec.Struct, frozen=True):
    """What the review needs of one article."""

    article: Article
    document: "Document"
    annotation: Annotation
    history: History
    fresh: bool
    """Whether the suggestions were only made now, and are not stored yet."""

    @property
    def boundaries(self) -> list[int]:
        """Where the morphemes begin, in code points."""
        return self.document.tokens.starts


def open_article(
    dataset: GoldDataset,
    schema: Schema,
    extractor: Callable[[], "Extractor"],
    article_id: str,
    gate: AbstractContextManager[object],
) -> Opened:
    """Make an article ready; the first time, suggestions are made for it.

    Args:
        dataset: where it is.
        schema: what its spans are labelled by.
        extractor: returns what makes the suggestions; called where there are none yet.
        article_id: which article.
        gate: held while the dataset is read, and only then.

    Raises:
        KeyError: the dataset has no such article.
        DatasetError: its document is damaged, or its spans don't fit its text.
    """
    from extract.document import Document  # not before the first paint

    with gate:
        article = dataset.article(article_id)
        annotation = dataset.annotation(article_id)
        history = dataset.history(article_id)
    document = Document(article.text, article.published)
    if annotation is not None:
        _check(annotation, article, schema, dataset.path)
        return Opened(article, document, annotation, history, False)
    fresh = suggested(article, extractor(), dataset.annotator)
    return Opened(article, document, fresh, History(), True)


def _check(annotation: Annotation, article: Article, schema: Schema, path: Path) -> None:
    place = f"annotation of {article.id} by {annotation.annotator}"
    for finding in check_spans(annotation, article, schema, place)[1]:
        if finding.fate != "kept":
            problem = f"{finding.problem}; `akapen doctor` tells what can be saved"
            raise DatasetError(path, problem, finding.place)


def suggested(article: Article, extractor: "Extractor", annotator: str) -> Annotation:
    """Return a new annotation of an article with nothing but suggestions.

    Raises:
        DataError: the extractor falls over the text; the review goes on with other articles.
    """
    from extract.version import EXTRACTOR_VERSION

    try:
        found = extractor.suggest(article.text, article.published)
    except AkapenError:
        raise
    except Exception as error:  # a fault of a rule, which must not end the review
        problem = f"the extractor can't read it ({type(error).__name__}: {error}); please report it"
        raise DataError(f"article {article.id}", problem) from error
    time = now()
    return Annotation(
        article.id,
        annotator,
        found.spans,
        found.values,
        schema=extractor.schema.stamp,
        extractor=EXTRACTOR_VERSION,
        created=time,
        updated=time,
    )
