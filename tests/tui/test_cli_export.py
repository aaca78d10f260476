"""`akapen export`: the labelled set, whole or in splits."""

import json
import os
import signal

import pytest
from msgspec.structs import replace

from store.annotation import Annotation
from store.article import Article
from store.formats.piece import Part
from store.formats.registry import FORMATS
from store.gold.dataset import GoldDataset
from store.span import Span
from store.value import FieldValue
from tui.main import main

TEXT = "北斗食品株式会社は2023年4月5日、不正アクセスを発表した。"


def test_export_prints_what_is_confirmed(gold, capsys):
    capsys.readouterr()
    assert main(["export", "--gold", str(gold)]) == 0
    out, err = capsys.readouterr()
    [line] = map(json.loads, out.splitlines())
    assert (line["id"], line["record"]) == ("a", {"victim": "北斗食品株式会社"})
    assert [span["text"] for span in line["spans"]] == ["北斗食品株式会社"]
    assert err == "akapen: standard output: 1 annotation\n"


def test_an_export_is_imported_again_whole(gold, tmp_path, capsys):
    first, second, other = tmp_path / "1.jsonl", tmp_path / "2.jsonl", tmp_path / "other.json"
    assert main(["export", "--gold", str(gold), "-o", str(first)]) == 0
    assert main(["import", str(first), "--gold", str(other)]) == 0
    assert main(["export", "--gold", str(other), "-o", str(second)]) == 0
    assert first.read_bytes() == second.read_bytes()
    assert main(["import", str(first), "--gold", str(other)]) == 0
    assert "0 annotations imported, 1 there already and kept" in capsys.readouterr().err


def test_an_export_does_not_overwrite_unless_told(gold, tmp_path, capsys):
    out = tmp_path / "out.jsonl"
    out.write_text("mine", "utf-8")
    assert main(["export", "--gold", str(gold), "-o", str(out)]) == 2
    assert out.read_text("utf-8") == "mine"
    assert "--force replaces it" in capsys.readouterr().err
    assert main(["export", "--gold", str(gold), "-o", str(out), "--force"]) == 0
    assert json.loads(out.read_bytes())["id"] == "a"
    assert os.listdir(tmp_path).count("out.jsonl") == 1


@pytest.mark.parametrize("command", ["export", "release"])
def test_a_format_that_can_hold_nothing_is_refused(tmp_path, capsys, command):
    gold, out = tmp_path / "gold.json", tmp_path / "out"
    with GoldDataset.open(gold, annotator="花子") as dataset:
        [article], _ = dataset.add([Article.from_text("北斗食品株式会社が発表した。")])
        dataset.confirm(Annotation(article.id, "花子"))
    assert main([command, "--gold", str(gold), "--format", "veris", "-o", str(out)]) == 2
    told = (
        "nothing to export: veris can hold none of the annotations (1 × article without a record (no file))"
    )
    assert told in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_of_an_export_that_is_ended_nothing_is_left(gold, tmp_path, monkeypatch, number):
    def ended(*_):
        yield Part(b"a", "")
        os.kill(os.getpid(), number)
        yield Part(b"b", "")

    monkeypatch.setitem(FORMATS, "conll", replace(FORMATS["conll"], write=ended))
    there = set(os.listdir(tmp_path))
    with pytest.raises(SystemExit) as caught:
        main(["export", "--gold", str(gold), "--format", "conll", "-o", str(tmp_path / "out")])
    assert caught.value.code == 128 + number
    assert set(os.listdir(tmp_path)) == there
    assert signal.getsignal(number) == signal.SIG_DFL


@pytest.mark.parametrize(
    ("command", "out", "told"),
    [
        (["export", "--format", "jsonl"], "gold.json", "is the dataset itself"),
        (["export"], "link", "is the dataset itself"),
        (["export", "--format", "veris"], "", "holds the dataset itself (gold.json)"),
        (["release"], "", "holds the dataset itself (gold.json)"),
    ],
)
def test_nothing_takes_the_place_of_the_dataset(gold, tmp_path, capsys, command, out, told):
    (tmp_path / "link").symlink_to(gold)
    before = gold.read_bytes()
    assert main([*command, "--gold", str(gold), "-o", str(tmp_path / out), "--force"]) == 2
    assert capsys.readouterr().err == f"akapen: {tmp_path / out}: {told}; name another place with -o\n"
    assert gold.read_bytes() == before


