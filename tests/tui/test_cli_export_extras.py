"""`akapen export` in formats that need optional libraries."""

import json
import sys

import pytest

from store.annotation import Annotation
from store.article import Article
from store.gold.dataset import GoldDataset
from store.span import Span
from store.value import FieldValue
from tui.main import main

TEXT = "北斗食品株式会社は5月1日に公表した。"


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.json"
    with GoldDataset.open(path, annotator="花子") as dataset:
        texts = [TEXT, *("甲乙丙丁戊己庚辛壬癸"[number] * 40 for number in range(9))]
        articles, _ = dataset.add([Article.from_text(text, published="2024-05-02") for text in texts])
        for article in articles:
            span = Span("s1", 0, 4, "ORG", article.text[:4], status="accepted")
            value = FieldValue("v1", "victim", article.text[:4], ("s1",), status="accepted")
            dataset.confirm(Annotation(article.id, "花子", (span,), (value,)))
    return path


@pytest.mark.parametrize(
    ("name", "library", "extra"),
    [
        ("xlsx", "xlsxwriter", "xlsx"),
        ("parquet", "pyarrow", "parquet"),
        ("hf", "pyarrow", "parquet"),
        ("spacy", "spacy", "spacy"),
    ],
)
def test_a_missing_library_is_one_line_and_leaves_nothing(
    gold, tmp_path, capsys, monkeypatch, name, library, extra
):
    monkeypatch.setitem(sys.modules, library, None)
    assert main(["export", "--gold", str(gold), "--format", name, "-o", str(tmp_path / "out")]) == 2
    told = f"{library}, which is not installed; in akapen's folder: pip install -e '.[{extra}]'"
    assert told in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["gold.json"]


@pytest.mark.parametrize("name", ["xlsx", "parquet", "spacy"])
def test_no_binary_file_goes_to_a_terminal(gold, capsys, monkeypatch, name):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert main(["export", "--gold", str(gold), "--format", name]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert f"--format {name}: is no text for a terminal; name a file with -o" in err


def test_the_base_install_is_enough_for_the_other_formats(gold, tmp_path, monkeypatch):
    for library in ("xlsxwriter", "pyarrow", "pandas", "openpyxl", "numpy", "datasets", "spacy"):
        monkeypatch.setitem(sys.modules, library, None)
    for name in ("jsonl", "csv", "veris"):
        assert main(["export", "--gold", str(gold), "--format", name, "-o", str(tmp_path / name)]) == 0
    assert main(["release", "--gold", str(gold), "-o", str(tmp_path / "release")]) == 0


def test_a_dataset_folder_holds_its_splits(gold, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "set"
    command = ["export", "--gold", str(gold), "--format", "hf", "--split", "40/30/30", "-o", str(out)]
    assert main(command) == 0
    files = sorted((out / "data").iterdir())
    assert {path.name.partition("-")[0] for path in files} <= {"train", "validation", "test"}
    assert len(files) > 1
    assert sum(parquet.read_table(path).num_rows for path in files) == 10


def test_incidents_are_files_by_annotator(gold, tmp_path, capsys):
    out = tmp_path / "veris"
    assert main(["export", "--gold", str(gold), "--format", "veris", "-o", str(out)]) == 0
    found = [json.loads(path.read_bytes()) for path in (out / "花子").iterdir()]
    assert len(found) == 10
    assert {one["timeline"]["incident"]["year"] for one in found} == {2024}
    assert "veris could not hold 10 things" in capsys.readouterr().err
