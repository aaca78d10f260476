"""The doctor finds what is wrong, says where, and saves to a new file what can be saved."""

import json
import os
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tinydb import TinyDB

from store.annotation import Annotation
from store.article import Article
from store.change import Change
from store.errors import DatasetError, UnreadableFileError
from store.gold.dataset import GoldDataset
from store.health.doctor import Examination, repair
from store.history import History
from store.schemas.loading import load_schema
from store.span import Span
from store.value import FieldValue

TEXT = "北斗食品株式会社は5月1日に公表した。"
SCHEMA = load_schema()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A sound dataset of three articles with an annotation, undo steps and a revision each."""
    path = tmp_path / "gold.json"
    with GoldDataset.open(path, annotator="花子") as gold:
        gold.add(Article.from_text(TEXT + str(number)) for number in range(3))
        for article_id in gold.article_ids():
            empty = Annotation(article_id, "花子")
            spans = (Span("s1", 0, 8, "ORG", "北斗食品株式会社"), Span("s2", 9, 13, "DATE", "5月1日"))
            values = (
                FieldValue("v1", "published_on", "2024-05-01", ("s2",)),
                FieldValue("v2", "affected_count", 120),
                FieldValue("v3", "cause", "loss"),
            )
            full = Annotation(article_id, "花子", spans, values, note="メモ")
            history = History().push("x", "北斗", "t", Change.between(empty, full))
            gold.save(full, history.steps)
            gold.confirm(full)
    return path


def edit(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    data = json.loads(path.read_bytes())
    change(data)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def examine(path: Path) -> list[str]:
    before = {name: (path.parent / name).read_bytes() for name in os.listdir(path.parent)}
    found = [str(finding) for finding in Examination(path, SCHEMA).findings]
    assert {name: (path.parent / name).read_bytes() for name in os.listdir(path.parent)} == before
    return found


def repaired(path: Path) -> GoldDataset:
    out = path.with_name("saved.json")
    repair(Examination(path, SCHEMA), out)
    return GoldDataset.open(out, annotator="花子", read_only=True)


def test_nothing_is_wrong_with_a_sound_file(path: Path) -> None:
    assert examine(path) == []
    with repaired(path) as saved, GoldDataset.open(path, read_only=True) as gold:
        assert saved.storage.tables.keys() == gold.storage.tables.keys()
        assert list(saved.annotations()) == list(gold.annotations())
        assert saved.revisions() == gold.revisions()


def annotation(data: dict[str, Any]) -> dict[str, Any]:
    found = data["annotations"]["2"]
    assert isinstance(found, dict)
    return found


def span(data: dict[str, Any]) -> dict[str, Any]:
    found = annotation(data)["spans"][1]
    assert isinstance(found, dict)
    return found


def value(data: dict[str, Any], at: int) -> dict[str, Any]:
    found = annotation(data)["values"][at]
    assert isinstance(found, dict)
    return found


WRONGS: list[tuple[Callable[[dict[str, Any]], object], str]] = [
    (
        lambda data: span(data).update(end=12),
        "annotations[2].spans[1]: says '5月1日' where the text has '5月1' (mended)",
    ),
    (
        lambda data: span(data).update(end=99),
        "annotations[2].spans[1]: 9-99 lies outside the text of 20 characters (lost)",
    ),
    (lambda data: span(data).update(start=-1), "annotations[2].spans[1]: -1-13 lies outside"),
    (
        lambda data: span(data).update(start="9"),
        "annotations[2].spans[1]: Expected `int`, got `str` - at `$.start` (lost)",
    ),
    (
        lambda data: span(data).update(label="HOTEL"),
        "annotations[2].spans[1]: the schema has no label HOTEL (kept)",
    ),
    (lambda data: span(data).update(id="s1"), "annotations[2].spans[1]: the id s1 is there twice (mended)"),
    (
        lambda data: value(data, 0).update(value="令和5年"),
        "published_on should be a date as 2024-05-01, not '令和5年'",
    ),
    (lambda data: value(data, 0).update(value="2024-02-30"), "should be a date"),
    (
        lambda data: value(data, 1).update(value="120件"),
        "affected_count should be of type integer, not '120件' (kept)",
    ),
    (
        lambda data: value(data, 2).update(value="storm"),
        "annotations[2].values[2]: cause has no code 'storm' (kept)",
    ),
    (lambda data: value(data, 2).update(field="mood"), "the schema has no field mood (kept)"),
    (
        lambda data: value(data, 1).update(id="v1"),
        "annotations[2].values[1]: the id v1 is there twice (mended)",
    ),
    (
        lambda data: value(data, 0).update(evidence=["s9"]),
        "names spans as evidence that are not there (mended)",
    ),
    (
        lambda data: annotation(data).update(status="done"),
        "annotations[2].status: not what it should be (lost)",
    ),
    (lambda data: annotation(data).update(annotator=7), "neither article nor annotator can be told (lost)"),
    (lambda data: annotation(data).update(mood="good"), "annotations[2].mood: not what it should be (lost)"),
    (lambda data: data["annotations"].update({"9": annotation(data)}), "annotations[9]: the annotation of"),
    (
        lambda data: data["revisions"].update({"9": data["revisions"]["1"]}),
        "revisions[9]: the number 1 is there twice (mended)",
    ),
    (lambda data: data["articles"].update({"9": data["articles"]["1"]}), "articles[9]: the article"),
    (
        lambda data: data["articles"]["1"].update(text="別"),
        "articles[1]: the text is not the one that was imported",
    ),
    (lambda data: data["articles"].pop("2"), "annotations[2]: there is no article"),
    (lambda data: data["steps"]["2"].update(number=5), "are not whole (lost)"),
    (
        lambda data: data["histories"]["2"].update(position=7),
        "histories[2]: is of no undo steps that are there (lost)",
    ),
    (
        lambda data: data["revisions"]["1"].update(number="x"),
        "Expected `int`, got `str` - at `$.number` (lost)",
    ),
    (lambda data: data["meta"]["1"].update(version=-1), "meta: of format -1, which akapen never wrote"),
    (lambda data: data.pop("meta"), "file: a TinyDB file of something else"),
]


@pytest.mark.parametrize(("change", "said"), WRONGS, ids=[said[-40:] for _, said in WRONGS])
def test_each_wrong_is_found_and_the_rest_saved(
    path: Path, change: Callable[[dict[str, Any]], object], said: str
) -> None:
    edit(path, change)
    assert any(said in found for found in examine(path)), examine(path)
    with repaired(path) as saved:
        assert len(list(saved.annotations())) >= 2
        assert len(saved.article_ids()) >= 2
        assert saved.history(saved.article_ids()[-1]).position == 1
    assert not [one for one in Examination(saved.path, SCHEMA).findings if one.fate == "lost"]


def test_what_is_saved_of_a_wounded_annotation(path: Path) -> None:
    edit(path, lambda data: (span(data).update(end=None), annotation(data).update(seconds="long")))
    with repaired(path) as saved:
        found = saved.annotation(saved.article_ids()[1])
        assert found is not None
        assert ([one.id for one in found.spans], found.note, found.status) == (["s1"], "メモ", "confirmed")
        assert found.values[0].evidence == ()


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


def test_an_annotation_that_is_there_twice_becomes_a_revision(path: Path) -> None:
    edit(path, lambda data: data["annotations"].update({"9": annotation(data) | {"note": "別"}}))
    assert any("is there twice; this one becomes a revision (mended)" in found for found in examine(path))
    with repaired(path) as saved:
        kept = saved.revisions(saved.article_ids()[1])
        assert [(one.number, one.event, one.annotation.note) for one in kept] == [
            (1, "confirm", "メモ"),
            (2, "merge", "別"),
        ]


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


def test_a_newer_or_missing_file_is_refused(path: Path) -> None:
    edit(path, lambda data: data["meta"]["1"].update(version=2))
    with pytest.raises(DatasetError, match="newer akapen"):
        Examination(path, SCHEMA)
    with pytest.raises(UnreadableFileError, match="not there"):
        Examination(path.with_name("none.json"), SCHEMA)


def test_a_repair_never_overwrites(path: Path) -> None:
    with pytest.raises(DatasetError, match="there already"):
        repair(Examination(path, SCHEMA), path)