@pytest.mark.parametrize(
    ("file", "begins"),
    [
        ("gold.csv", "\ufeffid,"),
        ("GOLD.CSV", "\ufeffid,"),
        ("gold.conll", "-DOCSTART-"),
        ("gold.jsonl", '{"id":"a"'),
        ("gold", '{"id":"a"'),
    ],
)
def test_the_ending_of_the_file_says_the_format(gold, tmp_path, file, begins):
    assert main(["export", "--gold", str(gold), "-o", str(tmp_path / file)]) == 0
    assert (tmp_path / file).read_text("utf-8").startswith(begins)


def test_an_ending_of_no_format_is_refused_and_a_folder_of_parts_has_none(gold, tmp_path, capsys):
    assert main(["export", "--gold", str(gold), "-o", str(tmp_path / "gold.tsv")]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"akapen: {tmp_path / 'gold.tsv'}: no format's files end in .tsv; ")
    assert ".conll, .csv, .jsonl" in told
    parts = tmp_path / "gold.v2"
    assert main(["export", "--gold", str(gold), "--split", "100/0/0", "-o", str(parts)]) == 0
    assert [file.name for file in parts.iterdir()] == ["train.jsonl"]


def test_a_format_that_is_named_needs_no_ending(gold, tmp_path):
    out = tmp_path / "gold.csv"
    assert main(["export", "--gold", str(gold), "--format", "jsonl", "-o", str(out)]) == 0
    assert json.loads(out.read_bytes())["id"] == "a"


