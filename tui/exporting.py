"""Exporting: which annotations of a dataset, in which format, to where, and what was lost on the way."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from store.annotation import Annotation, Status
from store.errors import AkapenError, UsageError
from store.formats.piece import Format, Item, Loss, Settings, Tokens
from store.formats.registry import FORMATS
from store.formats.sink import write_file, write_folder, write_stdout
from store.gold import GoldDataset
from store.schema import Schema


class Selection(msgspec.Struct, frozen=True):
    """Which annotations are meant."""

    statuses: tuple[Status, ...] = ("confirmed",)
    annotator: str | None = None
    """None means everyone."""

    def __contains__(self, annotation: Annotation) -> bool:
        return annotation.status in self.statuses


class Exported(msgspec.Struct, frozen=True):
    """What an export came to."""

    annotations: int
    losses: tuple[Loss, ...]


class Target(msgspec.Struct, frozen=True):
    """What an export is to become."""

    format: Format
    unit: str
    """The unit of its offsets or tokens."""
    out: Path | None
    """File or folder; none for standard output."""
    force: bool = False
    """Whether it may replace what is there."""


def target(name: str, unit: str | None, out: Path | None, *, force: bool) -> Target:
    """Return the target that a command line names.

    Raises:
        UsageError: there is no such format, it hasn't that unit, or it needs a folder.
    """
    chosen = FORMATS.get(name)
    if chosen is None:
        raise UsageError(f"--format {name}: not a format; there are {', '.join(FORMATS)}")
    if unit is not None and unit not in chosen.units:
        units = " or ".join(filter(None, chosen.units)) or "no units"
        raise UsageError(f"--unit {unit}: {name} has {units}")
    if out is None and chosen.is_folder:
        raise UsageError(f"--format {name}: makes several files; name a folder with -o")
    return Target(chosen, unit or chosen.units[0], out, force)


def export(dataset: GoldDataset, selection: Selection, target: Target, schema: Schema) -> Exported:
    """Export the selected annotations of a dataset.

    Raises:
        AkapenError: nothing was selected, or it can't be written.
    """
    counted = Counter(annotation.status for annotation in dataset.annotations(annotator=selection.annotator))
    chosen = sum(counted[status] for status in selection.statuses)
    if not chosen:
        raise AkapenError(_nothing(dataset.path, selection, counted))
    pieces = target.format.write(_items(dataset, selection), Settings(schema, tokenise, target.unit))
    if target.out is None:
        losses = write_stdout(pieces)
    elif target.format.is_folder:
        losses = write_folder(pieces, target.out, force=target.force)
    else:
        losses = write_file(pieces, target.out, force=target.force)
    return Exported(chosen, tuple(losses))


def _items(dataset: GoldDataset, selection: Selection) -> Iterator[Item]:
    for annotation in dataset.annotations(annotator=selection.annotator):
        if annotation in selection:
            yield dataset.article(annotation.article), annotation


def _nothing(path: Path, selection: Selection, counted: Counter[Status]) -> str:
    there = ", ".join(f"{count} {status}" for status, count in counted.items()) or "no annotation at all"
    whose = f" by {selection.annotator}" if selection.annotator else ""
    return f"{path}: nothing to export: no annotation is {' or '.join(selection.statuses)}{whose} ({there})"


def tokenise(text: str) -> Tokens:
    """Return the morphemes of a text."""
    from extract.tokens import Tokens as Morphemes

    morphemes = Morphemes(text)
    return list(zip(morphemes.starts, morphemes.ends, strict=True))


def loss_report(losses: Iterable[Loss], limit: int = 20) -> Iterator[str]:
    """Yield a line for each article with losses, up to a limit, and one for the rest."""
    by_article: dict[str, list[str]] = {}
    for loss in losses:
        by_article.setdefault(loss.article, []).append(loss.what)
    for article, what in list(by_article.items())[:limit]:
        yield f"{article}: lost {', '.join(f'{count} {one}' for one, count in Counter(what).items())}"
    if len(by_article) > limit:
        yield f"and losses in {len(by_article) - limit} more articles"
