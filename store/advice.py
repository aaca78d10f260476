"""Advice: what a person can do about an error of the file system."""

import errno
from pathlib import Path

from store.errors import DatasetError

_WORDS = {
    errno.ENOSPC: "the disk is full: free some space",
    errno.EDQUOT: "your disk quota is used up: free some space",
    errno.EFBIG: "the file is larger than the system allows",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "no permission: change it, or use another place",
    errno.EPERM: "no permission: change it, or use another place",
    errno.ENOENT: "the file or its folder is not there",
    errno.ENOTDIR: "part of its path is not a folder",
    errno.EISDIR: "a folder, not a file: name a file",
    errno.EIO: "the disk failed",
    errno.EBADF: "it is closed: send it to a file, or to /dev/null",
    errno.ESTALE: "the network folder was lost",
    errno.ENAMETOOLONG: "the name is too long",
}


def advice(error: OSError) -> str:
    """Return what went wrong in words, with what to do where there is something."""
    return _WORDS.get(error.errno or 0, error.strerror or str(error))


def failed(path: Path, doing: str, error: OSError) -> DatasetError:
    """Return the error to raise when the file system refused, such as `can't be saved: the disk is full`."""
    return DatasetError(path, f"can't be {doing}: {advice(error)}")
