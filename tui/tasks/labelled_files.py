"""Labelled articles for scoring: from a dataset, from JSON Lines, or made by the extractor."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from store.errors import DataError, UnreadableFileError
from store.formats.labelled_lines import read_labelled
from store.labelled import Labelled
from store.samples import samples_path
from store.schema import Schema
from store.schemas.loading import load_schema

Name = TypeVar("Name", bound=Hashable)


def read_gold(path: Path | None) -> list[Labelled]:
    """Read labelled articles: those confirmed in a dataset, all of a JSON Lines file, or the samples.

    Raises:
        DataError: the file can't be read, or holds no labelled article.
    """
    if path is None:
        return list(read_labelled(samples_path()))
    found = _confirmed(path) if path.suffix == ".json" else lines_of(path)
    if not found:
        raise UnreadableFileError(path, "holds no labelled article; confirm some first, or name another file")
    return found


def read_predicted(path: Path) -> list[Labelled]:
    """Read what a file says of articles that have gold elsewhere: one set of labels an article.

    Raises:
        DataError: as `read_gold`, or it has two sets of an article, of which only one could be scored.
    """
    return list(by_name(read_gold(path), path, lambda one: (one.article.id, one.key)).values())


def by_name(found: Iterable[Labelled], path: Path, name: Callable[[Labelled], Name]) -> dict[Name, Labelled]:
    """Return the labelled articles of a file by their names.

    Raises:
        DataError: it has two of one name.
    """
    named: dict[Name, Labelled] = {}
    for one in found:
        if named.setdefault(name(one), one) is not one:
            way = "`akapen export --annotator NAME` writes one person's"
            raise DataError(path, f"labels the article {one.key} twice; {way}")
    return named


def schema_for(path: Path | None, asked: Schema | None) -> Schema:
    """Return the schema to score by: the one asked for, else the dataset's own, else `incident`.

    Raises:
        DataError: the dataset can't be read, or the schema that it holds is broken.
        UsageError: its annotations were made with a schema that is nowhere.
    """
    if path is None or path.suffix != ".json":
        return asked or load_schema()
    from store.gold.dataset import GoldDataset
    from tui.tasks.choosing_schema import schema_of

    with GoldDataset.open(path, read_only=True) as dataset:
        return schema_of(dataset, asked)


def lines_of(path: Path) -> list[Labelled]:
    """Read JSON Lines; of a file that is called otherwise it is said what is expected.

    Raises:
        DataError: it can't be read.
    """
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

    with GoldDataset.open(path, read_only=True) as dataset:
        return [
            Labelled.gold(article, annotation)
            for article, annotation in all_checked(dataset)
            if annotation.status == "confirmed"
        ]


def predict(gold: Sequence[Labelled], schema: Schema) -> list[Labelled]:
    """Let the extractor label the same texts, each once."""
    from extract.extractor import Extractor

    extractor = Extractor(schema)
    predicted = []
    for article in {(one.article.id, one.key): one.article for one in gold}.values():
        found = extractor.suggest(article.text, article.published)
        predicted.append(Labelled(article, found.spans, found.values))
    return predicted
