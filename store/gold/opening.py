"""Opening: what a gold file and its journal hold together, read so that both are of one moment."""

from pathlib import Path
from typing import NamedTuple

from store.errors import DatasetError
from store.files import Disk, Signature
from store.gold import file as gold_file
from store.gold.file import Fingerprint, Tables
from store.gold.journal import Recorded, apply, journal_path, read_journal


class Opened(NamedTuple):
    """A dataset as it lay on the disk."""

    tables: Tables
    """With the journal's edits."""
    recorded: Recorded
    """The journal; without edits where the file holds them already."""
    signature: Signature | None
    """The file's; none where there is no file yet."""
    base: Fingerprint | None
    """Of the file's bytes."""


def opened(path: Path, disk: Disk, *, again: bool) -> Opened:
    """Read journal and file, in this order: a writer may fold the one into the other meanwhile.

    Args:
        path: the gold file.
        disk: the file layer.
        again: look again where the two don't belong together, as beside a writer they may not for a moment.

    Raises:
        OSError: one can't be read.
        DatasetError: one is damaged or foreign, or the journal is of another state of the file.
    """
    for _ in range(3 if again else 1):
        recorded = read_journal(journal_path(path), disk)
        signature = disk.signature(path)
        data = None if signature is None else disk.read(path)
        base = None if data is None else gold_file.fingerprint([data])
        tables = gold_file.empty() if data is None else gold_file.parse(data, path)
        folded = gold_file.meta(tables, path).folded
        if recorded.header is None or recorded.header.journal == folded:
            return Opened(tables, Recorded(torn=recorded.torn), signature, base)
        if recorded.header.base == base:
            for group in recorded.groups:
                apply(group, tables)
            return Opened(tables, recorded, signature, base)
    problem = f"changed by another program while {journal_path(path).name} still held edits for it"
    raise DatasetError(path, f"{problem}: `akapen doctor --repair OUT` joins them in a new file")
