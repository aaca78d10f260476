"""`akapen log`, `diff`, `merge`, `delete` and `doctor`."""

import json

import msgspec
import pytest

from store.annotation import Annotation
from store.article import Article
from store.gold.dataset import GoldDataset
from store.span import Span
from tui.main import main

TEXT = "北斗食品株式会社は5月1日に公表した。"
ORG = Span("s1", 0, 8, "ORG", "北斗食品株式会社", status="accepted")
DATE = Span("s2", 9, 13, "DATE", "5月1日", status="accepted")


@pytest.fixture
def gold(tmp_path):
    """A dataset of one article that was confirmed twice, with a backup of the first time."""
    path = tmp_path / "gold.json"
    with GoldDataset.open(path, annotator="花子") as dataset:
        dataset.add([Article.from_text(TEXT, title="お知らせ\x1b[31m", external_id="case-1")])
        dataset.confirm(Annotation(dataset.article_ids()[0], "花子", (ORG,)))
    with GoldDataset.open(path, annotator="花子") as dataset:
        first = dataset.annotation(dataset.article_ids()[0])
        dataset.confirm(msgspec.structs.replace(first, spans=(ORG, DATE)))
    return path


def article_id():
    return Article.from_text(TEXT).id


def test_log_lists_events(gold, capsys):
    assert main(["log", "--gold", str(gold)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(" ", 1)[1] for line in lines] == [
        f"花子 confirm {article_id()}@{number} お知らせ\\u001b[31m" for number in (1, 2)
    ]


@pytest.mark.parametrize("name", ["case-1", article_id(), article_id()[:6]])
def test_log_of_one_article_tells_what_changed(gold, capsys, name):
    assert main(["log", name, "--gold", str(gold)]) == 0
    assert f"  + {article_id()} 花子 span DATE: DATE 9-13 5月1日" in capsys.readouterr().out.splitlines()


def test_log_as_json(gold, capsys):
    assert main(["log", "--gold", str(gold), "--json"]) == 0
    entries = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(entry["event"], entry["revision"]) for entry in entries] == [("confirm", 1), ("confirm", 2)]
    assert entries[1]["changes"][0]["after"] == "DATE 9-13 5月1日"


def test_a_log_without_events_says_so(tmp_path, capsys):
    path = tmp_path / "new.json"
    with GoldDataset.open(path) as dataset:
        dataset.add([Article.from_text(TEXT)])
    assert main(["log", "--gold", str(path)]) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"akapen: {path}: no event yet")


def test_a_log_of_nobody_says_who_is_there(gold, capsys):
    assert main(["log", "--annotator", "次郎", "--gold", str(gold)]) == 2
    assert "--annotator 次郎: no such annotator" in capsys.readouterr().err
    assert main(["delete", "case-1", "--gold", str(gold)]) == 0
    assert main(["log", "--annotator", "花子", "--gold", str(gold)]) == 0
    assert "delete" in capsys.readouterr().out


def test_an_unknown_article_is_said(gold, capsys):
    assert main(["log", "case-9", "--gold", str(gold)]) == 2
    assert "case-9: no such article" in capsys.readouterr().err


def test_diff_of_datasets(gold, capsys):
    assert main(["diff", f"{gold}.1", str(gold)]) == 1
    assert capsys.readouterr().out == f"+ {article_id()} 花子 span DATE: DATE 9-13 5月1日\n"
    assert main(["diff", str(gold), str(gold)]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        (["--annotator", "花子"], "--gold, --annotator: for two revisions"),
        (["case-1@1"], "case-1@1: a revision is compared with a revision"),
    ],
)
def test_diff_refuses_what_would_do_nothing(gold, capsys, more, problem):
    files = [str(gold)] if "@" in more[0] else [str(gold), str(gold)]
    assert main(["diff", *files, *more]) == 2
    assert problem in capsys.readouterr().err


def test_revisions_of_two_articles_are_not_compared(gold, capsys):
    other = Article.from_text("別の記事。", external_id="case-2")
    with GoldDataset.open(gold, annotator="花子") as dataset:
        dataset.add([other])
        dataset.confirm(Annotation(other.id, "花子"))
    command = ["diff", "case-1@1", "case-2@1", "--gold", str(gold), "--annotator", "花子"]
    assert main(command) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", "akapen: case-2@1: of another article than case-1@1; name one twice\n")


