"""A disk in memory that loses what was not synced, as a real one may when the power goes.

Names and contents are apart: syncing a file makes its bytes durable, syncing its folder makes names durable.
What is unsynced when the power goes survives in part: each sector of a write, each cut, each change of a name
by itself, in whatever order. Faults of the operating system (a full disk, an I/O error) can be injected too.
"""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from random import Random

from store.files import Signature

SECTOR = 32


class PowerLoss(BaseException):
    """The power went; not an Exception, for nothing may catch it."""


class Inode:
    numbers = 0

    def __init__(self, content: bytes = b"") -> None:
        Inode.numbers += 1
        self.number = Inode.numbers
        self.now = bytearray(content)
        self.durable = bytes(content)
        self.unsynced: list[tuple[int, bytes | None]] = []
        self.changed = 0

    def write(self, at: int, data: bytes) -> None:
        self.now[at : at + len(data)] = data
        self.unsynced += [(at + i, data[i : i + SECTOR]) for i in range(0, len(data), SECTOR)]
        self.changed += 1

    def cut(self, size: int) -> None:
        del self.now[size:]
        self.unsynced.append((size, None))
        self.changed += 1

    def survivor(self, chance: Random) -> "Inode":
        content = bytearray(self.durable)
        for at, data in self.unsynced:
            if chance.random() < 0.5:
                continue
            if data is None:
                del content[at:]
            else:
                content.extend(chance.choice((b"\0", b"\n", b"x")) * (at - len(content)))
                content[at : at + len(data)] = data
        return Inode(bytes(content))


class SimulatedFile:
    def __init__(self, disk: "SimulatedDisk", inode: Inode) -> None:
        self.disk = disk
        self.node = inode
        self.at = len(inode.now)

    def write(self, data: bytes) -> None:
        part = self.disk.step(len(data))
        self.node.write(self.at, data[:part])
        self.at += part
        self.disk.fail_if(part < len(data))

    def truncate(self, size: int) -> None:
        self.disk.step()
        self.node.cut(size)
        self.at = size

    def sync(self) -> None:
        self.disk.step()
        self.node.durable = bytes(self.node.now)
        self.node.unsynced = []

    def inode(self) -> int:
        return self.node.number

    def close(self) -> None:
        pass


class SimulatedDisk:
    """Counts its operations; the power goes at the one whose number is `lost_at`, faults come by chance."""

    def __init__(self, chance: Random, names: dict[Path, Inode] | None = None) -> None:
        self.chance = chance
        self.names = dict(names or {})
        self.durable = dict(self.names)
        self.unsynced: list[Callable[[dict[Path, Inode]], None]] = []
        self.operations = 0
        self.lost_at = -1
        self.faults = 0.0
        self.fault_at = -1
        self.dead = False
        self.partial = False

    def step(self, size: int = 0) -> int:
        """Count an operation that changes the disk; return how much of a write is done."""
        self.operations += 1
        self.partial = False
        if self.dead or self.operations == self.lost_at:
            self.dead = self.partial = True
            if size and self.operations == self.lost_at:
                return self.chance.randrange(size)
            raise PowerLoss
        if self.operations == self.fault_at or self.chance.random() < self.faults:
            self.partial = True
            if size:
                return self.chance.randrange(size)
            raise OSError(
                self.chance.choice((errno.EIO, errno.ENOSPC, errno.EROFS, errno.EDQUOT)), "injected"
            )
        return size

    def fail_if(self, partial: bool) -> None:
        if self.dead and partial:
            raise PowerLoss
        if partial:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def after_kill(self) -> "SimulatedDisk":
        """Return this disk for the next process: what was written is there, but may still be unsynced."""
        self.dead = False
        return self

    def after_power_loss(self) -> "SimulatedDisk":
        """Return a disk with what is left of this one."""
        names = dict(self.durable)
        for change in self.unsynced:
            if self.chance.random() < 0.5:
                change(names)
        left = {inode: inode.survivor(self.chance) for inode in names.values()}
        return SimulatedDisk(self.chance, {path: left[inode] for path, inode in names.items()})

    def _rename(self, change: Callable[[dict[Path, Inode]], None]) -> None:
        self.step()
        change(self.names)
        self.unsynced.append(change)

    def _inode(self, path: Path) -> Inode:
        try:
            return self.names[path]
        except KeyError:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path) from None

    def read(self, path: Path) -> bytes:
        return bytes(self._inode(path).now)

    def create(self, path: Path, mode: int = 0o600) -> SimulatedFile:
        if path in self.names:
            self.step()
            self.names[path].cut(0)
        else:
            inode = Inode()
            self._rename(lambda names: names.update({path: inode}))
        return SimulatedFile(self, self.names[path])

    def append(self, path: Path) -> SimulatedFile:
        return SimulatedFile(self, self._inode(path))

    def rename(self, old: Path, new: Path) -> None:
        inode = self._inode(old)

        def change(names: dict[Path, Inode]) -> None:
            names[new] = inode
            if names.get(old) is inode:
                del names[old]

        self._rename(change)

    def copy(self, old: Path, new: Path) -> None:
        inode = self._inode(old)
        self._rename(lambda names: names.update({new: inode}))

    def remove(self, path: Path) -> None:
        if path in self.names:
            self._rename(lambda names: names.pop(path, None) and None)

    def sync_directory(self, path: Path) -> None:
        self.step()
        self.durable = dict(self.names)
        self.unsynced = []

    def signature(self, path: Path) -> Signature | None:
        inode = self.names.get(path)
        return inode and Signature(inode.number, len(inode.now), inode.changed)

    def mode(self, path: Path) -> int | None:
        return 0o600 if path in self.names else None
