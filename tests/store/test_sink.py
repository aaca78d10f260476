"""Exports go where they are asked to and nowhere else, for their owner only."""

import os
from pathlib import Path

import pytest

from store.annotation import Annotation
from store.article import Article
from store.errors import DataError, UsageError
from store.formats.piece import Part, Settings
from store.formats.registry import FORMATS
from store.formats.sink import write_file, write_folder
from store.schemas.loading import load_schema
from store.value import FieldValue

SETTINGS = Settings(load_schema(), lambda text: [(0, len(text))], "")


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_file_is_for_its_owner_only(tmp_path: Path) -> None:
    write_file([Part(b"a")], tmp_path / "out", force=False)
    assert mode(tmp_path / "out") == 0o600


def test_a_file_that_is_replaced_hands_on_its_mode(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_bytes(b"")
    out.chmod(0o640)
    write_file([Part(b"a"), Part(b"b")], out, force=True)
    assert (mode(out), out.read_bytes()) == (0o640, b"ab")


def test_a_folder_and_all_in_it_are_for_their_owner_only(tmp_path: Path) -> None:
    write_folder([Part(b"a", "one"), Part(b"b", "deep/deeper/two")], tmp_path / "out", force=False)
    found = {path.name: mode(path) for path in (tmp_path / "out", *(tmp_path / "out").rglob("*"))}
    assert found == {"out": 0o700, "one": 0o600, "deep": 0o700, "deeper": 0o700, "two": 0o600}


def test_files_that_are_called_alike_are_not_mixed(tmp_path: Path) -> None:
    parts = [Part(b"a", "one"), Part(b"b", "two"), Part(b"c", "one")]
    with pytest.raises(DataError, match="one: two files of the export are called so"):
        write_folder(parts, tmp_path / "out", force=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("force", [False, True])
def test_a_file_takes_no_folders_place_nor_a_folder_a_files(tmp_path: Path, force: bool) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(UsageError, match="folder: is a folder; name a file"):
        write_file([Part(b"a")], tmp_path / "folder", force=force)
    with pytest.raises(UsageError, match="file: is a file; name a folder"):
        write_folder([Part(b"a", "one")], tmp_path / "file", force=force)
    assert (tmp_path / "file").read_bytes() == b"mine"
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("force", [False, True])
def test_a_pipe_or_a_device_is_never_replaced(tmp_path: Path, force: bool) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UsageError, match="pipe: is a device or pipe; name a file"):
        write_file([Part(b"a")], tmp_path / "pipe", force=force)
    with pytest.raises(UsageError, match="null: is a device or pipe; name a folder"):
        write_folder([Part(b"a", "one")], Path("/dev/null"), force=force)
    assert (tmp_path / "pipe").is_fifo() and len(list(tmp_path.iterdir())) == 1


def test_where_a_link_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("file", "folder"):
        (tmp_path / name).symlink_to(tmp_path / "deep" / name)
    for _ in range(2):
        write_file([Part(b"a")], tmp_path / "file", force=True)
        write_folder([Part(b"b", "one")], tmp_path / "folder", force=True)
    assert (tmp_path / "file").is_symlink() and (tmp_path / "folder").is_symlink()
    assert (tmp_path / "deep" / "file").read_bytes() == b"a"
    assert (tmp_path / "deep" / "folder" / "one").read_bytes() == b"b"


@pytest.mark.parametrize(
    "other", ["gold.json", "Makefile", ".git", "raw", "deep/notice.txt", "deep/raw/a.jsonl"]
)
def test_a_folder_with_anything_but_an_earlier_export_is_not_replaced(tmp_path: Path, other: str) -> None:
    out = tmp_path / "out"
    parts = [Part(b"a", "README"), Part(b"b", "one.md"), Part(b"c", "deep/two.jsonl")]
    write_folder(parts, out, force=False)
    (out / other).parent.mkdir(exist_ok=True)
    (out / other).write_bytes(b"mine")
    with pytest.raises(UsageError, match=f"out: holds {other.removesuffix('/a.jsonl')}, which is none of"):
        write_folder(parts, out, force=True)
    assert (out / other).read_bytes() == b"mine" and list(tmp_path.iterdir()) == [out]


def test_an_earlier_export_is_replaced_whole(tmp_path: Path) -> None:
    write_folder([Part(b"a", "one.md"), Part(b"b", "deep/b.txt")], tmp_path / "out", force=False)
    write_folder([Part(b"c", "two.md"), Part(b"d", "deep/d.txt")], tmp_path / "out", force=True)
    files = {path.name: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert files == {"two.md": b"c", "d.txt": b"d"}


@pytest.mark.parametrize("name", ["brat", "veris"])
@pytest.mark.parametrize("climbing", ["../../../up", "/up", "..", "a/../../../up", "..\\up", "up\0x"])
def test_no_id_climbs_out_of_the_folder(tmp_path: Path, name: str, climbing: str) -> None:
    """An id is the hash of a text, but a dataset from elsewhere may say otherwise."""
    below = tmp_path / "here" / "and" / "below"
    below.mkdir(parents=True)
    value = FieldValue("v1", "published_on", "2024-05-01", status="accepted")
    items = [(Article(climbing, "北斗食品"), Annotation(climbing, climbing, values=(value,)))]
    write_folder(FORMATS[name].write(items, SETTINGS), below / "out", force=False)
    written = {path for path in tmp_path.rglob("*") if path.is_file()}
    assert written and all(path.is_relative_to(below / "out") for path in written)
    assert len({path.suffix for path in written} & {".txt", ".ann", ".json"}) == (2 if name == "brat" else 1)
