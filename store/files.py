"""Files: the one layer through which what must not be lost is written.

What is written whole is written beside, synced, and renamed into place; what is made is for its owner only.
`Disk` is the seam at which tests inject faults and power losses.
"""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Protocol

OWNER_ONLY = 0o600
OWNER_ONLY_FOLDER = 0o700

UNKNOWN = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOTTY})
"""What a file system says of a request that it does not know, as shared and foreign ones do not know some."""


class Signature(NamedTuple):
    """What tells that a path still leads to the file that was seen there, unchanged."""

    inode: int
    size: int
    modified: int
    """Nanoseconds."""


@contextmanager
def suppressed(numbers: frozenset[int]) -> Iterator[None]:
    """Go on behind the block where the system refuses it with one of these error numbers."""
    try:
        yield
    except OSError as error:
        if error.errno not in numbers:
            raise


class File(Protocol):
    """An open file that is written at its end."""

    def write(self, data: bytes) -> None:
        """Write all of the data, or raise OSError with an unknown part of it written."""

    def truncate(self, size: int) -> None:
        """Cut to a size in bytes; the next write goes there."""

    def sync(self) -> None:
        """Return when everything written so far would survive a power loss."""

    def inode(self) -> int:
        """The file's own number, whatever its path leads to by now."""

    def close(self) -> None:
        """Let go of it without a sync."""


class Disk(Protocol):
    """What the store asks of a file system."""

    def read(self, path: Path) -> bytes:
        """Return all bytes of a file."""

    def create(self, path: Path, mode: int = OWNER_ONLY) -> File:
        """Open an empty file, emptying what is there."""

    def append(self, path: Path) -> File:
        """Open a file that is there, at its end."""

    def rename(self, old: Path, new: Path) -> None:
        """Give a file another name, atomically in place of what bore it."""

    def copy(self, old: Path, new: Path) -> None:
        """Give a file a second name, or make a copy where the file system has no links."""

    def remove(self, path: Path) -> None:
        """Remove a file that may be missing."""

    def sync_directory(self, path: Path) -> None:
        """Return when the names in a folder would survive a power loss."""

    def signature(self, path: Path) -> Signature | None:
        """Return the signature of a file, none when there is no such file."""

    def mode(self, path: Path) -> int | None:
        """Return the permission bits of a file, none when there is no such file."""


class RealFile:
    """A file of the operating system."""

    def __init__(self, path: Path, flags: int, mode: int = OWNER_ONLY) -> None:
        self._descriptor = os.open(path, flags | os.O_WRONLY | os.O_CLOEXEC, mode)
        os.lseek(self._descriptor, 0, os.SEEK_END)

    def write(self, data: bytes) -> None:
        """Write all of the data at the place reached."""
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(self._descriptor, rest) :]

    def truncate(self, size: int) -> None:
        """Cut to a size in bytes and go on there."""
        os.ftruncate(self._descriptor, size)
        os.lseek(self._descriptor, size, os.SEEK_SET)

    def sync(self) -> None:
        """Flush to the medium itself, on macOS also through the drive's cache where there is a drive."""
        import fcntl

        if hasattr(fcntl, "F_FULLFSYNC"):
            with suppressed(UNKNOWN):
                fcntl.fcntl(self._descriptor, fcntl.F_FULLFSYNC)
                return
        os.fsync(self._descriptor)

    def set_mode(self, mode: int) -> None:
        """Set the permission bits, whatever the umask; a file system without them keeps its own."""
        if stat.S_IMODE(os.fstat(self._descriptor).st_mode) != mode:
            with suppressed(UNKNOWN | {errno.EPERM}):
                os.fchmod(self._descriptor, mode)

    def inode(self) -> int:
        """The number of the open file."""
        return os.fstat(self._descriptor).st_ino

    def close(self) -> None:
        """Close the descriptor."""
        os.close(self._descriptor)


class RealDisk:
    """The file system of the operating system."""

    def read(self, path: Path) -> bytes:
        """Return all bytes of a file."""
        return path.read_bytes()

    def create(self, path: Path, mode: int = OWNER_ONLY) -> RealFile:
        """Open an empty file with just these permission bits."""
        file = RealFile(path, os.O_CREAT | os.O_TRUNC, mode)
        file.set_mode(mode)
        return file

    def append(self, path: Path) -> RealFile:
        """Open a file at its end."""
        return RealFile(path, 0)

    def rename(self, old: Path, new: Path) -> None:
        """Rename atomically."""
        os.replace(old, new)

    def copy(self, old: Path, new: Path) -> None:
        """Link where the file system can, else copy; of a copy that fails nothing is left."""
        try:
            os.link(old, new)
        except OSError:
            import shutil

            try:
                shutil.copy2(old, new)
            except OSError:
                self.remove(new)
                raise

    def remove(self, path: Path) -> None:
        """Remove a file that may be missing."""
        path.unlink(missing_ok=True)

    def sync_directory(self, path: Path) -> None:
        """Flush the folder's own entry list; a file system that flushes none keeps it by its own means."""
        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            with suppressed(UNKNOWN | {errno.EBADF}):
                os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def signature(self, path: Path) -> Signature | None:
        """Return inode, size and time of change."""
        try:
            found = path.stat()
        except FileNotFoundError:
            return None
        return Signature(found.st_ino, found.st_size, found.st_mtime_ns)

    def mode(self, path: Path) -> int | None:
        """Return the permission bits."""
        try:
            return stat.S_IMODE(path.stat().st_mode)
        except FileNotFoundError:
            return None


DISK: Disk = RealDisk()


def beside(path: Path) -> Path:
    """Return where the next state of a file is written before it is swapped in."""
    return path.with_name(path.name + ".new")


def write_beside(path: Path, chunks: Iterable[bytes], disk: Disk = DISK) -> Path:
    """Write the next state of a file beside it, synced, and return its path.

    It takes over the permission bits of the file that it is to replace; a new file is for its owner only.

    Raises:
        OSError: it can't be written; nothing is left of it.
    """
    place = beside(path)
    file = disk.create(place, disk.mode(path) or OWNER_ONLY)
    try:
        for chunk in chunks:
            file.write(chunk)
        file.sync()
    except BaseException:
        disk.remove(place)
        raise
    finally:
        file.close()
    return place


def write_atomically(path: Path, chunks: Iterable[bytes], disk: Disk = DISK) -> None:
    """Replace a file by what the chunks hold, so that at any moment the old or the new is there, whole.

    Raises:
        OSError: it can't be written; the old file is untouched.
    """
    disk.rename(write_beside(path, chunks, disk), path)
    disk.sync_directory(path.parent)