def test_a_file_may_be_called_none_and_standard_output_a_dash(gold, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["export", "--gold", str(gold), "-o", "None"]) == 0
    assert json.loads((tmp_path / "None").read_bytes())["id"] == "a"
    capsys.readouterr()
    assert main(["export", "--gold", str(gold), "-o", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "a"


def test_help_tells_units_and_what_a_format_needs(capsys):
    with pytest.raises(SystemExit):
        main(["export", "--help"])
    lines = {line.split()[0]: line for line in capsys.readouterr().out.splitlines() if line.strip()}
    assert lines["doccano"].endswith("; --unit code-point or utf-16")
    assert lines["hf"].endswith("; needs akapen[parquet]")
    assert lines["csv"].endswith("evidence beside")


def test_what_has_no_file_is_not_counted_as_written(gold, tmp_path, capsys):
    with GoldDataset.open(gold) as dataset:
        articles = [
            Article.from_text(f"{what}のない記事。", published="2023-04-05") for what in ("記録", "他")
        ]
        (article, dated), _ = dataset.add(articles)
        dataset.confirm(Annotation(article.id, "hanako", schema="incident 1.2"))
        victim = FieldValue("v1", "victim", "北斗食品", status="accepted")
        dataset.confirm(Annotation(dated.id, "hanako", (), (victim,), schema="incident 1.2"))
    out = tmp_path / "incidents"
    assert main(["export", "--gold", str(gold), "--format", "veris", "-o", str(out)]) == 0
    [written] = out.rglob("*.json")
    assert written.stem == dated.id
    told = capsys.readouterr().err
    assert f"akapen: {article.id}: lost 1 article without a record (no file)" in told
    assert f"akapen: {out}: 1 annotation; veris could not hold" in told


def test_splits_need_a_folder(gold, capsys):
    assert main(["export", "--gold", str(gold), "--split", "80/10/10"]) == 2
    assert "--split: makes several files; name a folder with -o" in capsys.readouterr().err
    assert main(["export", "--gold", str(gold), "--seed", "3"]) == 2
    assert "--seed 3: draws splits; say with --split" in capsys.readouterr().err


def test_an_empty_selection_is_said_and_writes_nothing(gold, tmp_path, capsys):
    out = tmp_path / "out.jsonl"
    assert main(["export", "--gold", str(gold), *["--status", "flagged"] * 2, "-o", str(out)]) == 2
    assert "no annotation is flagged (1 confirmed)" in capsys.readouterr().err
    assert main(["export", "--gold", str(gold), "--annotator", "taro", "-o", str(out)]) == 2
    assert f"no such annotator in {gold}, which has hanako" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize("place", ["nowhere/out.jsonl", "."])
def test_an_export_that_cannot_be_written_is_one_line(gold, tmp_path, capsys, place):
    assert main(["export", "--gold", str(gold), "-o", str(tmp_path / place), "--force"]) == 2
    assert capsys.readouterr().err.splitlines()[-1].startswith(f"akapen: {tmp_path / place}: ")


@pytest.fixture
def forty(tmp_path):
    """A dataset of forty confirmed articles, each with one span."""
    path = tmp_path / "forty.json"
    with GoldDataset.open(path, annotator="hanako") as dataset:
        articles, _ = dataset.add(Article.from_text(f"{number}番の北斗食品" * 5) for number in range(40))
        for article in articles:
            end = article.text.index("番")
            span = Span("s1", 0, end, "COUNT", article.text[:end], status="accepted")
            dataset.confirm(Annotation(article.id, "hanako", (span,)))
    return path


def exported_texts(folder):
    return {
        file.stem: {json.loads(line)["text"] for line in file.read_text("utf-8").splitlines()}
        for file in folder.glob("*.jsonl")
    }


def test_splits_are_files_of_their_own_and_stay(forty, tmp_path, capsys):
    arguments = ["export", "--gold", str(forty), "--split", "60/20/20"]
    assert main([*arguments, "-o", str(tmp_path / "one")]) == 0
    err = capsys.readouterr().err
    assert main([*arguments, "-o", str(tmp_path / "two")]) == 0
    one, two = exported_texts(tmp_path / "one"), exported_texts(tmp_path / "two")
    assert one == two
    assert sorted(one) == ["test", "train", "validation"]
    assert sum(len(texts) for texts in one.values()) == len(set.union(*one.values())) == 40
    assert f"train: {len(one['train'])} annotations; of all spans: COUNT {len(one['train']) / 40:.0%}" in err


def test_splits_without_spans_say_so(tmp_path, capsys):
    with GoldDataset.open(tmp_path / "bare.json", annotator="花子") as dataset:
        [article], _ = dataset.add([Article.from_text("お知らせ。")])
        dataset.confirm(Annotation(article.id, "花子"))
    asked = ["export", "--gold", str(tmp_path / "bare.json"), "--split", "1/0/0", "-o", str(tmp_path / "out")]
    assert main(asked) == 0
    said = capsys.readouterr().err.splitlines()
    assert "akapen: train: 1 annotation; of all spans: there are none" in said
    for name in ("validation", "test"):
        assert f"akapen: {name}: no annotation fell to it; nothing is written for it" in said


def test_splits_of_a_folder_format_are_folders(forty, tmp_path):
    out = tmp_path / "brat"
    assert (
        main(["export", "--gold", str(forty), "--format", "brat", "--split", "50/0/50", "-o", str(out)]) == 0
    )
    assert sorted(path.name for path in out.iterdir()) == ["test", "train"]
    assert len(list(out.rglob("*.ann"))) == 40


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--split", "80/20"], "write three numbers"),
        (["--split", "80/10/10"], "name a folder with -o"),
        (["--format", "brat"], "name a folder with -o"),
        (["--format", "nix"], "not a format; there are jsonl"),
        (["--format", "conll", "--unit", "utf-16"], "conll has token or character"),
    ],
)
def test_an_export_that_makes_no_sense_is_refused(forty, capsys, arguments, problem):
    assert main(["export", "--gold", str(forty), *arguments]) == 2
    assert problem in capsys.readouterr().err


def test_strict_is_status_1_when_something_was_lost(gold, tmp_path, capsys):
    arguments = ["export", "--gold", str(gold), "--format", "conll", "--strict"]
    assert main([*arguments, "-o", str(tmp_path / "out.conll")]) == 1
    assert "a: lost 1 record value, 1 rejected suggestion" in capsys.readouterr().err
    assert (tmp_path / "out.conll").exists()
    assert main(["export", "--gold", str(gold), "--strict"]) == 0
