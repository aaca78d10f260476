"""What commands say of articles that several people have annotated."""

import json

import pytest

from store.annotation import Annotation
from store.article import Article
from store.gold.dataset import GoldDataset
from store.span import Span
from tui.main import main

TEXT = "北斗食品株式会社は5月1日に公表した。"
ORG = Span("s1", 0, 8, "ORG", TEXT[:8], status="accepted")
REJECTED = Span("s2", 9, 13, "DATE", TEXT[9:13], status="rejected")


@pytest.fixture
def shared(tmp_path):
    """A dataset of three articles: two confirmed by two people, one by one of them."""
    path = tmp_path / "gold.json"
    with GoldDataset.open(path, annotator="hanako") as dataset:
        articles, _ = dataset.add(Article.from_text(TEXT + "。" * number) for number in range(3))
        for article in articles:
            dataset.confirm(Annotation(article.id, "hanako", (ORG, REJECTED)))
        for article in articles[:2]:
            dataset.confirm(Annotation(article.id, "taro", (ORG, REJECTED)))
    return path


TOLD = (
    "akapen: 2 articles are annotated by several people (hanako, taro): "
    "each is written once a person; --annotator NAME takes one's"
)


def test_an_export_says_that_texts_are_written_once_a_person(shared, tmp_path, capsys):
    out = tmp_path / "out.jsonl"
    assert main(["export", "--gold", str(shared), "-o", str(out)]) == 0
    assert TOLD in capsys.readouterr().err.splitlines()
    assert main(["export", "--gold", str(shared), "--annotator", "taro", "-o", str(out), "--force"]) == 0
    assert "several people" not in capsys.readouterr().err


def test_a_release_says_it_too(shared, tmp_path, capsys):
    assert main(["release", "--gold", str(shared), "-o", str(tmp_path / "out")]) == 0
    assert TOLD in capsys.readouterr().err.splitlines()


def test_losses_name_the_annotator_where_there_are_several(shared, tmp_path, capsys):
    command = ["export", "--gold", str(shared), "--format", "conll", "-o", str(tmp_path / "out.conll")]
    assert main(command) == 0
    lines = [line for line in capsys.readouterr().err.splitlines() if ": lost " in line]
    article = Article.from_text(TEXT).id
    assert len(lines) == 5
    assert f"akapen: {article} by taro: lost 1 rejected suggestion" in lines
    assert main([*command, "--annotator", "taro", "--force"]) == 0
    assert f"akapen: {article}: lost 1 rejected suggestion" in capsys.readouterr().err.splitlines()


def test_a_score_counts_annotations_and_articles(shared, capsys):
    assert main(["score", str(shared)]) == 0
    assert "spans of 5 annotations of 3 articles" in capsys.readouterr().out
    assert main(["score", str(shared), "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["annotations"], result["articles"]) == (5, 3)


@pytest.mark.parametrize("name", ["jsonl", "doccano"])
def test_an_article_of_several_people_is_imported_once_and_is_no_duplicate(shared, tmp_path, capsys, name):
    out, gold = tmp_path / "out.jsonl", tmp_path / "new.json"
    assert main(["export", "--gold", str(shared), "--format", name, "-o", str(out)]) == 0
    capsys.readouterr()
    command = ["import", str(out), "--format", name, "--gold", str(gold)]
    for counts in ("3 imported, 0 there already", "0 imported, 3 there already"):
        assert main(command) == 0
        said = capsys.readouterr().err
        assert f"akapen: {gold}: {counts}\n" in said
        assert said.count("; skipped") == (3 if counts.startswith("0") else 0)
    (tmp_path / "twice.jsonl").write_text((json.dumps({"text": "別"}) + "\n") * 2, "utf-8")
    assert main(["import", str(tmp_path / "twice.jsonl"), "--gold", str(gold)]) == 0
    assert "1 imported, 1 there already" in capsys.readouterr().err
