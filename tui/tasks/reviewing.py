"""What comes before and after the review screen: a terminal, articles to review, and what became of them."""

import shlex
import shutil
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from store.annotation import Annotation
from store.errors import HeldError, UsageError
from store.formats.reading import Options
from store.gold.dataset import GoldDataset
from store.gold.own_schema import own_schema
from store.plural import number_of
from store.schema import Schema
from store.source import STDIN
from tui import memory
from tui.configuration import configuration
from tui.keyboard.keys import KeyTable
from tui.language import Language, Tongue, preferred
from tui.printing import say
from tui.streams import as_utf8


def check_terminal(paths: Sequence[Path]) -> None:
    """Refuse what a terminal interface can't do.

    Raises:
        UsageError: there is no terminal, or articles are to come from where the keys come from.
    """
    if any(str(path) == STDIN for path in paths):
        raise UsageError("-: keys come from standard input here; use `akapen import -` first, then review")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("review needs a terminal; use `akapen extract` in scripts and pipes")
    if not sys.stderr.isatty():
        raise UsageError("the review is drawn on standard error; let it go to the terminal")


def open_or_offer(path: Path, annotator: str | None, *, read_only: bool) -> GoldDataset | None:
    """Open a dataset; one that another process writes is offered read-only, and none means: rather not.

    Raises:
        DatasetError: it can't be opened for another reason.
    """
    try:
        return GoldDataset.open(path, annotator=annotator, read_only=read_only)
    except HeldError as error:
        say(f"akapen: {error.message}")
        if not _agreed("Open it read-only, to look without changing or importing anything? [y/N] "):
            return None
        return GoldDataset.open(path, annotator=annotator, read_only=True)


def _agreed(question: str) -> bool:
    sys.stderr.write(question)
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes", "はい")


def bring_in(dataset: GoldDataset, paths: Sequence[Path], options: Options) -> list[Annotation]:
    """Import articles that are new; into an empty dataset, without any, the bundled samples.

    Returns:
        The annotations that came with them.

    Raises:
        AkapenError: one can't be read; nothing is imported.
    """
    if not paths and dataset.article_ids():
        return []
    from store.formats.articles import read_articles
    from store.samples import samples_path
    from tui.tasks.importing import add_annotations, read_all

    if paths:
        articles, annotations = read_all(read_articles(paths, options))
        dataset.add(articles)
        add_annotations(dataset, annotations)
        return annotations
    dataset.add(read_all(read_articles([samples_path()]))[0])
    return []


def open_screen(dataset: GoldDataset, schema: Schema, keys: KeyTable, tongue: Tongue | None) -> None:
    """Open the interface and return when the person leaves it.

    Raises:
        DataError: the configuration file is at fault.
    """
    theme = configuration().theme
    as_utf8(sys.stderr)  # where the framework draws, and what comes from the keys is read as UTF-8
    memory.hold()
    from tui.app import AkapenApp

    AkapenApp(dataset, schema, keys, Language(tongue or preferred()), theme=theme).run()


def outcome(dataset: GoldDataset, asked: str | None, annotator: str | None) -> str:
    """Return where this annotator's work is, how far, whose is there too, and what follows, in one line.

    Args:
        dataset: the dataset that was reviewed.
        asked: the schema that was asked for, by file or name; said again where the dataset doesn't tell.
        annotator: whom the command line named; said again for the next review.
    """
    counted = Counter(dataset.status(article_id) for article_id in dataset.article_ids())
    confirmed, drafts = counted["confirmed"], number_of(counted["draft"], "draft")
    gold = f"--gold {shlex.quote(str(dataset.path.absolute()))}"
    if asked is not None and own_schema(dataset.stamps(), dataset.schemas()) is None:
        gold += f" --schema {shlex.quote(str(Path(asked).absolute()) if Path(asked).is_file() else asked)}"
    again = f"review {gold}" + (f" --annotator {shlex.quote(annotator)}" if annotator else "")
    following = f"export {gold} -o gold.jsonl" if confirmed else again
    others = ", ".join(name for name in dataset.annotators() if name != dataset.annotator)
    beside = f" by {dataset.annotator} (--annotator NAME: there is work of {others}, too)" if others else ""
    apart = "".join(f", {counted[status]} {status}" for status in ("flagged", "skipped") if counted[status])
    so_far = f"{confirmed} confirmed, {drafts}{apart}{beside}"
    return f"{dataset.path.absolute()}: {so_far}; next: {_program()} {following}"


def _program() -> str:
    """How the command line is called here: by its path where the shell wouldn't find it by its name."""
    return "akapen" if shutil.which("akapen") else shlex.quote(sys.argv[0])
