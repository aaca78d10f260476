"""Stock TinyDB operations on an open gold dataset: each writes only what it changes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB, where
from tinydb.table import Document

from store.errors import DatasetError
from store.gold.storage import GoldStorage
from store.gold.table import GoldDB


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "gold.json"


@pytest.fixture(params=["ours", "stock"])
def db(request: pytest.FixtureRequest, path: Path) -> Iterator[TinyDB]:
    """Every test runs on our table and on TinyDB's own over our storage."""
    ours = request.param == "ours"
    with GoldDB(GoldStorage(path)) if ours else TinyDB(storage=lambda: GoldStorage(path)) as database:
        yield database


def reread(path: Path, table: str) -> dict[int, Any]:
    with TinyDB(path, encoding="utf-8", access_mode="r") as stock:
        return {document.doc_id: dict(document) for document in stock.table(table)}


def test_every_operation(db: TinyDB, path: Path) -> None:
    table = db.table("t")
    assert table.insert({"n": 1}) == 1
    assert table.insert_multiple({"n": n} for n in (2, 3, 4)) == [2, 3, 4]
    assert table.update({"old": True}, where("n") < 3) == [1, 2]
    assert table.upsert({"n": 9, "new": True}, where("n") == 9) == [5]
    assert table.upsert(Document({"n": 30}, doc_id=3)) == [3]
    assert table.remove(doc_ids=[4]) == [4]
    expected = {1: {"n": 1, "old": True}, 2: {"n": 2, "old": True}, 3: {"n": 30}, 5: {"n": 9, "new": True}}
    assert {document.doc_id: dict(document) for document in table} == expected
    assert table.get(doc_id=5) == {"n": 9, "new": True}
    assert table.contains(where("n") == 30)
    db.close()
    assert reread(path, "t") == expected


def test_truncate_and_drop(db: TinyDB, path: Path) -> None:
    for name in ("t", "u"):
        db.table(name).insert({"n": 1})
    db.table("t").truncate()
    assert len(db.table("t")) == 0
    db.drop_table("u")
    db.table("v").insert({"n": 2})
    db.close()
    assert (reread(path, "t"), reread(path, "u"), reread(path, "v")) == ({}, {}, {1: {"n": 2}})


def test_only_changed_documents_are_written(path: Path) -> None:
    with GoldDB(GoldStorage(path)) as db:
        table = db.table("t")
        table.insert_multiple({"n": n} for n in range(1000))
        journal = path.with_name("gold.json.journal")
        before = len(journal.read_bytes())
        table.update({"seen": True}, where("n") == 500)
        assert len(journal.read_bytes()) - before < 60


def test_what_is_no_json_is_refused_before_anything_changes(path: Path) -> None:
    with GoldDB(GoldStorage(path)) as db:
        table = db.table("t")
        table.insert({"n": 1})
        with pytest.raises(DatasetError, match=r"t\[2\]"):
            table.insert({"n": object()})
        assert table.all() == [{"n": 1}]
