"""By which schema a dataset is read, and when a review refuses to begin."""

import json

import pytest

from store.annotation import Annotation
from store.article import Article
from store.errors import UsageError
from store.gold.dataset import GoldDataset
from store.schemas.loading import load_schema
from store.span import Span
from store.value import FieldValue
from tui.main import main
from tui.tasks import reviewing
from tui.tasks.choosing_schema import schema_of
from tui.tasks.settling_schema import settle_schema

TEXT = "北斗食品株式会社の冷凍庫XQ-1を回収する。"
PRODUCT = Span("s1", 9, 12, "PRODUCT", "冷凍庫", status="accepted")
OLD = Span("s2", 12, 16, "OLD", "XQ-1", status="accepted")


@pytest.fixture
def made(tmp_path):
    """Return what makes a dataset of one article with an annotation of each schema named."""

    def dataset(*stamps):
        path = tmp_path / "gold.json"
        with GoldDataset.open(path, annotator="hanako") as gold:
            [article], _ = gold.add([Article.from_text(TEXT)])
            for number, stamp in enumerate(stamps):
                gold.confirm(Annotation(article.id, f"person-{number}", (PRODUCT,), schema=stamp))
        return path

    return dataset


def reviewed_by(path, asked=None):
    with GoldDataset.open(path, annotator="hanako") as gold:
        return settle_schema(gold, asked).name


@pytest.mark.parametrize(
    ("stamps", "asked", "chosen"),
    [
        ((), None, "incident"),
        ((), "recall", "recall"),
        (("incident 1.0",), None, "incident"),
        (("recall 1.0", "recall 0.9"), None, "recall"),
        (("", "recall 1.0"), None, "recall"),
        (("incident 1.2", "recall 1.0"), "recall", "recall"),
    ],
)
def test_the_review_takes_the_schema_of_the_annotations(made, stamps, asked, chosen):
    assert reviewed_by(made(*stamps), asked and load_schema(asked)) == chosen


def test_a_schema_that_was_not_asked_for_is_said(made, capsys):
    path = made("recall 1.0")
    assert reviewed_by(path) == "recall"
    assert capsys.readouterr().err == (
        f"akapen: {path}: read by the schema recall, which its annotations were made with\n"
    )


@pytest.mark.parametrize(
    ("stamps", "asked", "problem"),
    [
        (
            ("closure 1.0", "closure 1.1"),
            None,
            "2 annotations were made with the schema closure, not incident; "
            "name that with --schema FILE, or another dataset with --gold",
        ),
        (("recall 1.0",), "incident", "1 annotation was made with the schema recall, not incident; "),
        (("recall 1.0",), "incident", "name that with --schema recall, "),
        (
            ("incident 1.2", "recall 1.0", "recall 1.0"),
            None,
            "annotations were made with several schemas (incident: 1, recall: 2); choose one with --schema ",
        ),
    ],
)
def test_a_review_by_another_schema_is_refused(made, stamps, asked, problem):
    path = made(*stamps)
    with pytest.raises(UsageError) as caught:
        reviewed_by(path, asked and load_schema(asked))
    assert caught.value.message.startswith(f"{path}: ")
    assert problem in caught.value.message


def test_what_another_schema_made_is_said_where_one_was_chosen(made, capsys):
    path = made("incident 1.2", "recall 1.0")
    assert reviewed_by(path, load_schema("incident")) == "incident"
    other = "1 annotation was made with the schema recall, not incident; --schema recall names it"
    assert capsys.readouterr().err == f"akapen: {path}: {other}\n"


def test_reading_by_another_schema_is_said_where_one_was_asked_for(made, capsys):
    path = made("closure 1.0")
    with GoldDataset.open(path, read_only=True) as gold:
        assert schema_of(gold, load_schema("incident")).name == "incident"
    assert "made with the schema closure, not incident; --schema FILE names it" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["stats"], ["export"], ["score"], ["release", "-o", "out"]])
def test_a_schema_of_ones_own_has_to_be_named(made, capsys, command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = made("closure 1.0", "closure 1.1")
    dataset = [str(path)] if command == ["score"] else ["--gold", str(path)]
    assert main([*command, *dataset]) == 2
    problem = "2 annotations were made with the schema closure, not incident; name that with --schema FILE"
    assert capsys.readouterr().err == f"akapen: {path}: {problem}\n"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["doctor", "stats", "export"])
def test_commands_read_a_dataset_by_its_own_schema(made, capsys, command):
    path = made("recall 1.0")
    assert main([command, "--gold", str(path)]) == 0
    assert "read by the schema recall" in capsys.readouterr().err


def test_annotators_are_compared_by_the_schema_of_their_dataset(made, capsys):
    path = made("recall 1.0", "recall 1.0")
    assert main(["agree", str(path)]) == 0
    assert "read by the schema recall" in capsys.readouterr().err


