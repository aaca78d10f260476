import gc
import json

import pytest

from store.formats.articles import read_articles
from tui.main import main
from tui.tasks.extraction import FEW, extract_all

TEXT = "北斗食品株式会社は2023年4月5日、不正アクセスにより1万2,345件の氏名が漏えいしたと発表した。\n"


def write(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def lines(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_line_has_the_documented_shape(tmp_path, capsys):
    path = write(tmp_path, "a.txt", TEXT)
    assert main(["extract", path]) == 0
    [line] = lines(capsys)
    assert list(line) == ["id", "source", "text", "spans", "record", "evidence", "values"]
    assert (line["source"], line["text"]) == (path, TEXT)
    assert len(line["id"]) == 16
    for span in line["spans"]:
        assert list(span) == ["start", "end", "label", "text", "origin", "score", "why"]
        assert TEXT[span["start"] : span["end"]] == span["text"]
    date = next(span for span in line["spans"] if span["label"] == "DATE")
    assert (date["text"], date["origin"]) == ("2023年4月5日", "date.western")
    assert line["record"]["cause"] == ["unauthorized_access"]
    starts = [TEXT[start:end] for start, end in line["evidence"]["cause"]]
    assert starts == ["不正アクセス"]


def test_a_line_says_why(tmp_path, capsys):
    path = write(tmp_path, "a.txt", TEXT)
    assert main(["extract", path]) == 0
    [line] = lines(capsys)
    assert line["spans"][0]["why"] == ["株式会社"]
    values = {value["field"]: value for value in line["values"]}
    assert list(values) == list(line["record"])
    cause = values["cause"]
    assert (cause["value"], cause["evidence"]) == ("unauthorized_access", line["evidence"]["cause"])
    assert (cause["origin"], cause["why"]) == ("record.cause.term", ["不正アクセス"])
    assert cause["score"] == 0.88
    assert {value["runner_up"] for value in line["values"]} == {None}


def test_the_external_id_is_given_back(tmp_path, capsys):
    path = write(tmp_path, "a.jsonl", json.dumps({"id": "d-7", "text": TEXT, "source": "例"}))
    assert main(["extract", path]) == 0
    [line] = lines(capsys)
    assert (line["id"], line["source"]) == ("d-7", "例")


def test_named_columns_and_the_publication_date(tmp_path, capsys):
    text = "北斗食品株式会社は4月5日、不正アクセスにより個人情報が漏えいしたと発表した。"
    path = write(tmp_path, "a.csv", f"番号,本文\n1,{text}\n")
    assert (
        main(["extract", path, "--column", "text=本文", "--column", "id=番号", "--published", "2023年4月6日"])
        == 0
    )
    [line] = lines(capsys)
    assert (line["id"], line["text"]) == ("1", text)
    assert line["record"]["published_on"] == "2023-04-05"


@pytest.mark.parametrize("column", ["body=x", "text", "text="])
def test_a_wrong_column_is_refused(tmp_path, capsys, column):
    assert main(["extract", write(tmp_path, "a.txt", TEXT), "--column", column]) == 2
    assert "write PART=NAME" in capsys.readouterr().err


def test_a_wrong_date_is_refused(tmp_path, capsys):
    assert main(["extract", write(tmp_path, "a.txt", TEXT), "--published", "soon"]) == 2
    assert "--published soon: not a date" in capsys.readouterr().err


def test_a_bad_article_is_reported_and_passed_over(tmp_path, capsys):
    paths = [
        write(tmp_path, "1.txt", "いち"),
        write(tmp_path, "2.txt", b"\0"),
        write(tmp_path, "3.txt", "さん"),
    ]
    assert main(["extract", *paths]) == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["text"] for line in out.splitlines()] == ["いち", "さん"]
    assert err.splitlines() == [
        f"akapen: {paths[1]}: is binary (it holds NUL bytes); convert it to UTF-8 text first"
    ]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.txt", None, "no such file; check the path"),
        ("a.txt", b"", "is empty"),
        ("a.txt", b"\x89PNG\0", "is binary"),
        ("a.txt", bytes(range(128, 256)), "in no encoding known here"),
        ("a.jsonl", b"{}\n", "line 1: has no text"),
    ],
)
def test_when_nothing_can_be_read_the_status_is_2(tmp_path, capsys, name, content, problem):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    assert main(["extract", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"akapen: {path}")
    assert problem in err
    assert err.count("\n") == 1


def test_many_articles_come_in_input_order_from_all_cores(tmp_path, capsys):
    texts = [f"{number}番目。{TEXT * (80 if number % 7 == 0 else 1)}" for number in range(60)]
    assert sum(map(len, texts)) > FEW
    rows = [json.dumps({"text": text}) for text in texts]
    path = write(tmp_path, "a.jsonl", "\n".join([*rows[:30], "{", *rows[30:]]))
    assert main(["extract", path]) == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["text"] for line in out.splitlines()] == texts
    assert "line 31: not a JSON object" in err


def test_an_article_that_breaks_the_extractor_is_passed_over(tmp_path, monkeypatch):
    def suggest(self, text, published=None):
        raise TypeError("inner")

    monkeypatch.setattr("extract.extractor.Extractor.suggest", suggest)
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    [error] = extract_all(read_articles([path]), None)
    assert str(error) == f"{path} @ {TEXT.strip()}: can't be extracted: TypeError: inner"


def test_a_broken_schema_is_one_line(tmp_path, capsys):
    schema = write(tmp_path, "my.toml", 'name = "x"\nversion = 1\n')
    assert main(["extract", write(tmp_path, "a.txt", TEXT), "--schema", schema]) == 2
    assert (
        capsys.readouterr().err
        == f"akapen: {schema} @ line 2, version: expected text in quotes, got a whole number\n"
    )


@pytest.mark.parametrize("path", ["notice.txt", "missing.txt"])
def test_garbage_is_collected_again_afterwards(path, tmp_path):
    (tmp_path / "notice.txt").write_text(TEXT, "utf-8")
    main(["extract", str(tmp_path / path)])
    assert gc.isenabled()
