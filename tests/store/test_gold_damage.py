"""Files that are no whole gold dataset are refused with file and place, and stay as they are."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from store.annotation import Annotation
from store.article import Article
from store.errors import DataError, DatasetError, UnreadableFileError
from store.gold.dataset import GoldDataset
from store.health.doctor import Examination
from store.health.salvage import salvage
from store.schemas.loading import load_schema
from store.span import Span


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A dataset of two articles, left cleanly."""
    path = tmp_path / "gold.json"
    with GoldDataset.open(path, annotator="花子") as gold:
        gold.add(Article.from_text(f"北斗食品{number}") for number in range(2))
        for article_id in gold.article_ids():
            gold.save(Annotation(article_id, "花子", spans=(Span("s1", 0, 4, "ORG", "北斗食品"),)))
    return path


@pytest.fixture
def crashed(path: Path) -> Path:
    """The same with a journal of three lines that a crash has left."""
    gold = GoldDataset.open(path, annotator="花子")
    for note in ("一", "二", "三"):
        gold.save(Annotation(gold.article_ids()[0], "花子", note=note))
    journal = journal_of(path).read_bytes()
    gold.close()
    path.with_name("gold.json.1").replace(path)
    journal_of(path).write_bytes(journal)
    return path


def journal_of(path: Path) -> Path:
    return path.with_name("gold.json.journal")


def refused(path: Path) -> DataError:
    """Open, expect a refusal, and see that nothing was touched."""
    before = {name: (path.parent / name).read_bytes() for name in os.listdir(path.parent)}
    with pytest.raises(DataError) as caught, GoldDataset.open(path, annotator="花子") as gold:
        list(gold.annotations())
    assert {name: (path.parent / name).read_bytes() for name in os.listdir(path.parent)} == before
    assert str(path.name) in caught.value.message
    assert "\n" not in caught.value.message
    return caught.value


def edit(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    data = json.loads(path.read_bytes())
    change(data)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.5, 0.9, 0.99])
def test_truncated(path: Path, share: float) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert isinstance(refused(path), DataError)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"\x89PNG\r\n\x1a\n", "not UTF-8"),
        ("北斗".encode("cp932"), "not UTF-8"),
        (b"text", "no gold dataset"),
        (b"[1, 2]", "something else"),
        (b'{"a": 1}', "something else"),
        (b'{"_default": {"1": {"a": 1}}}', "something else"),
        (b'{"meta": {"1": {"name": "of another"}}}', "something else"),
        (b'{"meta": {"x": {}}}', "without a number"),
        (b'{"a": {"1": ' + b"[" * 100_000, "no gold dataset"),
        (b"\xef\xbb\xbf{}", "no gold dataset"),
    ],
)
def test_foreign(path: Path, content: bytes, said: str) -> None:
    path.write_bytes(content)
    assert said in refused(path).message


def test_newer(path: Path) -> None:
    edit(path, lambda data: data["meta"]["1"].update(version=2, more="x"))
    assert "newer akapen (format 2" in refused(path).message


def test_a_wrong_type_is_named_by_its_place(path: Path) -> None:
    edit(path, lambda data: data["annotations"]["2"]["spans"][0].update(end="4"))
    error = refused(path)
    assert isinstance(error, DatasetError)
    assert error.place == "annotations[2].spans[0].end"
    assert "Expected `int`, got `str`" in error.problem


def test_damage_elsewhere_leaves_the_rest_readable(path: Path) -> None:
    edit(path, lambda data: data["annotations"]["2"].update(spans=7))
    with GoldDataset.open(path, annotator="花子") as gold:
        assert gold.annotation(gold.article_ids()[0]) is not None


def test_broken_utf8_in_a_text_is_named_by_its_byte(path: Path) -> None:
    data = path.read_bytes()
    at = data.index("北".encode())
    path.write_bytes(data[: at + 1] + data[at + 2 :])
    assert refused(path).place == f"byte {at}"


@pytest.mark.parametrize("table", ["articles", "annotations"])
def test_twice_the_same(path: Path, table: str) -> None:
    edit(path, lambda data: data[table].update({"9": data[table]["1"]}))
    with (
        pytest.raises(DatasetError, match=rf"{table}\[9\]: the same"),
        GoldDataset.open(path, annotator="花子") as gold,
    ):
        gold.summaries()


