"""Where an export goes: to its place in one move once all of it is written, or to standard output.

What is made is for its owner only; a file that is replaced hands on its permission bits.
"""

import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Literal

from store.advice import advice
from store.errors import DataError, UsageError
from store.files import OWNER_ONLY, OWNER_ONLY_FOLDER
from store.formats.piece import Loss, Part, Piece


def write_file(pieces: Iterable[Piece], out: Path, *, force: bool) -> list[Loss]:
    """Write an export of one file, and return what it could not hold.

    Raises:
        UsageError: there is a file already and `force` is off, or a folder.
        DataError: the file can't be written; nothing is left of it.
    """
    _refuse_existing(out, force=force, wanted="file")
    with _swapped_in(out) as place, _made(place) as file:
        return _put(pieces, lambda part: file.write(part.data))


def write_folder(pieces: Iterable[Piece], out: Path, *, force: bool) -> list[Loss]:
    """Write an export of several files into a new folder, and return what it could not hold.

    Raises:
        UsageError: there is a folder already and `force` is off, or it holds what is none of such an export;
            or a file.
        DataError: the folder can't be written; nothing is left of it.
    """
    _refuse_existing(out, force=force, wanted="folder")
    with _swapped_in(out) as place:
        place.mkdir(OWNER_ONLY_FOLDER)
        with _Files(place) as files:
            return _put(pieces, files.write)


def write_stdout(pieces: Iterable[Piece]) -> list[Loss]:
    """Write an export of one file to standard output, and return what it could not hold."""
    return _put(pieces, lambda part: sys.stdout.buffer.write(part.data))


def _put(pieces: Iterable[Piece], put: Callable[[Part], object]) -> list[Loss]:
    """Put the parts where they belong, and return the losses among them."""
    losses = []
    for piece in pieces:
        if isinstance(piece, Part):
            put(piece)
        else:
            losses.append(piece)
    return losses


class _Files:
    """The files of a folder, the one that is being written kept open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.name = ""
        self.file: BinaryIO | None = None

    def write(self, part: Part) -> None:
        if part.file != self.name or self.file is None:
            self.close()
            path = self.folder / part.file
            for above in reversed(Path(part.file).parents):
                (self.folder / above).mkdir(OWNER_ONLY_FOLDER, exist_ok=True)  # each with this mode
            self.file, self.name = _made(path), part.file
        self.file.write(part.data)

    def close(self) -> None:
        if self.file:
            self.file.close()

    def __enter__(self) -> "_Files":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _made(path: Path) -> BinaryIO:
    """Make a file that must not be there: two parts of an export that are called alike are not mixed."""
    try:
        return open(path, "xb", opener=lambda name, flags: os.open(name, flags, OWNER_ONLY))
    except FileExistsError:
        problem = "two files of the export are called so; export them apart, as with --annotator"
        raise DataError(path.name, problem) from None


def _refuse_existing(out: Path, *, force: bool, wanted: Literal["file", "folder"]) -> None:
    """Refuse what would be replaced without being asked for, and in any case what is something else."""
    if not out.exists():
        return
    there = "folder" if out.is_dir() else "file" if out.is_file() else "device or pipe"
    if there != wanted:
        raise UsageError(f"{out}: is a {there}; name a {wanted}")
    if not force:
        raise UsageError(f"{out}: is there already; --force replaces it")


def _refuse_others(old: Path, new: Path, out: Path) -> None:
    """Refuse to remove with a folder what no earlier export of the kind has put there: sources, a dataset."""
    if other := next(_others(old, new), None):
        held = f"holds {other.relative_to(old)}, which is none of this export"
        raise UsageError(f"{out}: {held} and would be gone; move it away, or name another folder")


def _others(old: Path, new: Path) -> Iterator[Path]:
    """Yield what of a folder isn't in a new one: hidden files, folders, files of other kinds."""
    kinds = {one.suffix or one.name for one in new.iterdir() if one.is_file()}
    for one in sorted(old.iterdir()):
        if one.is_dir() and not one.is_symlink() and (new / one.name).is_dir():
            yield from _others(one, new / one.name)
        elif one.is_dir() or one.name.startswith(".") or (one.suffix or one.name) not in kinds:
            yield one


@contextmanager
def _swapped_in(out: Path) -> Iterator[Path]:
    """Give a place beside the goal, links followed, to write to, and move it there when that went well."""
    goal = Path(os.path.realpath(out))
    try:
        with tempfile.TemporaryDirectory(dir=goal.parent, prefix=f".{goal.name}.") as beside:
            place = Path(beside, "new")
            yield place
            if place.is_dir() and goal.is_dir():
                _refuse_others(goal, place, out)
                goal.rename(Path(beside, "old"))
            elif goal.is_file():
                place.chmod(stat.S_IMODE(goal.stat().st_mode))
            os.replace(place, goal)
    except OSError as error:
        raise DataError(out, f"can't be written: {advice(error)}") from None