def test_diff_of_revisions(gold, capsys):
    revisions = [f"case-1@{number}" for number in (2, 1)]
    assert main(["diff", *revisions, "--gold", str(gold), "--annotator", "花子", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["before"] == "DATE 9-13 5月1日"
    assert main(["diff", "case-1@2", "case-1@", "--gold", str(gold), "--annotator", "花子"]) == 0
    assert main(["diff", "case-1@2", "case-1@7", "--gold", str(gold), "--annotator", "花子"]) == 2
    assert "case-1@7: no such revision by 花子" in capsys.readouterr().err


def test_merging_an_earlier_state_is_no_conflict(gold, tmp_path, capsys):
    out = tmp_path / "both.json"
    assert main(["merge", f"{gold}.1", str(gold), "-o", str(out)]) == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", f"akapen: {out}: 1 article, 1 annotator, 0 conflicts\n")
    assert main(["diff", str(gold), str(out)]) == 0
    assert main(["merge", str(gold), str(gold), "-o", str(out)]) == 2
    assert "there already" in capsys.readouterr().err


def test_merge_says_conflicts_and_keeps_both(gold, tmp_path, capsys):
    other, out = tmp_path / "other.json", tmp_path / "both.json"
    with GoldDataset.open(other, annotator="花子") as dataset:
        dataset.add([Article.from_text(TEXT, title="別の題")])
        dataset.save(Annotation(article_id(), "花子", (DATE,), updated="2020-01-01T00:00:00+09:00"))
    assert main(["merge", str(gold), str(other), "-o", str(out), "--json"]) == 1
    conflicts = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["kind"], one["key"]) for one in conflicts] == [
        ("article", "title"),
        ("article", "external_id"),
        ("span", "ORG"),
        ("status", ""),
    ]
    assert main(["log", article_id(), "--gold", str(out)]) == 0
    assert f" merge {article_id()}@3" in capsys.readouterr().out
    assert main(["diff", str(gold), str(out)]) == 0


def test_articles_from_another_folder_are_no_conflict(tmp_path, capsys):
    paths = [tmp_path / name for name in ("a.json", "b.json", "both.json")]
    for path, folder in zip(paths, ("notices", "../work/notices"), strict=False):
        with GoldDataset.open(path) as dataset:
            dataset.add([Article.from_text(TEXT, source=f"{folder}/kaiun.txt")])
    assert main(["merge", *map(str, paths[:2]), "-o", str(paths[2])]) == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err[-13:]) == ("", " 0 conflicts\n")
    with GoldDataset.open(paths[2], read_only=True) as merged:
        assert [article.source for article in merged.articles()] == ["notices/kaiun.txt"]


def test_delete_is_logged(gold, capsys):
    assert main(["delete", "case-1", "--gold", str(gold), "--annotator", "太郎"]) == 0
    assert main(["log", "--gold", str(gold)]) == 0
    assert f"太郎 delete {article_id()}@3 of 花子\n" in capsys.readouterr().out
    for name in ("case-1", article_id()):
        assert main(["delete", name, "--gold", str(gold)]) == 2
        assert f"{name}: no such article" in capsys.readouterr().err


def test_delete_takes_whole_ids_alone(gold, capsys):
    for name in ("", article_id()[:8], article_id()[0]):
        assert main(["delete", name, "--gold", str(gold)]) == 2
        assert "no such article" in capsys.readouterr().err
    with GoldDataset.open(gold, read_only=True) as dataset:
        assert dataset.article_ids() == (article_id(),)


def test_of_several_articles_of_one_name_the_ids_are_told(gold, capsys):
    others = [Article.from_text(f"別の記事{number}。", external_id="no") for number in range(4)]
    with GoldDataset.open(gold) as dataset:
        dataset.add(others)
    for command in ("delete", "log"):
        assert main([command, "no", "--gold", str(gold)]) == 2
        told = f"4 articles are meant by it in {gold}; name one by its id"
        listed = ", ".join(one.id for one in others[:3])
        assert capsys.readouterr().err == f"akapen: no: {told} ({listed}, …)\n"


def test_the_articles_are_gone_through_once_however_many_are_deleted(gold, capsys, monkeypatch):
    others = [Article.from_text(f"別の記事{number}。", external_id=f"no-{number}") for number in range(3)]
    with GoldDataset.open(gold) as dataset:
        dataset.add(others)
    times, articles = [], GoldDataset.articles
    monkeypatch.setattr(GoldDataset, "articles", lambda self: times.append(1) or articles(self))
    names = ["no-0", others[1].id, "no-1", "case-1", "no-0"]
    assert main(["delete", *names, "--gold", str(gold)]) == 0
    assert (capsys.readouterr().err, times) == (f"akapen: {gold}: 3 articles deleted\n", [1])
    with GoldDataset.open(gold, read_only=True) as dataset:
        assert dataset.article_ids() == (others[2].id,)


def test_the_id_that_a_source_gave_goes_before_the_beginning_of_another(gold, capsys):
    other = Article.from_text("別の記事。", external_id=article_id()[:2])
    with GoldDataset.open(gold, annotator="花子") as dataset:
        dataset.add([other])
        dataset.confirm(Annotation(other.id, "花子"))
    assert main(["log", article_id()[:2], "--gold", str(gold)]) == 0
    assert f"confirm {other.id}@1" in capsys.readouterr().out
    assert main(["delete", article_id()[:2], "--gold", str(gold)]) == 0
    with GoldDataset.open(gold, read_only=True) as dataset:
        assert dataset.article_ids() == (article_id(),)