def doubled(path: Path, table: str) -> None:
    """Put a second document under the number of the first, as two branches of a version control do."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    at = lines.index(f'"{table}": {{\n') + 1
    other = lines[at + 1].rstrip("\n").removesuffix(",").replace('"2":', '"1":', 1)
    lines.insert(at + 1, other + ",\n")
    path.write_text("".join(lines), encoding="utf-8")


@pytest.mark.parametrize("table", ["articles", "annotations"])
def test_one_number_for_two_documents(path: Path, table: str) -> None:
    doubled(path, table)
    assert refused(path).place == f"{table}[1]"


def test_a_table_that_is_there_twice(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"steps": {}', '"steps": {},\n"articles": {}'), encoding="utf-8")
    assert "something is there twice" in refused(path).problem


def test_the_same_document_again_at_the_end(path: Path) -> None:
    edit(path, lambda data: data.update(own={"1": {}, "2": {}}))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.removesuffix("}}") + ', "1": {}}}', encoding="utf-8")
    assert "something is there twice" in refused(path).problem


def test_two_documents_whose_numbers_are_the_same_are_both_saved_by_the_doctor(path: Path) -> None:
    edit(path, lambda data: data["articles"].update({"01": {"id": "x", "text": "別"}}))
    assert "two documents have one number" in refused(path).problem
    found = salvage(path).tables["articles"]
    assert sum(b"\xe5\x88\xa5" in bytes(raw) for raw in found.values()) == 1
    assert len(found) == 3


@pytest.mark.parametrize("indent", [None, 2])
def test_nothing_twice_however_it_is_written(path: Path, indent: int | None) -> None:
    edit(path, lambda data: data.update({'ä"b': {"1": {"x": "}"}}, "leer": {}}))
    path.write_text(json.dumps(json.loads(path.read_bytes()), indent=indent), encoding="utf-8")
    with GoldDataset.open(path, read_only=True) as gold:
        assert len(list(gold.annotations())) == 2


def test_missing_without_create(tmp_path: Path) -> None:
    for options in ({"create": False}, {"read_only": True}):
        with pytest.raises(UnreadableFileError, match="no such file"):
            GoldDataset.open(tmp_path / "none.json", **options)
    assert os.listdir(tmp_path) == []


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="a folder"):
        GoldDataset.open(tmp_path)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_pipe_is_not_waited_for(tmp_path: Path, read_only: bool) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(UnreadableFileError, match=r"pipe\.json: a device or pipe, not a file"):
        GoldDataset.open(tmp_path / "pipe.json", read_only=read_only)
    with pytest.raises(UnreadableFileError, match="a device or pipe, not a file"):
        Examination(tmp_path / "pipe.json", load_schema())


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can try what another person may")
def test_another_person_is_told_of_missing_permission() -> None:
    folder = Path(tempfile.mkdtemp())
    path = folder / "gold.json"
    with GoldDataset.open(path, annotator="花子") as gold:
        gold.add([Article.from_text("北斗食品")])
    for mode, read_only in ((0o755, True), (0o755, False), (0o700, True), (0o700, False)):
        folder.chmod(mode)
        os.seteuid(65534)
        try:
            with pytest.raises(DataError, match="no permission: change it"):
                GoldDataset.open(path, annotator="花子", read_only=read_only)
        finally:
            os.seteuid(0)
    assert os.listdir(folder) == ["gold.json"]
    shutil.rmtree(folder)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")
def test_without_permission(path: Path) -> None:
    path.chmod(0)
    with pytest.raises(DataError, match="no permission"):
        GoldDataset.open(path)
    path.chmod(0o600)
    path.parent.chmod(0o500)
    assert "no permission" in refused(path).message


def test_a_file_in_the_place_of_a_folder(path: Path) -> None:
    with pytest.raises(DatasetError, match=r"gold.json/inner/gold.json: can't be opened for writing"):
        GoldDataset.open(path / "inner" / "gold.json")


def test_a_crash_is_recovered(crashed: Path) -> None:
    with GoldDataset.open(crashed, annotator="花子", read_only=True) as gold:
        assert [one.note for one in gold.annotations()] == ["三", ""]
    with GoldDataset.open(crashed, annotator="花子") as gold:
        assert [one.note for one in gold.annotations()] == ["三", ""]
    assert not journal_of(crashed).exists()


def test_a_torn_last_line_is_dropped_and_said(crashed: Path) -> None:
    data = journal_of(crashed).read_bytes()
    for kept in range(len(data) - 1, data.rindex(b"\n", 0, -1), -1):
        journal_of(crashed).write_bytes(data[:kept])
        with GoldDataset.open(crashed, annotator="花子", read_only=True) as gold:
            assert [one.note for one in gold.annotations()] == ["二", ""]
    journal_of(crashed).write_bytes(data[:-3])
    with GoldDataset.open(crashed, annotator="花子") as gold:
        assert "unfinished save" in gold.notices[0]


def test_every_damaged_byte_of_earlier_lines_is_found(crashed: Path) -> None:
    data = journal_of(crashed).read_bytes()
    for at in range(data.rindex(b"\n", 0, -1)):
        journal_of(crashed).write_bytes(data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :])
        with pytest.raises(DatasetError, match=r"journal @ line [12]: damaged"):
            GoldDataset.open(crashed, read_only=True)


def test_a_missing_line_is_found(crashed: Path) -> None:
    lines = journal_of(crashed).read_bytes().splitlines(keepends=True)
    journal_of(crashed).write_bytes(lines[0] + lines[2] + lines[1])
    assert "line 2: damaged" in refused(crashed).message


def test_a_file_changed_under_a_journal_is_noticed(crashed: Path) -> None:
    with TinyDB(crashed, encoding="utf-8") as stock:
        stock.table("annotations").update({"note": "外から"})
    assert "changed by another program while gold.json.journal" in refused(crashed).message


def test_a_file_lost_under_a_journal_is_noticed(crashed: Path) -> None:
    crashed.unlink()
    assert "gold.json.journal" in refused(crashed).message
