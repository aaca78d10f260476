"""`akapen import`: articles and annotations into a dataset."""

import io
import json

import pytest
from tinydb import TinyDB

from store.annotation import Annotation
from store.article import Article
from store.gold.dataset import GoldDataset
from store.span import Span
from tui.main import main
from tui.tasks import reviewing

TEXT = "北斗食品株式会社は2023年4月5日、不正アクセスを発表した。"


def test_import_puts_articles_into_a_file_that_tinydb_opens(tmp_path, capsys):
    (tmp_path / "sjis.txt").write_bytes("お詫び\r\n".encode("cp932"))
    path = tmp_path / "gold.json"
    assert main(["import", str(tmp_path / "sjis.txt"), "--gold", str(path), "--json"]) == 0
    out, err = capsys.readouterr()
    with TinyDB(path) as opened:
        [stored] = opened.table("articles").all()
    assert stored["text"] == "お詫び\n"
    assert json.loads(out) == {"added": [stored["id"]], "already": []}
    assert "read as Shift_JIS" in err
    assert "line ends CRLF became LF" in err
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith("gold")] == ["gold.json"]


def test_articles_that_are_there_are_said_and_skipped(gold, tmp_path, capsys):
    before = gold.read_bytes()
    capsys.readouterr()
    assert main(["import", str(tmp_path / "a.jsonl"), "--gold", str(gold)]) == 0
    err = capsys.readouterr().err
    assert err.count("already") == 3
    assert "0 imported, 2 there already" in err
    assert json.loads(gold.read_bytes())["articles"] == json.loads(before)["articles"]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("nix.txt", None, "no such file; check the path"),
        ("empty.txt", b"", "is empty"),
        ("binary.txt", b"\0\1", "is binary"),
        ("latin.txt", "naïve".encode("latin-1"), "in no encoding known here"),
        ("folder", "folder", "holds no article"),
    ],
)
def test_bad_input_is_one_line_and_nothing_is_written(tmp_path, capsys, name, content, problem):
    path = tmp_path / name
    if content == "folder":
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)
    gold = tmp_path / "gold.json"
    assert main(["import", str(path), "--gold", str(gold)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"akapen: {path}: ")
    assert problem in err
    assert err.count("\n") == 1
    assert not gold.exists()


def test_one_bad_file_keeps_all_from_being_imported(gold, tmp_path, capsys):
    (tmp_path / "new.txt").write_text("新しい記事。", "utf-8")
    before = gold.read_bytes()
    capsys.readouterr()
    arguments = [str(tmp_path / name) for name in ("new.txt", "nix.txt", "nox.txt")]
    assert main(["import", *arguments, "--gold", str(gold)]) == 2
    err = capsys.readouterr().err
    assert "nix.txt" in err
    assert "(nothing was imported)" in err
    assert gold.read_bytes() == before


@pytest.mark.parametrize("command", [["import", "a.jsonl"], ["export"], ["score", "gold.json"]])
@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'{"a": {}}', b"\x89PNG\0"])
def test_a_damaged_gold_file_is_refused_and_left_alone(tmp_path, monkeypatch, capsys, command, content):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": TEXT}), "utf-8")
    (tmp_path / "gold.json").write_bytes(content)
    arguments = command if command[0] == "score" else [*command, "--gold", "gold.json"]
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "gold.json" in err
    assert err.count("\n") == 1
    assert (tmp_path / "gold.json").read_bytes() == content


def test_an_unwritable_place_is_named(tmp_path, capsys):
    (tmp_path / "file").write_text("x", "utf-8")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert main(["import", str(tmp_path / "a.txt"), "--gold", str(tmp_path / "file" / "gold.json")]) == 2
    err = capsys.readouterr().err
    assert f"{tmp_path / 'file' / 'gold.json'}: " in err
    assert err.count("\n") == 1