def test_doctor_finds_nothing(gold, capsys):
    assert main(["doctor", "--gold", str(gold)]) == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", f"akapen: {gold}: nothing wrong\n")


def test_doctor_repairs_to_a_new_file(gold, tmp_path, capsys):
    data = gold.read_bytes().replace(b'"end":13', b'"end":99')
    gold.write_bytes(data)
    out = tmp_path / "saved.json"
    assert main(["doctor", "--gold", str(gold), "--repair", str(out)]) == 1
    printed = capsys.readouterr()
    assert printed.out == "annotations[1].spans[1]: 9-99 lies outside the text of 19 characters (lost)\n"
    assert "1 could not be saved" in printed.err
    assert gold.read_bytes() == data
    assert main(["doctor", "--gold", str(out)]) == 0


@pytest.mark.parametrize("content", ["hello", '{"songs": {"1": {"title": "x"}}}'])
def test_doctor_saves_nothing_of_what_is_no_dataset(tmp_path, capsys, content):
    path, out = tmp_path / "other.json", tmp_path / "saved.json"
    path.write_text(content, "utf-8")
    assert main(["doctor", "--gold", str(path), "--repair", str(out)]) == 2
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == 1
    assert f"{path}: nothing in it can be saved: {out} was not written" in printed.err
    assert not out.exists()


def test_doctor_tells_what_of_a_cut_file_is_left_and_which_backup_is_whole(gold, capsys):
    with GoldDataset.open(gold, annotator="花子") as dataset:
        dataset.add([Article.from_text("別の記事。")])
    backup = gold.with_name("gold.json.1")
    assert backup.exists()
    data = gold.read_bytes()
    gold.write_bytes(data[: data.index(b'"annotations"')])
    assert main(["doctor", "--gold", str(gold)]) == 1
    printed = capsys.readouterr()
    lost = ["annotations", "histories", "steps", "revisions"]
    assert [line for line in printed.out.splitlines() if "nothing is there" in line] == [
        f"file: of {name} nothing is there (lost)" for name in lost
    ]
    saved = "2 articles, 0 annotations, 0 undo steps, 0 confirmed revisions"
    assert f"akapen: {gold}: can be saved: {saved}\n" in printed.err
    whole = "1 article, 1 annotation, 0 undo steps, 2 confirmed revisions"
    assert f"akapen: {backup}: a backup without anything wrong: {whole}\n" in printed.err


@pytest.mark.parametrize(
    "command", [["export"], ["export", "--format", "conll"], ["score"], ["stats"], ["release", "-o", "out"]]
)
def test_spans_outside_their_text_are_refused(gold, tmp_path, monkeypatch, capsys, command):
    monkeypatch.chdir(tmp_path)
    gold.write_bytes(gold.read_bytes().replace(b'"end":13', b'"end":914'))
    where = [str(gold)] if command[0] == "score" else ["--gold", str(gold)]
    assert main([*command, *where]) == 2
    err = capsys.readouterr().err
    assert "@ annotations[1].spans[1]: 9-914 lies outside the text of 19 characters; `akapen doctor`" in err
    assert not (tmp_path / "out").exists()


def test_doctor_shows_long_texts_in_short(gold, capsys):
    gold.write_bytes(gold.read_bytes().replace('5月1日",'.encode(), f'{"長" * 900}",'.encode()))
    assert main(["doctor", "--gold", str(gold)]) == 1
    [line] = capsys.readouterr().out.splitlines()
    assert line.startswith(
        f"annotations[1].spans[1]: says '{'長' * 40}'… (900 characters) where the text has"
    )


def test_doctor_tells_of_annotations_made_with_another_schema(gold, capsys):
    with GoldDataset.open(gold, annotator="太郎") as dataset:
        spans = (msgspec.structs.replace(ORG, label="PRODUCT"),)
        dataset.save(Annotation(article_id(), "太郎", spans, schema="recall 1.0"))
        dataset.save(Annotation(article_id(), "次郎", schema="incident 1.2"))
    assert main(["doctor", "--gold", str(gold)]) == 1
    printed = capsys.readouterr()
    assert "the schema has no label PRODUCT" in printed.out
    assert (
        "1 annotation was made with the schema recall, not incident; --schema recall names it" in printed.err
    )


def test_doctor_as_json(gold, capsys):
    gold.write_bytes(gold.read_bytes()[:-200])
    assert main(["doctor", "--gold", str(gold), "--json"]) == 1
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    assert first["place"] == "file"
    assert "damaged" in first["problem"]
    assert "doctor" not in first["problem"]


def test_doctor_without_a_file(tmp_path, capsys):
    assert main(["doctor", "--gold", str(tmp_path / "none.json")]) == 2
    assert "none.json" in capsys.readouterr().err
