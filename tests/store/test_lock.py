"""One writer at a time: the second is told who holds the dataset, and a dead process holds nothing."""

import errno
import fcntl
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from store.article import Article
from store.errors import DatasetError
from store.gold.dataset import GoldDataset

HOLD = """
import sys, time
from pathlib import Path
from store.article import Article
from store.gold.dataset import GoldDataset
gold = GoldDataset.open(Path(sys.argv[1]), annotator="太郎")
gold.add([Article.from_text("北斗食品")])
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "gold.json"


@pytest.fixture
def holder(path: Path):
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_the_second_is_told_who_and_since_when(path: Path, holder: subprocess.Popen[str]) -> None:
    with pytest.raises(DatasetError) as caught:
        GoldDataset.open(path)
    assert f"process {holder.pid} on {os.uname().nodename} since 20" in caught.value.message
    assert "open it read-only" in caught.value.message


def test_a_reader_sees_what_the_writer_saved(path: Path, holder: subprocess.Popen[str]) -> None:
    with GoldDataset.open(path, read_only=True) as reader:
        assert [article.text for article in reader.articles()] == ["北斗食品"]


def test_the_lock_of_a_killed_process_is_free(path: Path, holder: subprocess.Popen[str]) -> None:
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert (path.parent / "gold.json.lock").exists()
    with GoldDataset.open(path, annotator="花子") as gold:
        assert [article.text for article in gold.articles()] == ["北斗食品"]
    assert os.listdir(path.parent) == ["gold.json"]


def test_the_same_process_can_not_open_it_twice(path: Path) -> None:
    with GoldDataset.open(path), pytest.raises(DatasetError, match=f"process {os.getpid()} "):
        GoldDataset.open(path)


def test_a_link_leads_to_the_same_lock(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(path)
    with GoldDataset.open(path) as gold:
        with pytest.raises(DatasetError, match=r"link\.json: being written"):
            GoldDataset.open(link)
        gold.add([Article.from_text("北斗食品")])
    assert link.is_symlink()
    assert not path.is_symlink()


def test_a_lock_left_by_another_host_counts_as_held(path: Path) -> None:
    lock = path.with_name("gold.json.lock")
    lock.write_text('{"process": 1, "host": "elsewhere.example.jp", "since": "2026-11-20T10:00:00+09:00"}')
    with pytest.raises(DatasetError, match=r"process 1 on elsewhere\.example\.jp .* delete gold\.json\.lock"):
        GoldDataset.open(path)
    assert "elsewhere" in lock.read_text()


def test_a_lock_left_by_another_name_of_this_machine_is_free(path: Path) -> None:
    """A container that was killed, or a laptop that a network had named."""
    with GoldDataset.open(path):
        said = json.loads(path.with_name("gold.json.lock").read_bytes())
    path.with_name("gold.json.lock").write_text(json.dumps(said | {"host": "a1b2c3"}))
    if not said["boot"]:
        pytest.skip("this system does not tell one boot from another")
    GoldDataset.open(path).close()
    assert os.listdir(path.parent) == []


def test_without_locks_another_host_s_counts_as_held(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(descriptor: int, operation: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    with GoldDataset.open(path):
        said = json.loads(path.with_name("gold.json.lock").read_bytes())
    path.with_name("gold.json.lock").write_text(json.dumps(said | {"host": "a1b2c3"}))
    monkeypatch.setattr(fcntl, "flock", no_locks)
    with pytest.raises(DatasetError, match=r"on a1b2c3 .* delete gold\.json\.lock"):
        GoldDataset.open(path)


def test_without_locks_of_the_file_system_the_holder_s_process_decides(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(descriptor: int, operation: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    ended = subprocess.Popen(["true"])
    ended.wait()
    lock = path.with_name("gold.json.lock")
    said = {"process": ended.pid, "host": os.uname().nodename, "since": "2026-11-20T10:00:00+09:00"}
    lock.write_text(json.dumps(said))
    with GoldDataset.open(path), pytest.raises(DatasetError, match=f"process {os.getpid()} "):
        GoldDataset.open(path)


def test_an_unsigned_lock_is_free(path: Path) -> None:
    path.with_name("gold.json.lock").write_bytes(b"\xff{")
    GoldDataset.open(path).close()
    assert os.listdir(path.parent) == []


def test_a_failed_opening_leaves_no_lock(path: Path) -> None:
    path.write_text("{")
    with pytest.raises(DatasetError):
        GoldDataset.open(path)
    assert os.listdir(path.parent) == ["gold.json"]


@pytest.fixture
def crowded(path: Path) -> GoldDataset:
    """A dataset that is being written, with a journal."""
    gold = GoldDataset.open(path, annotator="花子")
    gold.add([Article.from_text("北斗食品")])
    gold.storage.fold()
    gold.add([Article.from_text("北斗マルシェ")])
    return gold


def test_a_lock_file_that_vanished_is_made_anew(path: Path, crowded: GoldDataset) -> None:
    lock = path.with_name("gold.json.lock")
    lock.unlink()
    crowded.add([Article.from_text("三つ目")])
    with pytest.raises(DatasetError, match=f"process {os.getpid()} "):
        GoldDataset.open(path)
    crowded.close()
    assert not lock.exists()


def test_who_took_the_lock_meanwhile_is_named_and_keeps_file_and_journal(
    path: Path, crowded: GoldDataset
) -> None:
    said = {"process": 1, "host": "elsewhere.example.jp", "since": "2026-11-20T10:00:00+09:00"}
    lock, journal = (path.with_name(f"gold.json.{name}") for name in ("lock", "journal"))
    lock.write_text(json.dumps(said))
    theirs = path.read_bytes(), journal.read_bytes(), lock.read_bytes()
    who = r"being written by (process 1 on elsewhere\.example\.jp since 2026-11-20T10:00:00\+09:00)"
    with pytest.raises(DatasetError, match=rf"json: {who}: leave, and your work goes to gold\.json\.mine"):
        crowded.add([Article.from_text("三つ目")])
    with pytest.raises(DatasetError, match=rf"{who}: it was left as it is, and your work is in"):
        crowded.close()
    assert (path.read_bytes(), journal.read_bytes(), lock.read_bytes()) == theirs
    with GoldDataset.open(path.with_name("gold.json.mine"), read_only=True) as mine:
        assert len(mine.article_ids()) == 3


def test_a_lock_that_can_not_be_written_is_not_left(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "pwrite", full)
    with pytest.raises(DatasetError, match="can't be opened for writing: the disk is full"):
        GoldDataset.open(path)
    assert os.listdir(path.parent) == []
