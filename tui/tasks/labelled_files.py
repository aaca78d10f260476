"""Labelled articles for scoring: from a dataset, from JSON Lines, or made by the extractor."""

from collections.abc import Sequence
from pathlib import Path

from store.errors import DataError, UnreadableFileError
from store.formats.akapen import read_labelled
from store.labelled import Labelled
from store.samples import samples_path
from store.schema import Schema
from store.schemas.loading import load_schema


def read_gold(path: Path | None) -> list[Labelled]:
    """Read labelled articles: those confirmed in a dataset, all of a JSON Lines file, or the samples.

    Raises:
        DataError: the file can't be read, or holds no labelled article.
    """
    if path is None:
        return list(read_labelled(samples_path()))
    found = _confirmed(path) if path.suffix == ".json" else _lines(path)
    if not found:
        raise UnreadableFileError(path, "holds no labelled article; confirm some first, or name another file")
    return found


def schema_for(path: Path | None, asked: str | None) -> Schema:
    """Return the schema to score by: the one asked for, else the dataset's own, else `incident`.

    Raises:
        DataError: the dataset can't be read, or the schema isn't there or is broken.
    """
    if path is None or path.suffix != ".json":
        return load_schema(asked)
    from store.gold.dataset import GoldDataset
    from tui.tasks.choosing_schema import schema_of

    with GoldDataset.open(path, read_only=True, create=False) as dataset:
        return schema_of(dataset, asked)


def _lines(path: Path) -> list[Labelled]:
    try:
        return list(read_labelled(path))
    except DataError as error:
        if path.suffix in (".jsonl", ".ndjson") or not path.is_file():
            raise
        problem = "expected is a dataset (.json) or JSON Lines (.jsonl) as `akapen extract` prints"
        raise DataError(path, f"{error.problem}; {problem}", error.place) from None


def _confirmed(path: Path) -> list[Labelled]:
    from store.gold.checked import all_checked
    from store.gold.dataset import GoldDataset

    with GoldDataset.open(path, read_only=True, create=False) as dataset:
        return [
            Labelled.gold(article, annotation)
            for article, annotation in all_checked(dataset)
            if annotation.status == "confirmed"
        ]


def predict(gold: Sequence[Labelled], schema: Schema) -> list[Labelled]:
    """Let the extractor label the same texts."""
    from extract.extractor import Extractor

    extractor = Extractor(schema)
    predicted = []
    for one in gold:
        found = extractor.suggest(one.article.text, one.article.published)
        predicted.append(Labelled(one.article, found.spans, found.values))
    return predicted
