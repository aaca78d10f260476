"""Older formats: migrated step by step with a backup, or refused."""

import json
import os
from pathlib import Path

import msgspec
import pytest

from store.article import Article
from store.errors import DatasetError
from store.gold import migrations
from store.gold.dataset import GoldDataset
from store.gold.file import Tables


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file of an invented format 0, in which titles were called headings."""
    path = tmp_path / "gold.json"
    with GoldDataset.open(path) as gold:
        gold.add([Article.from_text("北斗食品")])
    data = json.loads(path.read_bytes())
    data["meta"]["1"]["version"] = 0
    data["articles"]["1"]["heading"] = data["articles"]["1"].pop("title")
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def renamed(tables: Tables) -> Tables:
    articles = {}
    for number, raw in tables["articles"].items():
        document = msgspec.json.decode(raw)
        document["title"] = document.pop("heading")
        articles[number] = msgspec.Raw(msgspec.json.encode(document))
    return tables | {"articles": articles}


def test_an_older_file_is_migrated_with_a_backup(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "STEPS", {0: renamed})
    before = old.read_bytes()
    with GoldDataset.open(old) as gold:
        assert json.loads(old.read_bytes())["meta"]["1"]["version"] == 1
        assert [article.title for article in gold.articles()] == ["北斗食品"]
    assert old.with_name("gold.json.v0").read_bytes() == before
    assert json.loads(old.read_bytes())["articles"]["1"]["title"] == "北斗食品"


def test_reading_an_older_file_leaves_it_as_it_is(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "STEPS", {0: renamed})
    before = old.read_bytes()
    with GoldDataset.open(old, read_only=True) as gold:
        assert [article.title for article in gold.articles()] == ["北斗食品"]
    assert (old.read_bytes(), os.listdir(old.parent)) == (before, ["gold.json"])


def test_a_format_that_never_was_is_refused(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(DatasetError, match="of format 0, which akapen never wrote"):
        GoldDataset.open(old)
    assert (old.read_bytes(), os.listdir(old.parent)) == (before, ["gold.json"])
