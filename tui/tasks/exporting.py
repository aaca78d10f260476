"""Exporting: which annotations of a dataset, in which format, and to where."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import msgspec

from store.annotation import Status
from store.errors import AkapenError, UsageError
from store.formats.piece import Format, Item, Loss, Part, Piece, Settings
from store.formats.registry import FORMATS
from store.formats.sink import write_file, write_folder, write_stdout
from store.gold.checked import checked
from store.gold.dataset import GoldDataset
from store.release.splits import NAMES, Shares, splits
from store.schema import Schema
from tui.progress import counted
from tui.tasks.morphemes import tokenise

Key = tuple[str, str]
"""Article and annotator of an annotation."""
Parts = dict[str, list[Key]]
"""What each split holds; the whole under the empty name."""


class Selection(msgspec.Struct, frozen=True):
    """Which annotations are meant."""

    statuses: tuple[Status, ...] = ("confirmed",)
    annotator: str | None = None
    """None means everyone."""


class Target(msgspec.Struct, frozen=True):
    """What an export is to become."""

    format: Format
    unit: str
    """The unit of its offsets or tokens."""
    out: Path | None
    """File or folder; none for standard output."""
    force: bool = False
    """Whether it may replace what is there."""
    shares: Shares | None = None
    """How it is split into parts; none for one whole."""


class PartOf(msgspec.Struct, frozen=True):
    """What one split holds, or the whole: its annotations and how many spans of each label."""

    annotations: int = 0
    labels: dict[str, int] = {}
    """Of a split alone: the whole has no share to tell."""


class Exported(msgspec.Struct, frozen=True):
    """What an export came to."""

    parts: dict[str, PartOf]
    """By the name of the split, or the empty name for the whole."""
    losses: tuple[Loss, ...]

    @property
    def annotations(self) -> int:
        """How many annotations were written."""
        selected = sum(part.annotations for part in self.parts.values())
        return selected - sum(loss.whole for loss in self.losses)


def target(
    name: str | None, unit: str | None, out: Path | None, split: Shares | None, *, force: bool
) -> Target:
    """Return the target that a command line names; without a format the one that the file's ending says.

    Raises:
        UsageError: there is no such format, none of that ending, it hasn't that unit, or it needs a folder.
    """
    name = name or _format_of(None if split else out)
    chosen = FORMATS.get(name)
    if chosen is None:
        raise UsageError(f"--format {name}: not a format; there are {', '.join(FORMATS)}")
    if unit is not None and unit not in chosen.units:
        units = " or ".join(filter(None, chosen.units)) or "no units"
        raise UsageError(f"--unit {unit}: {name} has {units}")
    if out is None and (chosen.is_folder or split):
        asked = f"--format {name}" if chosen.is_folder else "--split"
        raise UsageError(f"{asked}: makes several files; name a folder with -o")
    if out is None and not chosen.is_text and sys.stdout.isatty():
        raise UsageError(f"--format {name}: is no text for a terminal; name a file with -o")
    return Target(chosen, unit or chosen.units[0], out, force, split)


def _format_of(out: Path | None) -> str:
    """Return the first format whose files end as a path does; of no ending, the one that loses nothing."""
    ending = out.suffix.lower() if out is not None else ""
    if out is None or not ending:
        return next(iter(FORMATS))
    told = next((one.name for one in FORMATS.values() if one.suffix == ending), None)
    if told is None:
        endings = ", ".join(sorted({one.suffix for one in FORMATS.values() if one.suffix}))
        raise UsageError(f"{out}: no format's files end in {ending}; name it with --format, or use {endings}")
    return told


def spare(dataset: GoldDataset, out: Path | None) -> None:
    """Refuse to put what is made of a dataset in its own place, whatever is to be replaced.

    Raises:
        UsageError: the output is the dataset, or a folder that it lies in.
    """
    if out is not None and dataset.path.is_relative_to(os.path.realpath(out)):
        what = "is the dataset itself" if out.is_file() else f"holds the dataset itself ({dataset.path.name})"
        raise UsageError(f"{out}: {what}; name another place with -o")


def export(dataset: GoldDataset, selection: Selection, target: Target, schema: Schema) -> Exported:
    """Export the selected annotations of a dataset.

    Raises:
        AkapenError: nothing was selected, the format can hold nothing of it, or it can't be written.
    """
    spare(dataset, target.out)
    parts = parts_of(dataset, selection, target.shares)
    pieces = pieces_of(dataset, parts, target, schema)
    if target.out is None:
        losses = write_stdout(pieces)
    elif target.format.is_folder or target.shares:
        losses = write_folder(pieces, target.out, force=target.force)
    else:
        losses = write_file(pieces, target.out, force=target.force)
    counted = {
        name: PartOf(len(keys), _labels(dataset, keys) if target.shares else {})
        for name, keys in parts.items()
    }
    return Exported(counted, tuple(losses))


def pieces_of(dataset: GoldDataset, parts: Parts, target: Target, schema: Schema) -> Iterator[Piece]:
    """Yield what a format makes of the parts of a dataset, each in its place.

    Raises:
        AkapenError: the format can hold none of the annotations.
    """
    missing = Counter[str]()
    for piece in _made(dataset, parts, target, schema):
        if isinstance(piece, Loss) and piece.whole:
            missing[piece.what] += 1
        yield piece
    if missing.total() == sum(map(len, parts.values())):
        nothing = f"nothing to export: {target.format.name} can hold none of the annotations"
        reasons = ", ".join(f"{count} × {what}" for what, count in missing.items())
        raise AkapenError(f"{dataset.path}: {nothing} ({reasons})")


def _made(dataset: GoldDataset, parts: Parts, target: Target, schema: Schema) -> Iterator[Piece]:
    splits = {article: name for name, keys in parts.items() for article, _ in keys}
    settings = Settings(schema, tokenise, target.unit, splits if target.shares else {})
    write = target.format.write
    if target.format.keeps_splits:
        every = list(chain.from_iterable(parts.values()))
        yield from write(counted(_items(dataset, every), every.__len__), settings)
        return
    for name, keys in parts.items():
        if keys:
            yield from _placed(
                name, target.format, write(counted(_items(dataset, keys), keys.__len__), settings)
            )


def parts_of(dataset: GoldDataset, selection: Selection, how: Shares | None) -> Parts:
    """Return the keys of the selected annotations by split, in order of import.

    Raises:
        AkapenError: nothing is selected.
    """
    counted: Counter[Status] = Counter()
    keys: list[Key] = []
    for annotation in dataset.annotations(annotator=selection.annotator):
        counted[annotation.status] += 1
        if annotation.status in selection.statuses:
            keys.append((annotation.article, annotation.annotator))
    if not keys:
        raise AkapenError(_nothing(dataset.path, selection, counted))
    if how is None:
        return {"": keys}
    split = splits(dataset.articles(), how)
    return {name: [key for key in keys if split[key[0]] == name] for name in NAMES}


def _items(dataset: GoldDataset, keys: Iterable[Key]) -> Iterator[Item]:
    for article_id, annotator in keys:
        yield checked(dataset, article_id, annotator)


def _placed(name: str, format_: Format, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Put the files of a split where they belong: `train.jsonl`, or the folder `train`."""
    for piece in pieces:
        if name and isinstance(piece, Part):
            file = f"{name}/{piece.file}" if format_.is_folder else f"{name}{format_.suffix}"
            yield Part(piece.data, file)
        else:
            yield piece


def _labels(dataset: GoldDataset, keys: list[Key]) -> dict[str, int]:
    """How many spans of each label some annotations have."""
    return dict(
        Counter(span.label for _, annotation in _items(dataset, keys) for span in annotation.gold_spans())
    )


def _nothing(path: Path, selection: Selection, counted: Counter[Status]) -> str:
    there = ", ".join(f"{count} {status}" for status, count in counted.items()) or "no annotation at all"
    whose = f" by {selection.annotator}" if selection.annotator else ""
    return f"{path}: nothing to export: no annotation is {' or '.join(selection.statuses)}{whose} ({there})"
