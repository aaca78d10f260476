"""Other tools' files, read: articles, and the annotations that are made of what the files say."""

from collections.abc import Callable, Iterator
from pathlib import Path

from store.formats.akapen_import import read_own
from store.formats.brat_import import read_brat
from store.formats.conll_import import read_conll
from store.formats.doccano_import import read_doccano
from store.formats.fitting import Fitting, fitted
from store.formats.foreign import Foreign, ForeignFinding
from store.formats.label_studio_import import read_label_studio
from store.formats.prodigy_import import read_prodigy
from store.formats.reading import Finding, guarded

READERS: dict[str, Callable[[Path], Iterator[ForeignFinding]]] = {
    "jsonl": read_own,
    "doccano": read_doccano,
    "label-studio": read_label_studio,
    "prodigy": read_prodigy,
    "brat": read_brat,
    "conll": read_conll,
}


def read_foreign(path: Path, name: str, fitting: Fitting) -> Iterator[Finding]:
    """Yield the articles of another tool's file, each followed by its annotation, and what is to be said."""
    for found in guarded(READERS[name](path)):
        if isinstance(found, Foreign):
            yield from fitted(found, name, fitting)
        else:
            yield found
