"""The work of several annotators: those of one dataset, or of several files."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from store.annotation import Status
from store.errors import AkapenError
from store.labelled import Labelled
from store.measures.judgements import Work
from tui.tasks.labelled_files import by_name, lines_of


def read_work(paths: Sequence[Path], statuses: Collection[Status]) -> dict[str, Work]:
    """Read who has annotated what.

    A dataset has an annotator or more. A file of JSON Lines, as `akapen extract` prints them, is one, called
    by its name. Where two files have annotators of one name, they are told apart by the files' names.

    Args:
        paths: datasets (`.json`) and JSON Lines.
        statuses: which annotations of datasets count.

    Raises:
        DataError: a file can't be read, or one of JSON Lines has two annotations of an article.
        AkapenError: no article was annotated by two.
    """
    found = [(path, name, work) for path in paths for name, work in _read(path, statuses)]
    names = [name for _, name, _ in found]
    works = {name if names.count(name) == 1 else f"{name} ({path})": work for path, name, work in found}
    seen: set[str] = set()
    for work in works.values():
        if not seen.isdisjoint(work):
            return works
        seen.update(work)
    who = ", ".join(f"{name}: {len(work)}" for name, work in works.items()) or "no one"
    wanted = " or ".join(sorted(statuses))
    advice = "name the datasets of all, as in `akapen agree hanako.json taro.json`"
    raise AkapenError(f"no article is {wanted} by two annotators; articles by annotator: {who}; {advice}")


def _read(path: Path, statuses: Collection[Status]) -> Iterator[tuple[str, Work]]:
    if path.suffix != ".json":
        yield path.stem, by_name(lines_of(path), path, lambda one: one.article.id)
        return
    from store.gold.checked import all_checked
    from store.gold.dataset import GoldDataset

    with GoldDataset.open(path, read_only=True) as dataset:
        for name in dataset.annotators():
            yield (
                name,
                {
                    article.id: Labelled.gold(article, annotation)
                    for article, annotation in all_checked(dataset, name)
                    if annotation.status in statuses
                },
            )
