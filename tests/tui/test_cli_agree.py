"""`akapen agree`."""

import json

import pytest

from store.annotation import Annotation
from store.article import Article
from store.gold.dataset import GoldDataset
from store.span import Span
from tui.main import main

TEXT = "北斗食品株式会社は5月1日に公表した。"
ORG = Span("s1", 0, 8, "ORG", TEXT[:8], status="accepted")
DATE = Span("s2", 9, 13, "DATE", TEXT[9:13], status="accepted")


def write(path, **spans):
    with GoldDataset.open(path) as dataset:
        dataset.add([Article.from_text(TEXT)])
        for annotator, theirs in spans.items():
            dataset.confirm(Annotation(dataset.article_ids()[0], annotator, theirs))
    return str(path)


def test_annotators_of_one_dataset(tmp_path, capsys):
    gold = write(tmp_path / "gold.json", 花子=(ORG, DATE), 太郎=(ORG,))
    assert main(["agree", "--gold", gold]) == 0
    out = capsys.readouterr().out
    assert out.splitlines()[0] == "2 annotators on 1 article, 14 tokens"
    assert "太郎 · 花子" in out
    assert main(["agree", gold, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["pairs"][0]["spans"] == {"exact": pytest.approx(2 / 3), "overlap": pytest.approx(2 / 3)}
    assert found["labels"]["ORG"] == {"value": 1.0, "why": None}


def test_annotators_of_several_files_are_told_apart(tmp_path, capsys):
    one, other = (write(tmp_path / f"{name}.json", 花子=(ORG, DATE)) for name in "ab")
    lines = tmp_path / "machine.jsonl"
    span = {"start": 0, "end": 8, "label": "ORG"}
    lines.write_text(json.dumps({"text": TEXT, "spans": [span]}), "utf-8")
    assert main(["agree", one, other, str(lines), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found["annotators"]) == [f"花子 ({one})", f"花子 ({other})", "machine"]
    assert [pair["kappa"]["value"] == 1.0 for pair in found["pairs"]] == [True, False, False]


def test_a_dataset_is_named_once(tmp_path, capsys):
    gold = write(tmp_path / "gold.json", 花子=(ORG,), 太郎=(ORG,))
    assert main(["agree", gold, "--gold", gold]) == 2
    assert "name it beside the other files, without --gold" in capsys.readouterr().err


def test_lines_of_several_annotators_are_refused(tmp_path, capsys):
    gold, lines = write(tmp_path / "gold.json", 花子=(ORG, DATE), 太郎=(ORG,)), tmp_path / "both.jsonl"
    assert main(["export", "--gold", gold, "-o", str(lines)]) == 0
    assert main(["agree", gold, str(lines)]) == 2
    assert f"{lines}: labels the article {Article.from_text(TEXT).id} twice" in capsys.readouterr().err


def test_what_is_undefined_is_explained(tmp_path, capsys):
    assert main(["agree", write(tmp_path / "gold.json", 花子=(), 太郎=())]) == 0
    out = capsys.readouterr().out
    assert "– alpha on tokens: only one category was used" in out
    assert "– F1 of 太郎 · 花子: neither marked a span" in out


def test_one_annotator_alone_is_refused(tmp_path, capsys):
    gold = write(tmp_path / "gold.json", 花子=(ORG,))
    assert main(["agree", gold]) == 2
    assert (
        "no article is confirmed by two annotators; articles by annotator: 花子: 1" in capsys.readouterr().err
    )
    assert main(["agree", gold, "--status", "draft"]) == 2
