"""Copies beside a gold file: the last few states, one a session that changed it; and work without a place."""

from itertools import count, pairwise
from pathlib import Path

from store.files import Disk, beside

KEPT = 3


def backup_paths(path: Path) -> list[Path]:
    """Return where the backups of a file lie, the newest first: `gold.json.1` and so on."""
    return [path.with_name(f"{path.name}.{number}") for number in range(1, KEPT + 1)]


def rotate(path: Path, disk: Disk) -> None:
    """Make the file as it is now the newest backup; the oldest goes.

    To be called just before the file is replaced: the backup costs nothing, it keeps the bytes there were.

    Raises:
        OSError: a backup can't be made.
    """
    places = backup_paths(path)
    if disk.signature(places[0]) == disk.signature(path):
        return
    new = beside(places[0])  # first, for on a full disk the older ones must not go for one that can't be made
    disk.remove(new)
    disk.copy(path, new)
    for newer, older in reversed(list(pairwise(places))):
        if disk.signature(newer):
            disk.rename(newer, older)
    disk.rename(new, places[0])


def mine_path(path: Path, disk: Disk) -> Path:
    """Return where our state goes when the file is no longer ours to replace: a name not yet taken.

    Raises:
        OSError: it can't be told.
    """
    names = (f"{path.name}.mine{number or ''}" for number in count())
    return next(place for place in map(path.with_name, names) if not disk.signature(place))
