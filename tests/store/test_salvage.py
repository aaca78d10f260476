"""Of files and journals that can't be read whole, all documents that can be read are saved."""

import os
import zlib
from pathlib import Path

import msgspec
import pytest
from tinydb import TinyDB

from store.gold.dataset import GoldDataset
from store.health.doctor import Examination, repair
from tests.store.sound_dataset import SCHEMA, TEXT, edit, examine, repaired, sound_dataset


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return sound_dataset(tmp_path / "gold.json")


@pytest.mark.parametrize("one_line", [False, True], ids=["ours", "rewritten on one line"])
def test_documents_are_saved_out_of_a_broken_file(path: Path, one_line: bool) -> None:
    if one_line:
        edit(path, lambda data: None)
    text = path.read_text(encoding="utf-8")
    at = text.index(TEXT + "1")
    path.write_text(text[:at] + '"\x07' + text[at:], encoding="utf-8")
    assert "file: articles[2] can't be read (lost)" in examine(path)
    with repaired(path) as saved:
        assert [article.text for article in saved.articles()] == [TEXT + "0", TEXT + "2"]
        assert len(saved.revisions()) == 3


@pytest.mark.parametrize("escaped", [False, True])
def test_tables_of_ones_own_are_saved_out_of_a_broken_file(path: Path, escaped: bool) -> None:
    with TinyDB(path, encoding="utf-8", ensure_ascii=escaped) as database:
        database.table("私の").insert_multiple({"row": row} for row in "甲乙")
        database.table("他").insert({"row": "丙"})
    path.write_bytes(path.read_bytes().replace(b'"row"', b'"row', 1))
    examination = Examination(path, SCHEMA)
    assert "私の[1] can't be read" in [finding.problem for finding in examination.findings]
    repair(examination, path.with_name("saved.json"))
    with TinyDB(path.with_name("saved.json"), encoding="utf-8") as saved:
        assert [dict(row) for name in ("私の", "他") for row in saved.table(name)] == [
            {"row": "乙"},
            {"row": "丙"},
        ]
        assert len(saved.table("revisions")) == 3


def test_both_of_two_documents_with_one_number_are_saved(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace('"3": {', '"2": {')
    path.write_text(text, encoding="utf-8")
    assert "something is there twice" in examine(path)[0]
    with repaired(path) as saved:
        assert len(saved.article_ids()) == len(list(saved.annotations())) == len(saved.revisions()) == 3
        assert [saved.history(one).position for one in saved.article_ids()] == [1, 1, 1]


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.95])
def test_a_truncated_file_is_saved_up_to_the_cut(path: Path, share: float) -> None:
    data = path.read_bytes()
    whole = Examination(path, SCHEMA).tables
    path.write_bytes(data[: int(len(data) * share)])
    assert "(lost)" in examine(path)[0]
    saved = Examination(path, SCHEMA).tables
    assert set(saved["articles"]) <= set(whole["articles"])
    assert saved["articles"] or share < 0.5


def test_broken_bytes_cost_one_article_its_text_only(path: Path) -> None:
    data = path.read_bytes()
    at = data.index("公表".encode())
    path.write_bytes(data[:at] + b"\xff" + data[at + 1 :])
    found = examine(path)
    assert "not UTF-8" in found[0]
    assert "articles[1]: the text is not the one that was imported: its hash differs (kept)" in found
    with repaired(path) as saved:
        assert len(saved.article_ids()) == 3


@pytest.fixture
def crashed(path: Path) -> Path:
    """The same with a journal of three lines that a crash has left."""
    gold = GoldDataset.open(path, annotator="花子")
    for article_id, note in zip(gold.article_ids(), "一二三", strict=True):
        annotation = gold.annotation(article_id)
        assert annotation is not None
        gold.save(msgspec.structs.replace(annotation, note=note))
    journal = path.with_name("gold.json.journal")
    data = journal.read_bytes()
    gold.close()
    path.with_name("gold.json.1").replace(path)
    journal.write_bytes(data)
    return path


def notes(gold: GoldDataset) -> list[str]:
    return [annotation.note for annotation in gold.annotations()]


def test_a_journal_is_part_of_the_dataset(crashed: Path) -> None:
    assert examine(crashed) == []
    with repaired(crashed) as saved:
        assert notes(saved) == ["一", "二", "三"]


@pytest.mark.parametrize("late", [False, True], ids=["before the journal is read", "after it"])
def test_a_writer_may_fold_the_journal_in_meanwhile(
    crashed: Path, monkeypatch: pytest.MonkeyPatch, late: bool
) -> None:
    read = Path.read_bytes

    def folding(path: Path) -> bytes:
        monkeypatch.undo()
        data = read(path) if late else b""
        GoldDataset.open(crashed).close()
        return data or read(path)

    monkeypatch.setattr(Path, "read_bytes", folding)
    assert Examination(crashed, SCHEMA).findings == []
    assert os.listdir(crashed.parent).count("gold.json.journal") == 0


def test_a_damaged_journal_is_saved_but_for_the_damage(crashed: Path) -> None:
    journal = crashed.with_name("gold.json.journal")
    journal.write_bytes(journal.read_bytes().replace("二".encode(), b"???"))
    assert examine(crashed) == ["file: line 2 of the journal can't be read (lost)"]
    with repaired(crashed) as saved:
        assert notes(saved) == ["一", "メモ", "三"]


def test_a_journal_of_other_contents_is_joined_in(crashed: Path) -> None:
    edit(crashed, lambda data: data["annotations"].update({"8": data["annotations"].pop("1")}))
    assert "the journal is of another state of the file" in examine(crashed)[0]
    with repaired(crashed) as saved:
        assert notes(saved) == ["一", "二", "三"]


def test_a_journal_of_another_shape_is_told(crashed: Path) -> None:
    journal = crashed.with_name("gold.json.journal")
    lines = [b'1 {"v":2}', b'2 [["articles",1]]']
    journal.write_bytes(b"".join(b"%08x %b\n" % (zlib.crc32(line), line) for line in lines))
    assert examine(crashed) == [
        "file: line 1 of the journal is none of this akapen's (lost)",
        "file: line 2 of the journal is none of this akapen's (lost)",
    ]
