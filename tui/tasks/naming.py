"""Names that a person gives on the command line, found in a dataset."""

from collections.abc import Collection, Sequence
from pathlib import Path

from store.annotation import Annotation
from store.errors import UsageError
from store.gold.reader import GoldReader

_LISTED = 3
"""How many of the articles that a name may mean are told."""


def article_named(gold: GoldReader, name: str) -> str:
    """Return the id of the article meant: by its id, the id that its source gave, or the beginning of its id.

    Articles that were deleted are known by their ids still.

    Raises:
        UsageError: none or several are meant.
    """
    known = dict.fromkeys((*gold.article_ids(), *(article for article, _ in gold.index.revisions)))
    found = _called(gold, [name], known)[name] or [one for one in known if name and one.startswith(name)]
    return _only(found, name, gold)


def articles_called(gold: GoldReader, names: Sequence[str]) -> list[str]:
    """Return the ids, each once, of the articles that are here under just these ids, own or their sources'.

    Raises:
        UsageError: none or several are so called.
    """
    found = _called(gold, names, gold.index.articles)
    return list(dict.fromkeys(_only(found[name], name, gold) for name in names))


def _called(gold: GoldReader, names: Sequence[str], ids: Collection[str]) -> dict[str, list[str]]:
    """Return the articles of each name; where sources' ids are among them, all are looked through, once."""
    found = {name: [name] if name in ids else [] for name in names}
    if not all(found.values()):
        for article in gold.articles():
            if article.external_id in found and article.external_id not in ids:
                found[article.external_id].append(article.id)
    return found


def _only(found: Sequence[str], name: str, gold: GoldReader) -> str:
    if not found:
        raise UsageError(f"{name or '(empty)'}: no such article in {gold.path}")
    if len(found) > 1:
        ids = ", ".join(found[:_LISTED]) + (", …" if len(found) > _LISTED else "")
        problem = f"{len(found)} articles are meant by it in {gold.path}; name one by its id ({ids})"
        raise UsageError(f"{name}: {problem}")
    return found[0]


def annotator_named(gold: GoldReader, name: str | None) -> str | None:
    """Return the annotator meant, none where none is named.

    Raises:
        UsageError: nobody of that name has an annotation, or had one when something was confirmed or deleted.
    """
    if name is None or name in gold.annotators() or any(name == one for _, one in gold.index.revisions):
        return name
    known = ", ".join(gold.annotators()) or "none yet"
    raise UsageError(f"--annotator {name}: no such annotator in {gold.path}, which has {known}")


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
