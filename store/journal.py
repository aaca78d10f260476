"""The journal: one line an atomic group of changes, appended beside the gold file and synced.

A line is a checksum, a space and JSON. The checksum goes on from that of the line before, so that a line that
is damaged, missing or out of place is noticed. Changes are whole documents, so reading one twice does no
harm. The first line also says on which bytes the journal builds: a save is always one line.
"""

import zlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from store.errors import DatasetError
from store.files import Disk, File
from store.gold_file import Fingerprint, Tables

Operation = tuple[str, int, msgspec.Raw]
"""Table, document id, and the document as it is from now on; `null` when it is gone."""

GONE = b"null"


class Header(msgspec.Struct, frozen=True):
    """Which journal this is, and on which bytes it builds (none: on no file)."""

    journal: str
    base: Fingerprint | None


class _First(msgspec.Struct, frozen=True):
    """What the first line holds."""

    header: Header
    changes: tuple[Operation, ...]


class Recorded(msgspec.Struct, frozen=True):
    """What a journal file holds."""

    header: Header | None = None
    groups: tuple[tuple[Operation, ...], ...] = ()
    size: int = 0
    """Bytes of the lines that are whole."""
    checksum: int = 0
    """Of the last whole line."""
    torn: int = 0
    """Bytes behind the last whole line: a save that was never acknowledged."""


def journal_path(path: Path) -> Path:
    """Return where the journal of a gold file lies."""
    return path.with_name(path.name + ".journal")


def _line(payload: bytes, before: int) -> bytes:
    return b"%08x %b\n" % (zlib.crc32(payload, before), payload)


def _checksum(line: bytes) -> int:
    """The checksum that a line bears, or 0."""
    try:
        return int(line[:8], 16)
    except ValueError:
        return 0


def _whole(lines: Sequence[bytes], path: Path) -> int:
    """Count the whole lines at the beginning.

    A line that is not whole ends the journal when none behind it is: it was being written at a power loss.
    """
    whole = [
        line == _line(line[9:-1], _checksum(before))
        for before, line in zip((b"", *lines), lines, strict=False)
    ]
    first = whole.index(False) if False in whole else len(whole)
    if any(whole[first:]):
        problem = "damaged: `akapen doctor` tells what can be saved"
        raise DatasetError(path, problem, f"line {first + 1}")
    return first


def read_journal(path: Path, disk: Disk) -> Recorded:
    """Read a journal that may be missing. A torn last line is left out: its save was never acknowledged.

    Raises:
        DatasetError: a line that is not the last is damaged.
        OSError: it can't be read.
    """
    try:
        data = disk.read(path)
    except FileNotFoundError:
        return Recorded()
    lines = [line + b"\n" for line in data.split(b"\n")]
    lines[-1] = lines[-1][:-1]
    lines = lines[: _whole(lines, path)]
    if not lines:
        return Recorded(torn=len(data))
    size = sum(map(len, lines))
    try:
        first = msgspec.json.decode(lines[0][9:], type=_First)
        groups = [msgspec.json.decode(line[9:], type=tuple[Operation, ...]) for line in lines[1:]]
    except (ValueError, RecursionError):
        raise DatasetError(path, "not a journal of this akapen: move it away", "line 1") from None
    return Recorded(first.header, (first.changes, *groups), size, _checksum(lines[-1]), len(data) - size)


def apply(operations: Iterable[Operation], tables: Tables) -> None:
    """Carry changes over into the tables."""
    for name, number, raw in operations:
        table = tables.setdefault(name, {})
        if bytes(raw) == GONE:
            table.pop(number, None)
        else:
            table[number] = raw


class Journal:
    """A journal that is being written. Its file comes to be with the first line."""

    def __init__(self, path: Path, disk: Disk, header: Header, recorded: Recorded | None = None) -> None:
        self.path = path
        self.header = header
        self.size = recorded.size if recorded else 0
        """Bytes that are acknowledged."""
        self._checksum = recorded.checksum if recorded else 0
        self._disk = disk
        self._file: File | None = None
        self._unsure = True

    def append(self, operations: Sequence[Operation]) -> None:
        """Write one group of changes; it is durable when this returns.

        Raises:
            OSError: it could not be written; the next append cuts off what may stand there of it.
        """
        changes = tuple(operations)
        payload = msgspec.json.encode(changes if self.size else _First(self.header, changes))
        line = _line(payload, self._checksum)
        self._write(line)
        self.size += len(line)
        self._checksum = _checksum(line)

    def _write(self, data: bytes) -> None:
        if self._file is None:
            self._file = self._disk.append(self.path) if self.size else self._disk.create(self.path)
        if self._unsure:
            self._file.truncate(self.size)
        self._unsure = True
        self._file.write(data)
        self._file.sync()
        if not self.size:
            self._disk.sync_directory(self.path.parent)
        self._unsure = False

    def resume(self) -> None:
        """Make durable what was read and cut off what was torn; a journal without a whole line is removed.

        Raises:
            OSError: it can't be written.
        """
        if self._disk.signature(self.path) is None:
            return
        self._disk.sync_directory(self.path.parent)
        if not self.size:
            self._disk.remove(self.path)
            return
        self._file = self._disk.append(self.path)
        self._file.truncate(self.size)
        self._file.sync()
        self._unsure = False

    def vanished(self) -> bool:
        """Whether the path no longer leads to what was written.

        Raises:
            OSError: it can't be looked at.
        """
        if self._file is None or not self.size:
            return False
        found = self._disk.signature(self.path)
        return found is None or found.inode != self._file.inode()

    def close(self) -> None:
        """Let go of the file; what it holds stays."""
        if self._file is not None:
            self._file.close()
            self._file = None
            self._unsure = True

    def discard(self) -> None:
        """Remove the file, which is of no more use; one that stays is known as folded when next read."""
        self.close()
        with suppress(OSError):
            self._disk.remove(self.path)
            self._disk.sync_directory(self.path.parent)