def test_another_tools_annotations_are_imported(tmp_path, capsys):
    path, gold = tmp_path / "a.jsonl", tmp_path / "new.json"
    path.write_text(json.dumps({"text": TEXT, "label": [[0, 8, "COMPANY"]]}), "utf-8")
    arguments = ["import", str(path), "--format", "doccano", "--gold", str(gold), "--map", "COMPANY=ORG"]
    assert main([*arguments, "--annotator", "taro"]) == 0
    assert "1 annotation imported" in capsys.readouterr().err
    with GoldDataset.open(gold, annotator="taro", read_only=True) as dataset:
        [annotation] = dataset.annotations()
        assert dataset.annotation(annotation.article) == annotation
    assert (annotation.status, annotation.spans[0].text) == ("confirmed", "北斗食品株式会社")
    for mapping, problem in (
        ("COMPANY", "write THEIRS=OURS"),
        ("COMPANY=FIRM", "FIRM is no label of the schema"),
    ):
        assert main([*arguments[:-1], mapping]) == 2
        assert f"--map {mapping}" in (said := capsys.readouterr().err) and problem in said


def test_iob2_finds_its_article_again_though_wide_blanks_are_tokens_to_fugashi(tmp_path, capsys):
    text, gold, out = "\u3000北斗食品\u3000公表", tmp_path / "wide.json", tmp_path / "out.conll"
    with GoldDataset.open(gold, annotator="花子") as dataset:
        [article], _ = dataset.add([Article.from_text(text)])
        dataset.confirm(
            Annotation(article.id, "花子", (Span("s1", 1, 5, "ORG", text[1:5], status="accepted"),))
        )
    assert main(["export", "--gold", str(gold), "--format", "conll", "-o", str(out)]) == 0
    assert "\u3000" not in out.read_text("utf-8")
    capsys.readouterr()
    assert main(["import", str(out), "--format", "conll", "--gold", str(gold), "--annotator", "太郎"]) == 0
    said = capsys.readouterr().err
    assert "0 imported, 1 there already" in said
    assert f"akapen: {article.title}: is in {gold} already" in said
    with GoldDataset.open(gold, read_only=True) as dataset:
        assert {span.text for one in dataset.annotations() for span in one.spans} == {"北斗食品"}


def test_the_unit_of_offsets_can_be_said(tmp_path):
    path, gold = tmp_path / "a.jsonl", tmp_path / "new.json"
    path.write_text(json.dumps({"text": "𠮷野食品が公表", "label": [[0, 5, "ORG"]]}), "utf-8")
    asked = ["import", str(path), "--format", "doccano", "--unit", "utf-16", "--gold", str(gold)]
    assert main(asked) == 0
    with GoldDataset.open(gold, read_only=True) as dataset:
        [annotation] = dataset.annotations()
    assert [span.text for span in annotation.spans] == ["𠮷野食品"]


def test_our_own_export_can_be_taken_as_suggestions(gold, tmp_path):
    out, other = tmp_path / "out.jsonl", tmp_path / "other.json"
    assert main(["export", "--gold", str(gold), "-o", str(out)]) == 0
    asked = ["import", str(out), "--format", "jsonl", "--as", "suggestions", "--annotator", "太郎"]
    assert main([*asked, "--gold", str(other)]) == 0
    with GoldDataset.open(other, read_only=True) as dataset:
        [annotation] = dataset.annotations()
    assert (annotation.annotator, annotation.status) == ("太郎", "pending")
    assert {one.status for one in (*annotation.spans, *annotation.values)} == {"suggested"}


@pytest.mark.parametrize("asked", [["--as", "suggestions"], ["--map", "A=ORG"], ["--unit", "utf-16"]])
def test_what_says_how_to_take_annotations_needs_a_format(gold, tmp_path, capsys, asked):
    assert main(["import", str(gold), "--gold", str(tmp_path / "new.json"), *asked]) == 2
    assert "say with --format which annotations the files hold" in capsys.readouterr().err
    assert not (tmp_path / "new.json").exists()


@pytest.mark.parametrize("asked", [["--column", "text=本文"], ["--published", "2024-05-01"]])
def test_what_says_how_to_read_articles_has_no_place_beside_a_format(gold, tmp_path, capsys, asked):
    command = ["import", str(gold), "--format", "doccano", "--gold", str(tmp_path / "new.json"), *asked]
    assert main(command) == 2
    assert f"{asked[0]}: not with --format doccano" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("doccano", {"text": TEXT, "label": [[0, 8, "ORG"]]}),
        ("jsonl", {"text": TEXT, "spans": [{"start": 0, "end": 8, "label": "ORG"}]}),
        ("label-studio", [{"data": {"text": TEXT}, "annotations": [{"result": []}]}]),
    ],
)
def test_annotations_come_through_a_pipe(tmp_path, monkeypatch, name, content):
    piped = io.TextIOWrapper(io.BytesIO(json.dumps(content).encode()))
    monkeypatch.setattr("sys.stdin", piped)
    new = tmp_path / "new.json"
    assert main(["import", "-", "--format", name, "--gold", str(new)]) == 0
    with GoldDataset.open(new, read_only=True) as dataset:
        assert [article.text for article in dataset.articles()] == [TEXT]


