"""File systems that lack something: what they do not know is done without, what they refuse is raised."""

import errno
import os
from pathlib import Path

import pytest

from store.files import DISK, write_atomically


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP, errno.EBADF])
def test_a_folder_that_can_not_be_synced_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    sync = os.fsync

    def files_only(descriptor: int) -> None:
        if os.path.samestat(os.fstat(descriptor), os.stat(tmp_path)):
            raise OSError(number, os.strerror(number))
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", files_only)
    write_atomically(tmp_path / "file", [b"a"])
    assert (tmp_path / "file").read_bytes() == b"a"


def test_a_folder_that_fails_to_sync_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(errno.EIO, "I/O error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="I/O error"):
        DISK.sync_directory(tmp_path)


def test_permissions_that_can_not_be_set_are_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no permission bits here")

    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "file").chmod(0o666)
    monkeypatch.setattr(os, "fchmod", refuse)
    write_atomically(tmp_path / "file", [b"a"])
    assert (tmp_path / "file").read_bytes() == b"a"


def test_a_copy_that_fails_is_not_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    with pytest.raises(FileNotFoundError):
        DISK.copy(tmp_path / "missing", tmp_path / "new")
    (tmp_path / "old").write_bytes(b"a")
    DISK.copy(tmp_path / "old", tmp_path / "new")
    assert (tmp_path / "new").read_bytes() == b"a"
