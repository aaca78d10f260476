"""What an examined gold file holds, and which of its backups is whole."""

from collections.abc import Iterator
from pathlib import Path

from store.errors import AkapenError
from store.gold.backups import backup_paths
from store.gold.file import Tables
from store.health.doctor import Examination
from store.plural import number_of
from store.schema import Schema

_NOUNS = {
    "articles": "article",
    "annotations": "annotation",
    "steps": "undo step",
    "revisions": "confirmed revision",
}


def holdings(tables: Tables) -> str:
    """Return how many documents of each kind there are, as `16 articles, 3 annotations, …`."""
    return ", ".join(number_of(len(tables[name]), noun) for name, noun in _NOUNS.items())


def whole_backups(path: Path, schema: Schema) -> Iterator[str]:
    """Yield a line about each backup beside a gold file in which nothing is wrong, the newest first."""
    for backup in backup_paths(path):
        try:
            examination = Examination(backup, schema)
        except AkapenError:
            continue
        if not examination.findings:
            yield f"{backup}: a backup without anything wrong: {holdings(examination.tables)}"
