"""Names that a person gives on the command line, found in a dataset."""

from pathlib import Path

from store.annotation import Annotation
from store.errors import UsageError
from store.gold.reader import GoldReader


def article_named(gold: GoldReader, name: str) -> str:
    """Return the id of the article meant: by its id, the beginning of it, or the id that its source gave.

    Raises:
        UsageError: none or several are meant.
    """
    known = dict.fromkeys((*gold.article_ids(), *(article for article, _ in gold.index.revisions)))
    found = [one for one in known if one.startswith(name)]
    if not found:
        found = [article.id for article in gold.articles() if article.external_id == name]
    if len(found) != 1:
        problem = "no such article" if not found else f"{len(found)} articles begin so"
        raise UsageError(f"{name}: {problem} in {gold.path}")
    return found[0]


def annotator_named(gold: GoldReader, name: str | None) -> str | None:
    """Return the annotator meant, none where none is named.

    Raises:
        UsageError: nobody of that name has an annotation.
    """
    if name is not None and name not in gold.annotators():
        known = ", ".join(gold.annotators()) or "none yet"
        raise UsageError(f"--annotator {name}: no such annotator in {gold.path}, which has {known}")
    return name


def revision_named(gold: GoldReader, name: str) -> Annotation:
    """Return the annotation meant by `ARTICLE@NUMBER`, or by `ARTICLE@` as it is now.

    Raises:
        UsageError: there is none.
    """
    article, _, number = name.rpartition("@")
    article_id = article_named(gold, article)
    now = gold.annotation(article_id)
    if not number and now:
        return now
    for one in gold.revisions(article_id, gold.annotator):
        if str(one.number) == number:
            return one.annotation
    raise UsageError(f"{name}: no such revision by {gold.annotator}; `akapen log {article}` lists them")


def is_revision(name: str) -> bool:
    """Whether a name means a revision and not a file."""
    return "@" in name and not Path(name).exists()
