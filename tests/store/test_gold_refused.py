"""Saves that the system refuses: said, kept in memory, and written as soon as they can be."""

import errno
import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import msgspec
import pytest

from store.annotation import Annotation
from store.article import Article
from store.errors import DatasetError
from store.files import DISK, Disk, File, RealDisk
from store.gold import storage
from store.gold.dataset import GoldDataset
from store.gold.storage import GoldStorage


class FailingDisk(RealDisk):
    """The real disk until told to fail; a write then does half of its work."""

    def __init__(self) -> None:
        self.error: OSError | None = None

    def create(self, path: Path, mode: int = 0o600) -> "FailingFile":
        self.check()
        return FailingFile(self, super().create(path, mode))

    def append(self, path: Path) -> "FailingFile":
        self.check()
        return FailingFile(self, super().append(path))

    def check(self) -> None:
        if self.error:
            raise self.error


class FailingFile:
    def __init__(self, disk: FailingDisk, file: File) -> None:
        self.disk, self.file = disk, file
        self.truncate, self.sync, self.inode, self.close = file.truncate, file.sync, file.inode, file.close

    def write(self, data: bytes) -> None:
        self.file.write(data[: len(data) // 2] if self.disk.error else data)
        self.disk.check()


@pytest.fixture
def disk() -> FailingDisk:
    return FailingDisk()


@pytest.fixture
def gold(tmp_path: Path, disk: FailingDisk) -> Iterator[GoldDataset]:
    """A dataset with a gold file and, in this session, a journal."""
    place = tmp_path / "folder"
    place.mkdir()
    dataset = opened(place / "gold.json")
    dataset.add([Article.from_text("北斗食品")])
    dataset.close()
    dataset = opened(place / "gold.json", disk)
    dataset.save(noted(dataset, "初め"))
    yield dataset


def opened(path: Path, disk: Disk = DISK) -> GoldDataset:
    return GoldDataset(GoldStorage(path, disk=disk), "花子")


def noted(gold: GoldDataset, note: str) -> Annotation:
    return Annotation(gold.article_ids()[0], "花子", note=note)


def note_on_disk(gold: GoldDataset) -> str:
    found = GoldDataset.open(gold.path, annotator="花子", read_only=True).annotation(gold.article_ids()[0])
    assert found is not None
    return found.note


@pytest.mark.parametrize("number", [28, 122, 30, 5], ids=["disk full", "quota", "read-only", "input/output"])
def test_a_refused_save_is_kept_and_goes_with_the_next(
    gold: GoldDataset, disk: FailingDisk, number: int
) -> None:
    disk.error = OSError(number, os.strerror(number))
    for note in ("二", "三"):
        with pytest.raises(DatasetError, match=r"gold.json: can't be saved: "):
            gold.save(noted(gold, note))
    assert gold.pending
    assert gold.annotation(gold.article_ids()[0]) == noted(gold, "三")
    assert note_on_disk(gold) == "初め"
    disk.error = None
    gold.add([Article.from_text("別の記事")])
    assert not gold.pending
    assert note_on_disk(gold) == "三"


def test_flush_tries_again(gold: GoldDataset, disk: FailingDisk) -> None:
    disk.error = OSError(28, "full")
    with pytest.raises(DatasetError, match="the disk is full: free some space"):
        gold.save(noted(gold, "二"))
    with pytest.raises(DatasetError, match="the disk is full"):
        gold.flush()
    disk.error = None
    gold.flush()
    assert note_on_disk(gold) == "二"


def test_leaving_with_a_full_disk_keeps_the_journal(gold: GoldDataset, disk: FailingDisk) -> None:
    before = gold.path.read_bytes()
    disk.error = OSError(28, "full")
    with pytest.raises(DatasetError, match="can't be written: the disk is full"):
        gold.close()
    assert gold.path.read_bytes() == before
    assert sorted(os.listdir(gold.path.parent)) == ["gold.json", "gold.json.journal"]
    assert note_on_disk(gold) == "初め"


def test_of_a_first_save_that_is_refused_nothing_is_left(tmp_path: Path, disk: FailingDisk) -> None:
    """A file of halves would pass for a dataset: `akapen merge` would say that it is there already."""
    gold = opened(tmp_path / "new.json", disk)
    disk.error = OSError(28, "full")
    with pytest.raises(DatasetError, match="can't be saved: the disk is full"):
        gold.add([Article.from_text("北斗食品")])
    with pytest.raises(DatasetError, match="can't be written: the disk is full"):
        gold.close()
    assert os.listdir(tmp_path) == []


def test_a_large_journal_is_folded_in_at_once(gold: GoldDataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "LARGE", 1000)
    for number in range(50):
        gold.save(noted(gold, "長" * number))
    journal = gold.path.with_name("gold.json.journal")
    assert not journal.exists() or journal.stat().st_size <= gold.path.stat().st_size + 1000
    assert "長" in gold.path.read_text(encoding="utf-8")
    assert note_on_disk(gold) == "長" * 49


def test_a_save_holds_although_folding_fails(gold: GoldDataset, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*arguments: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(storage, "LARGE", 1)
    monkeypatch.setattr(storage, "write_beside", full)
    for number in range(9):
        gold.save(noted(gold, "長" * 99 + str(number)))
    assert note_on_disk(gold) == "長" * 99 + "8"


def test_a_vanished_folder_is_written_anew_when_it_is_back(gold: GoldDataset) -> None:
    shutil.rmtree(gold.path.parent)
    with pytest.raises(DatasetError, match="can't be saved: the file or its folder is not there"):
        gold.save(noted(gold, "二"))
    gold.path.parent.mkdir()
    gold.save(noted(gold, "三"))
    assert note_on_disk(gold) == "三"


@pytest.mark.parametrize("lost", ["gold.json", "gold.json.journal"])
def test_a_vanished_file_is_written_anew(gold: GoldDataset, lost: str) -> None:
    (gold.path.parent / lost).unlink()
    gold.save(noted(gold, "二"))
    assert note_on_disk(gold) == "二"


def change(path: Path) -> None:
    data = json.loads(path.read_bytes())
    data["articles"]["1"]["title"] = "外から"
    path.write_text(json.dumps(data), encoding="utf-8")


def swap(path: Path) -> None:
    again(path)
    change(path)


def again(path: Path) -> None:
    """The same bytes in another file, as a backup that is put back has them."""
    path.with_name("other").write_bytes(path.read_bytes())
    path.with_name("other").replace(path)


@pytest.mark.parametrize("other", [change, swap])
def test_a_file_changed_by_someone_else_is_left_alone(
    gold: GoldDataset, other: Callable[[Path], None]
) -> None:
    other(gold.path)
    theirs = gold.path.read_bytes()
    with pytest.raises(DatasetError, match=r"changed by another program: .*gold.json.mine"):
        gold.save(noted(gold, "二"))
    with pytest.raises(DatasetError, match=r"your work is in gold.json.mine"):
        gold.close()
    assert gold.path.read_bytes() == theirs
    assert sorted(os.listdir(gold.path.parent)) == ["gold.json", "gold.json.mine"]
    mine = opened(gold.path.with_name("gold.json.mine"))
    assert [one.note for one in mine.annotations()] == ["二"]


def test_the_same_bytes_put_back_do_no_harm(gold: GoldDataset) -> None:
    again(gold.path)
    gold.save(noted(gold, "二"))
    os.utime(gold.path)
    gold.save(noted(gold, "三"))
    gold.close()
    assert note_on_disk(gold) == "三"
    assert not gold.path.with_name("gold.json.mine").exists()


def test_a_journal_of_someone_else_is_left_alone(gold: GoldDataset) -> None:
    journal = gold.path.with_name("gold.json.journal")
    journal.rename(journal.with_name("ours"))
    journal.write_bytes(b"theirs")
    with pytest.raises(DatasetError, match="changed by another program: leave, and your work goes to"):
        gold.save(noted(gold, "二"))
    with pytest.raises(DatasetError, match=r"your work is in gold.json.mine"):
        gold.close()
    assert journal.read_bytes() == b"theirs"
    assert [one.note for one in opened(gold.path.with_name("gold.json.mine")).annotations()] == ["二"]


def test_a_reader_that_leaves_takes_nothing_from_the_next_writer(gold: GoldDataset) -> None:
    reader = GoldDataset.open(gold.path, read_only=True)
    gold.close()
    writer = opened(gold.path)
    writer.save(noted(writer, "二"))
    reader.close()
    assert sorted(os.listdir(gold.path.parent)) == ["gold.json", "gold.json.1", "gold.json.journal"]
    assert note_on_disk(gold) == "二"


def test_a_file_that_a_network_folder_has_lost_is_opened_anew(gold: GoldDataset) -> None:
    class Stale:
        def refuse(self, *_: object) -> None:
            raise OSError(errno.ESTALE, "Stale file handle")

        write = truncate = sync = close = inode = refuse

    gold.storage._journal._file = cast("File", Stale())
    with pytest.raises(DatasetError, match="can't be saved: the network folder was lost"):
        gold.save(noted(gold, "二"))
    gold.flush()
    assert note_on_disk(gold) == "二"


def test_an_error_under_way_is_not_hidden_by_one_of_closing(gold: GoldDataset, disk: FailingDisk) -> None:
    with pytest.raises(ZeroDivisionError), gold:
        disk.error = OSError(28, "full")
        raise ZeroDivisionError


def test_the_mode_that_the_owner_chose_stays(gold: GoldDataset) -> None:
    gold.path.chmod(0o640)
    gold.close()
    assert gold.path.stat().st_mode & 0o777 == 0o640


def test_read_only_refuses_changes_and_stays_true(gold: GoldDataset) -> None:
    gold.close()
    with GoldDataset.open(gold.path, annotator="花子", read_only=True) as reader:
        before = list(reader.annotations())
        with pytest.raises(DatasetError, match="opened read-only"):
            reader.save(msgspec.structs.replace(before[0], note="二"))
        with pytest.raises(DatasetError, match="opened read-only"):
            reader.add([Article.from_text("別の記事")])
        assert list(reader.annotations()) == before
        assert len(reader.article_ids()) == len(reader.summaries()) == 1
