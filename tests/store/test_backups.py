"""Backups: the states before the last three sessions that changed something."""

import errno
import json
import os
import shutil
from pathlib import Path

import pytest

from store.annotation import Annotation
from store.article import Article
from store.errors import DatasetError
from store.gold.dataset import GoldDataset


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A gold file, alone in its folder, without a backup."""
    with opened(tmp_path / "gold.json") as gold:
        gold.add([Article.from_text("北斗食品")])
    return tmp_path / "gold.json"


def opened(path: Path) -> GoldDataset:
    return GoldDataset.open(path, annotator="花子")


def note(gold: GoldDataset, words: str) -> None:
    gold.save(Annotation(gold.article_ids()[0], "花子", note=words))


def note_in(path: Path) -> str:
    [annotation] = json.loads(path.read_bytes())["annotations"].values()
    return str(annotation["note"])


def test_the_last_three_states_are_kept(path: Path) -> None:
    for number in range(5):
        with opened(path) as gold:
            note(gold, str(number))
    kept = [path.with_name(f"gold.json.{number}") for number in (1, 2, 3)]
    assert [note_in(one) for one in (path, *kept)] == ["4", "3", "2", "1"]
    assert len(os.listdir(path.parent)) == 4
    assert {one.stat().st_mode & 0o777 for one in kept} == {0o600}


def test_one_that_can_not_be_made_costs_no_older_one(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(path) as gold:
        note(gold, "二")
    kept = sorted(os.listdir(path.parent))

    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    def half(old: Path, new: Path) -> None:
        new.write_bytes(old.read_bytes()[:9])
        raise OSError(errno.ENOSPC, "full")

    last = opened(path)
    note(last, "三")
    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(shutil, "copy2", half)
    before = path.with_name("gold.json.1").read_bytes()
    for _ in range(2):
        with pytest.raises(DatasetError, match="the disk is full"):
            last.storage.fold()
    monkeypatch.undo()
    assert path.with_name("gold.json.1").read_bytes() == before
    beside = {"gold.json.journal", "gold.json.lock", "gold.json.new"}
    assert set(os.listdir(path.parent)) - set(kept) <= beside
    last.close()
    assert note_in(path) == "三"
