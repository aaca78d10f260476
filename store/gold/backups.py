"""Backups: the last few states of a gold file, one a session that changed it."""

from itertools import pairwise
from pathlib import Path

from store.files import Disk

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
    for newer, older in reversed(list(pairwise(places))):
        if disk.signature(newer):
            disk.rename(newer, older)
    disk.remove(places[0])
    disk.copy(path, places[0])
