"""The journal: one line an atomic group of changes, appended beside the gold file and synced.

A line is a checksum, its number and JSON, so that one that is damaged, missing or out of place is noticed.
Changes are whole documents, so reading a journal twice does no harm. The first line also says on which bytes
the journal builds: a save is always one line.
"""

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from store.errors import DatasetError
from store.files import Disk, File
from store.gold.file import Fingerprint, Tables

Operation = tuple[str, int, msgspec.Raw]
"""Table, document id, and the document as it is from now on; `null` when it is gone."""

GONE = b"null"

_HEAD = re.compile(rb"[0-9a-f]{8} ([0-9]{1,18}) ")


class Header(msgspec.Struct, frozen=True):
    """Which journal this is, and on which bytes it builds (none: on no file)."""

    journal: str
    base: Fingerprint | None


class First(msgspec.Struct, frozen=True):
    """What the first line holds; every other holds just the changes."""

    header: Header
    changes: tuple[Operation, ...]


class Recorded(msgspec.Struct, frozen=True):
    """What a journal file holds."""

    header: Header | None = None
    groups: tuple[tuple[Operation, ...], ...] = ()
    size: int = 0
    """Bytes of the lines that are whole."""
    torn: int = 0
    """Bytes behind the last whole line: a save that was never acknowledged."""


def journal_path(path: Path) -> Path:
    """Return where the journal of a gold file lies."""
    return path.with_name(path.name + ".journal")


def _line(number: int, payload: bytes) -> bytes:
    body = b"%d %b" % (number, payload)
    return b"%08x %b\n" % (zlib.crc32(body), body)


def _is_whole(line: bytes) -> bool:
    return line.endswith(b"\n") and line[:9] == b"%08x " % zlib.crc32(line[9:-1])


def _payloads(data: bytes, path: Path) -> tuple[list[bytes], int]:
    """Return what the whole lines at the beginning hold, and how many bytes they are.

    What follows was being written at a power loss, unless there is a whole line in it.
    """
    payloads: list[bytes] = []
    size = 0
    for line in data.splitlines(keepends=True):
        head, _, payload = line[9:-1].partition(b" ")
        if not _is_whole(line) or head != b"%d" % (len(payloads) + 1):
            break
        payloads.append(payload)
        size += len(line)
    if any(whole_lines(data, size)):
        problem = "damaged: `akapen doctor` tells what can be saved"
        raise DatasetError(path, problem, f"line {len(payloads) + 1}")
    return payloads, size


def whole_lines(data: bytes, start: int = 0) -> Iterator[tuple[int, bytes]]:
    """Yield number and content of every line that is whole, wherever it stands from `start` on."""
    while head := _HEAD.search(data, start):
        end = data.find(b"\n", head.end()) + 1
        if _is_whole(data[head.start() : end]):
            yield int(head[1]), data[head.end() : end - 1]
            start = end
        else:
            start = head.start() + 1


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
    payloads, size = _payloads(data, path)
    if not payloads:
        return Recorded(torn=len(data))
    try:
        first = msgspec.json.decode(payloads[0], type=First)
        groups = [msgspec.json.decode(one, type=tuple[Operation, ...]) for one in payloads[1:]]
    except (ValueError, RecursionError):
        problem = "of another release of akapen: go on with the one that wrote it"
        raise DatasetError(path, problem, "line 1") from None
    return Recorded(first.header, (first.changes, *groups), size, len(data) - size)


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
        self._lines = len(recorded.groups) if recorded else 0
        self._disk = disk
        self._file: File | None = None
        self._inode: int | None = None
        """The number of the file that was last ours, which a failed removal may have left."""
        self._unsure = True
        self._half = False
        """Whether a first line was refused, of which a part may stand in the file."""

    def append(self, operations: Sequence[Operation]) -> None:
        """Write one group of changes; it is durable when this returns.

        Raises:
            OSError: it could not be written; the next append cuts off what may stand there of it.
        """
        changes = tuple(operations)
        payload = msgspec.json.encode(changes if self.size else First(self.header, changes))
        line = _line(self._lines + 1, payload)
        self._write(line)
        self.size += len(line)
        self._lines += 1

    def _write(self, data: bytes) -> None:
        """Write at the end of what is acknowledged. After a failure the file, maybe lost, is opened anew."""
        try:
            if self._file is None:
                self._open(self._disk.append(self.path) if self.size else self._disk.create(self.path))
            assert self._file is not None
            if self._unsure:
                self._file.truncate(self.size)
            self._unsure = True
            self._file.write(data)
            self._file.sync()
            if not self.size:
                self._disk.sync_directory(self.path.parent)
        except OSError:
            self.close()
            self._half = not self.size
            raise
        self._unsure = self._half = False

    def _open(self, file: File) -> None:
        self._file, self._inode = file, file.inode()

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
        file = self._disk.append(self.path)
        self._open(file)
        file.truncate(self.size)
        file.sync()
        self._unsure = False

    def vanished(self) -> bool:
        """Whether what was written is no longer there.

        Raises:
            OSError: it can't be looked at.
        """
        return bool(self.size) and self._disk.signature(self.path) is None

    def is_foreign(self) -> bool:
        """Whether another process has put a journal of its own in this one's place.

        Raises:
            OSError: it can't be looked at.
        """
        found = self._disk.signature(self.path)
        return found is not None and found.inode != self._inode

    def close(self) -> None:
        """Let go of the file; what it holds stays."""
        if self._file is not None:
            with suppress(OSError):  # of a network folder that was lost
                self._file.close()
            self._file = None
            self._unsure = True

    def leave(self) -> None:
        """Let go of the file; what it holds stays, but not the half of a first line that was refused."""
        if self._half:
            self.discard()
        else:
            self.close()

    def discard(self) -> None:
        """Remove the file, which is of no more use; one that stays is known as folded when next read."""
        self.close()
        with suppress(OSError):
            if not self.is_foreign():
                self._disk.remove(self.path)
                self._disk.sync_directory(self.path.parent)

    def begin(self, header: Header) -> None:
        """Discard what there is and begin anew, with the first line yet to come."""
        self.discard()
        self.header, self.size, self._lines = header, 0, 0
