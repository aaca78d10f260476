"""The lock: one process at a time writes a dataset, and others can tell who.

The operating system's own lock on `gold.json.lock` decides: it ends with the process, however that ends. What
the file says only tells others who holds it.
"""

import errno
import fcntl
import os
from contextlib import suppress
from pathlib import Path

import msgspec

from store.clock import now
from store.errors import HeldError
from store.files import OWNER_ONLY

SUFFIX = ".lock"


class Holder(msgspec.Struct, frozen=True):
    """Who writes a dataset."""

    process: int
    host: str
    since: str
    boot: str = ""
    """Which run of which kernel, which containers share; empty where that can't be told."""

    @classmethod
    def this(cls) -> "Holder":
        """This process, from now on."""
        return cls(os.getpid(), os.uname().nodename, now(), _boot())

    def __str__(self) -> str:
        """As the message names it."""
        return f"process {self.process} on {self.host} since {self.since}"


class Lock:
    """The right to write a dataset, from `take` to `release`."""

    def __init__(self, path: Path, descriptor: int, holder: Holder) -> None:
        self._path = path
        self._descriptor: int | None = descriptor
        self._holder = holder

    @classmethod
    def take(cls, path: Path) -> "Lock":
        """Lock a gold file that may not be there yet.

        Raises:
            HeldError: another process holds it, here or on another machine that shares the folder.
            OSError: the lock file can't be made.
        """
        place = path.with_name(path.name + SUFFIX)
        while True:
            descriptor = os.open(place, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, OWNER_ONLY)
            try:
                _seize(descriptor, path)
                if _leads_to(place, descriptor):
                    return cls(place, descriptor, _signed(descriptor, place))
            except BaseException:
                os.close(descriptor)
                raise
            os.close(descriptor)  # its holder removed the file just now: lock the new one

    def keep(self) -> None:
        """Make sure that the right is still ours; where the lock file vanished, take it anew.

        Raises:
            HeldError: another process has it by now.
            OSError: the lock file can't be made.
        """
        if self._signed_by_us():
            return
        anew = Lock.take(self._path.with_name(self._path.name.removesuffix(SUFFIX)))
        self._let_go()
        self._descriptor, self._holder = anew._descriptor, anew._holder

    def release(self) -> None:
        """Give the right back; a second time does nothing."""
        if self._descriptor is not None:
            with suppress(OSError):  # of a network folder that was lost
                if self._signed_by_us():
                    self._path.unlink(missing_ok=True)
            self._let_go()

    def _signed_by_us(self) -> bool:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Holder) == self._holder
        except (FileNotFoundError, msgspec.MsgspecError):
            return False

    def _let_go(self) -> None:
        if self._descriptor is not None:
            with suppress(OSError):
                os.close(self._descriptor)
            self._descriptor = None


def _seize(descriptor: int, path: Path) -> None:
    """Lock the open file, or say who has.

    A shared folder may not pass locks on between machines; so one left by another host counts as held, unless
    that was of the same kernel, whose lock decides: a container that is gone, a laptop by its name elsewhere.
    """
    holder = _holder(descriptor)
    locked = _flock(descriptor)
    here = holder is not None and holder.host == os.uname().nodename
    if locked is False or (locked is None and holder and here and _runs(holder.process)):
        who = holder or "another process"
        raise HeldError(path, f"being written by {who}: wait, or open it read-only")
    known = locked and holder and holder.boot and holder.boot == _boot()
    if holder and not here and not known:
        advice = f"open it read-only, or if that process is gone delete {path.name}.lock"
        raise HeldError(path, f"being written by {holder}: {advice}")


def _flock(descriptor: int) -> bool | None:
    """Whether the lock is ours; none on a file system that has no locks."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        if error.errno not in (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS):
            raise
        return None
    return True


def _boot() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except (OSError, ValueError):
        return ""


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def _holder(descriptor: int) -> Holder | None:
    try:
        return msgspec.json.decode(os.pread(descriptor, 4096, 0), type=Holder)
    except msgspec.MsgspecError:
        return None


def _leads_to(place: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(os.stat(place), os.fstat(descriptor))
    except OSError:
        return False


def _signed(descriptor: int, place: Path) -> Holder:
    """Write down who holds the lock; where there is no room for that, nothing is left of it."""
    holder = Holder.this()
    try:
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, msgspec.json.encode(holder), 0)
    except OSError:
        place.unlink(missing_ok=True)
        raise
    return holder
