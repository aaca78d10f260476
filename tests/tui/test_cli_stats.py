"""`akapen stats`."""

import io
import json

import pytest
from rich.console import Console

from store.annotation import Annotation
from store.article import Article
from store.gold.dataset import GoldDataset
from store.span import Span
from tui.main import main
from tui.reports.tables import add_row, table

TEXT = "北斗食品株式会社は5月1日に公表した。"


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.json"
    with GoldDataset.open(path, annotator="花子") as dataset:
        dataset.add([Article.from_text(TEXT), Article.from_text("お知らせ。")])
        spans = (
            Span("s1", 0, 8, "ORG", TEXT[:8], "org.form", 0.9, status="accepted"),
            Span("s2", 9, 13, "DATE", TEXT[9:13], "dates[x]", 0.9, status="rejected"),
        )
        article = dataset.article_ids()[0]
        dataset.confirm(Annotation(article, "花子", spans, seconds=12.0, keystrokes=3))
        dataset.save(Annotation(article, "太郎", spans[:1], status="draft"))
    return path


def test_stats_are_tables(gold, capsys):
    assert main(["stats", "--gold", str(gold)]) == 0
    out = capsys.readouterr().out
    assert "2 articles by status" in out
    assert "dates[x]" in out
    rows = [line.split() for line in out.splitlines()]
    assert ["ORG", "2", "2", "0", "0", "0", "0", "1.000"] in rows
    assert ["花子", "1", "12.0", "12.0", "12.0", "3", "3.0", "3.0"] in rows


def test_stats_as_json_of_one_person(gold, capsys):
    assert main(["stats", "--gold", str(gold), "--annotator", "花子", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["status"] == {"花子": {"confirmed": 1, "draft": 0, "flagged": 0, "skipped": 0, "pending": 1}}
    assert found["labels"]["ORG"]["gold"] == 1
    assert found["span_rules"]["dates[x]"]["kept"] == 0.0


def test_stats_of_untouched_articles_are_one_line(tmp_path, capsys):
    path = tmp_path / "gold.json"
    with GoldDataset.open(path) as dataset:
        dataset.add([Article.from_text(TEXT)])
    assert main(["stats", "--gold", str(path)]) == 0
    assert capsys.readouterr().out == "1 article, all pending: nobody has opened one yet\n"


def test_whose_work_was_deleted_is_told_of_alone(gold, capsys):
    """Others have work there: only the log still knows this one."""
    with GoldDataset.open(gold, annotator="次郎") as dataset:
        [_, second] = dataset.article_ids()
        dataset.confirm(Annotation(second, "次郎"))
        dataset.delete(second)
    assert main(["stats", "--gold", str(gold), "--annotator", "次郎"]) == 0
    assert capsys.readouterr().out == "1 article, all pending: 次郎 has work on none of them\n"


def test_stats_of_a_stranger_are_refused(gold, capsys):
    assert main(["stats", "--gold", str(gold), "--annotator", "nobody"]) == 2
    assert "no such annotator" in capsys.readouterr().err


def test_stats_change_nothing_and_need_a_dataset(gold, tmp_path, capsys):
    before = gold.read_bytes()
    assert main(["stats", "--gold", str(gold)]) == 0
    assert gold.read_bytes() == before
    assert main(["stats", "--gold", str(tmp_path / "nix.json")]) == 2
    assert "nix.json" in capsys.readouterr().err


def test_another_schema_than_the_annotations_have_is_said(tmp_path, capsys):
    path = tmp_path / "gold.json"
    with GoldDataset.open(path, annotator="花子") as dataset:
        dataset.add([Article.from_text(TEXT)])
        dataset.confirm(Annotation(dataset.article_ids()[0], "花子", schema="incident 1.1"))
    for command in ("stats", "export"):
        assert main([command, "--gold", str(path), "--schema", "recall"]) == 0
        assert "1 annotation was made with the schema incident, not recall" in capsys.readouterr().err
        assert main([command, "--gold", str(path)]) == 0
        assert "made with" not in capsys.readouterr().err


def test_names_of_rules_and_figures_are_whole_at_80_columns():
    made = table(
        "values by rule", "rule", ["gold", "accepted", "edited", "added", "rejected", "undecided", "kept"]
    )
    add_row(made, "record.exposure.from_period", [1000] * 7)
    out = io.StringIO()
    Console(file=out, width=80).print(made)
    assert "…" not in out.getvalue() and "undecided" in out.getvalue()
    firsts = [line.split()[0] for line in out.getvalue().splitlines()[4:] if line.strip()]
    assert "".join(firsts).startswith("record.exposure.from_period")
