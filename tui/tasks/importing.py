"""Reading articles all or none, for what must not be done by halves."""

from collections.abc import Iterable

import msgspec

from store.annotation import Annotation
from store.article import Article
from store.errors import AkapenError, DataError
from store.formats.reading import Finding, Notice
from store.gold.dataset import GoldDataset
from tui.printing import say


def read_all(findings: Iterable[Finding]) -> tuple[list[Article], list[Annotation]]:
    """Read all articles, and the annotations that come with them, saying what was done to them.

    Raises:
        AkapenError: one or more can't be read; each is named on stderr, the last in the error.
    """
    articles: list[Article] = []
    annotations: list[Annotation] = []
    faults: list[DataError] = []
    for finding in findings:
        if isinstance(finding, Article):
            articles.append(finding)
        elif isinstance(finding, Annotation):
            annotations.append(finding)
        elif isinstance(finding, Notice):
            say(f"akapen: {finding}")
        else:
            faults.append(finding)
    for fault in faults[:-1]:
        say(f"akapen: {fault}")
    if faults:
        raise AkapenError(f"{faults[-1]} (nothing was imported)")
    return articles, annotations


def attributed(annotation: Annotation, annotator: str) -> Annotation:
    """Return an annotation as a named person's, saying so where it was another's."""
    if annotation.annotator != annotator:
        say(f"akapen: {annotation.article}: an annotation of {annotation.annotator} taken as {annotator}'s")
    return msgspec.structs.replace(annotation, annotator=annotator)


def add_annotations(dataset: GoldDataset, annotations: Iterable[Annotation]) -> tuple[int, int]:
    """Add annotations to a dataset, in one durable step, where they replace nobody's work.

    An annotator's annotation of the article that is there already is kept, unless it is pending: that holds
    suggestions only, which give way to a person's work but not to other suggestions.

    Returns:
        How many were added, and how many were there already.

    Raises:
        DatasetError: the dataset can't be written.
    """
    added = already = 0
    with dataset.group():
        for annotation in annotations:
            there = dataset.annotation(annotation.article, annotation.annotator)
            if there is None or (_is_untouched(there) and annotation.status != "pending"):
                dataset.save(annotation, drop_after=0, position=0)
                added += 1
            else:
                already += 1
    return added, already


def _is_untouched(annotation: Annotation) -> bool:
    return annotation.status == "pending" and not annotation.note