def test_annotations_of_another_tool_join_by_the_schema_of_the_dataset(made, tmp_path, capsys):
    path, lines = made("recall 1.0"), tmp_path / "theirs.jsonl"
    lines.write_text(json.dumps({"text": TEXT + "。", "label": [[9, 12, "PRODUCT"]]}), "utf-8")
    command = ["import", str(lines), "--format", "doccano", "--gold", str(path), "--annotator", "hanako"]
    assert main(command) == 0
    with GoldDataset.open(path, annotator="hanako") as gold:
        assert [span.label for span in gold.annotation(gold.article_ids()[1]).spans] == ["PRODUCT"]
    assert main([*command, "--schema", "incident"]) == 2
    assert "made with the schema recall, not incident" in capsys.readouterr().err


def test_a_score_is_by_the_schema_of_the_gold(made, capsys):
    path = made("recall 1.0")
    assert main(["score", str(path)]) == 0
    assert "read by the schema recall" in capsys.readouterr().err


def test_a_release_has_the_schema_of_its_annotations(made, tmp_path, capsys):
    path = made("recall 1.0")
    assert main(["release", "--gold", str(path), "-o", str(tmp_path / "out")]) == 0
    assert 'name = "recall"' in (tmp_path / "out" / "schema.toml").read_text("utf-8")
    assert main(["release", "--gold", str(path), "--schema", "incident", "-o", str(tmp_path / "two")]) == 0
    assert "1 annotation was made with the schema recall, not incident" in capsys.readouterr().err


def test_a_review_that_is_refused_has_brought_nothing_in(made, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(reviewing, "check_terminal", lambda paths: None)
    both, out = made("incident 1.2", "recall 1.0"), tmp_path / "recall.jsonl"
    exporting = ["export", "--gold", str(both), "--annotator", "person-1", "--schema", "recall"]
    assert main([*exporting, "-o", str(out)]) == 0
    both.unlink()
    before = (gold := made("incident 1.2")).read_bytes()
    assert main(["review", str(out), "--gold", str(gold)]) == 2
    assert "made with several schemas (incident: 1, recall: 1)" in capsys.readouterr().err
    assert gold.read_bytes() == before


@pytest.mark.parametrize("choose", [schema_of, settle_schema])
def test_what_a_changed_schema_has_no_place_for_is_said(tmp_path, capsys, choose):
    value = FieldValue("v1", "hazard_of_old", "fire", ("s1",), status="accepted")
    path = tmp_path / "gold.json"
    with GoldDataset.open(path, annotator="hanako") as gold:
        [article], _ = gold.add([Article.from_text(TEXT)])
        gold.confirm(Annotation(article.id, "hanako", (PRODUCT, OLD), (value,), schema="recall 0.1"))
        schema = choose(gold, None)
    lacking = "annotations made by recall 0.1 hold: 1 span of OLD, 1 value of hazard_of_old"
    assert f"akapen: {path}: {schema.stamp} lacks what {lacking}\n" in capsys.readouterr().err


def test_nothing_is_said_where_another_version_has_a_place_for_all(made, capsys):
    path = made("recall 0.1")
    with GoldDataset.open(path, read_only=True) as gold:
        schema_of(gold, None)
    assert "lacks" not in capsys.readouterr().err


@pytest.fixture
def killed(tmp_path):
    """A dataset whose first session was killed: there is nothing of it yet but the journal."""
    path = tmp_path / "gold.json"
    journal = path.with_name("gold.json.journal")
    with GoldDataset.open(path, annotator="hanako") as gold:
        [article], _ = gold.add([Article.from_text(TEXT)])
        gold.save(Annotation(article.id, "hanako", (PRODUCT,), schema="recall 1.0"))
        saved = journal.read_bytes()
    path.unlink()
    journal.write_bytes(saved)
    return path


def test_annotations_join_what_a_killed_session_left_by_its_schema(killed, capsys):
    (killed.parent / "a.conll").write_text("冷凍 B-PRODUCT\n庫 I-PRODUCT\n", "utf-8")
    assert main(["import", str(killed.parent / "a.conll"), "--format", "conll", "--gold", str(killed)]) == 0
    assert "read by the schema recall" in capsys.readouterr().err


@pytest.mark.parametrize(
    "way", [["merge", "{made}", "{made}", "-o"], ["doctor", "--gold", "{made}", "--repair"]]
)
def test_nothing_is_written_over_what_a_killed_session_left(killed, capsys, tmp_path, way):
    other = tmp_path / "other.json"
    with GoldDataset.open(other) as gold:
        gold.add([Article.from_text("北斗食品")])
    assert main([part.format(made=other) for part in way] + [str(killed)]) == 2
    assert "gold.json: there already: name a new file" in capsys.readouterr().err
    assert not killed.exists()
