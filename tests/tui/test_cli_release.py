"""`akapen release`."""

import hashlib
import json
import shutil
import subprocess

import pytest

from store.annotation import Annotation
from store.article import Article
from store.gold.dataset import GoldDataset
from store.span import Span
from store.value import FieldValue
from tui.main import main

TEXT = "北斗食品株式会社は5月1日に公表した。"
SPANS = (
    Span("s1", 0, 8, "ORG", TEXT[:8], "org.form", 0.9, status="accepted"),
    Span("s2", 9, 13, "DATE", TEXT[9:13], status="accepted"),
    Span("s3", 14, 16, "CAUSE", TEXT[14:16], "cause.term", 0.5, status="rejected"),
)
VALUES = (FieldValue("v1", "victim", TEXT[:8], ("s1",), status="accepted"),)


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.json"
    with GoldDataset.open(path, annotator="花|子") as dataset:
        texts = [TEXT, *(f"{'甲乙丙丁戊己庚辛壬癸'[number] * 40}。" for number in range(9))]
        articles, _ = dataset.add(
            [Article.from_text(text, title="<題>", published="2024-05-02") for text in texts]
        )
        dataset.confirm(
            Annotation(articles[0].id, "花|子", SPANS, VALUES, schema="incident 1.2", extractor="0.1")
        )
        for article in articles[1:]:
            dataset.confirm(Annotation(article.id, "花|子", schema="incident 1.2"))
        dataset.confirm(Annotation(articles[0].id, "太郎", SPANS[:1]))
    return path


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def released(gold, out, *arguments):
    assert main(["release", "--gold", str(gold), "-o", str(out), *arguments]) == 0
    return files(out)


def test_a_release_holds_data_guidelines_schema_card_and_checksums(gold, tmp_path, capsys):
    found = released(gold, tmp_path / "out")
    assert set(found) == {
        "README.md", "SHA256SUMS", "guidelines.md", "schema.toml",
        "data/jsonl/all.jsonl", "data/conll/all.conll",
    }  # fmt: skip
    assert len(found["data/jsonl/all.jsonl"].splitlines()) == 11
    err = capsys.readouterr().err
    assert "rejected suggestion (conll)" in err
    assert "released as jsonl, conll" in err


def test_the_same_dataset_gives_the_same_bytes(gold, tmp_path):
    copy = tmp_path / "elsewhere" / "copy.json"
    copy.parent.mkdir()
    shutil.copy(gold, copy)
    formats = [
        part
        for name in ("jsonl", "conll", "doccano", "label-studio", "prodigy", "brat", "csv")
        for part in ("--format", name)
    ]
    assert released(gold, tmp_path / "one", *formats) == released(copy, tmp_path / "two", *formats)


def test_checksums_are_those_of_the_files(gold, tmp_path):
    found = released(gold, tmp_path / "out", "--format", "brat", "--format", "jsonl")
    listed = dict(reversed(line.split("  ", 1)) for line in found.pop("SHA256SUMS").decode().splitlines())
    assert listed == {name: hashlib.sha256(data).hexdigest() for name, data in found.items()}
    if shutil.which("sha256sum"):
        subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=tmp_path / "out", check=True)


def test_the_card_tells_what_is_in_it_and_takes_names_literally(gold, tmp_path):
    card = released(gold, tmp_path / "out")["README.md"].decode()
    for line in (
        "| articles | 10 |",
        "| annotations | 11 |",
        "| published | 2024-05-02 to 2024-05-02 |",
        "| ORG | 組織 | organisation | 2 | 2 | 0 | 0 | 0 |",
        "| victim | 被害組織 | victim | 1 | 0 | 0 | 1 | 0 | 0 |",
        "| 花\\|子 | 10 | 0.0 |",
        "| schema | incident 1.2 | 10 |",
        "| extractor | not known | 10 |",
        "| jsonl | nothing was lost |",
    ):
        assert line in card
    assert "## Agreement" in card
    assert "| 太郎 | 花\\|子 | 1 | 0.667 | 0.667 |" in card


def test_one_person_alone_has_no_agreement(gold, tmp_path):
    card = released(gold, tmp_path / "out", "--annotator", "花|子")["README.md"].decode()
    assert "## Agreement" not in card


def test_a_split_that_nothing_fell_to_is_said(gold, tmp_path, capsys):
    found = released(gold, tmp_path / "out", "--split", "80/20/0", "--format", "jsonl")
    assert "data/jsonl/test.jsonl" not in found
    err = capsys.readouterr().err
    assert "akapen: test: no annotation fell to it; nothing is written for it\n" in err
    assert "train: no annotation" not in err


def test_splits_are_files_and_stand_in_the_card(gold, tmp_path):
    found = released(gold, tmp_path / "out", "--split", "60/20/20", "--format", "jsonl")
    names = [name for name in ("train", "validation", "test") if f"data/jsonl/{name}.jsonl" in found]
    assert len(names) > 1
    ids = [
        json.loads(line)["annotation"]["article"]
        for name in names
        for line in found[f"data/jsonl/{name}.jsonl"].splitlines()
    ]
    assert len(ids) == 11
    assert all(f"| {name} | " in found["README.md"].decode() for name in names)


def test_guidelines_explain_every_label_field_and_code(gold, tmp_path):
    text = released(gold, tmp_path / "out")["guidelines.md"].decode()
    assert "### ORG 組織 / organisation" in text
    assert "### card\\_count カード情報件数" in text
    assert "| web\\_skimming |" in text


def test_the_released_schema_is_the_one_that_was_used(gold, tmp_path, capsys):
    out = tmp_path / "out"
    released(gold, out)
    assert main(["schema", "--check", str(out / "schema.toml")]) == 0
    assert released(gold, tmp_path / "again", "--schema", str(out / "schema.toml")) == files(out)


def test_nothing_is_overwritten_or_released_empty(gold, tmp_path, capsys):
    released(gold, tmp_path / "out")
    assert main(["release", "--gold", str(gold), "-o", str(tmp_path / "out")]) == 2
    assert "--force" in capsys.readouterr().err
    assert main(["release", "--gold", str(gold), "-o", str(tmp_path / "new"), "--status", "flagged"]) == 2
    assert "nothing to export" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()