@pytest.mark.parametrize(
    "command",
    [["import", "a.txt", "--gold"], ["review", "--gold"], ["merge", "gold.json", "gold.json", "-o"]],
)
def test_nothing_makes_a_folder_that_may_be_misspelt(gold, tmp_path, capsys, monkeypatch, command):
    monkeypatch.setattr(reviewing, "check_terminal", lambda paths: None)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    gold.rename(tmp_path / "gold.json")
    assert main([*command, "nix/g.json"]) == 2
    assert "nix/g.json: there is no folder nix; make it first" in capsys.readouterr().err
    assert not (tmp_path / "nix").exists()


def test_a_named_annotator_wins_over_the_file(gold, tmp_path, capsys):
    out, other = tmp_path / "out.jsonl", tmp_path / "other.json"
    assert main(["export", "--gold", str(gold), "-o", str(out)]) == 0
    assert main(["import", str(out), "--gold", str(other), "--annotator", "taro"]) == 0
    assert "an annotation of hanako taken as taro's" in capsys.readouterr().err
    with GoldDataset.open(other, read_only=True) as dataset:
        assert dataset.annotators() == ("taro",)


def test_one_bad_row_is_said_to_stop_the_import(tmp_path, capsys):
    (tmp_path / "a.csv").write_text('id,text\n1,お知らせ。\n2,""\n', "utf-8")
    assert main(["import", str(tmp_path / "a.csv"), "--gold", str(tmp_path / "g.json")]) == 2
    err = capsys.readouterr().err
    assert "row 2: has no text in 'text' (nothing was imported)" in err
    assert not (tmp_path / "g.json").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--published", ""], "--published (empty): not a date"),
        (["--column", "text"], "--column text: write PART=NAME, as in text=本文"),
    ],
)
def test_reading_options_that_say_nothing_are_refused(tmp_path, capsys, arguments, words):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert main(["extract", str(tmp_path / "a.txt"), *arguments]) == 2
    assert words in capsys.readouterr().err


def confirmed_elsewhere(gold, tmp_path):
    """Export what is confirmed, and return the file and a new dataset of the same articles."""
    out, other = tmp_path / "done.jsonl", tmp_path / "other.json"
    assert main(["export", "--gold", str(gold), "-o", str(out)]) == 0
    assert main(["import", str(tmp_path / "a.jsonl"), "--gold", str(other)]) == 0
    return out, other


def test_what_is_confirmed_replaces_suggestions_that_nobody_has_touched(gold, tmp_path, capsys):
    out, other = confirmed_elsewhere(gold, tmp_path)
    with GoldDataset.open(other, annotator="hanako") as dataset:
        article = dataset.article_ids()[0]
        dataset.save(Annotation(article, "hanako", (Span("s1", 0, 2, "ORG", TEXT[:2]),)))
    assert main(["import", str(out), "--gold", str(other)]) == 0
    assert "1 annotation imported, 0 there already and kept" in capsys.readouterr().err
    with GoldDataset.open(other, annotator="hanako") as dataset:
        annotation = dataset.annotation(article)
        assert annotation is not None
        assert (annotation.status, annotation.span("s1").end) == ("confirmed", 8)


@pytest.mark.parametrize("change", [{"status": "draft"}, {"note": "mine"}])
def test_what_somebody_has_begun_is_kept(gold, tmp_path, capsys, change):
    out, other = confirmed_elsewhere(gold, tmp_path)
    with GoldDataset.open(other, annotator="hanako") as dataset:
        mine = Annotation(dataset.article_ids()[0], "hanako", **change)
        dataset.save(mine)
    assert main(["import", str(out), "--gold", str(other)]) == 0
    assert "0 annotations imported, 1 there already and kept" in capsys.readouterr().err
    with GoldDataset.open(other, annotator="hanako") as dataset:
        assert dataset.annotation(mine.article).status == mine.status
