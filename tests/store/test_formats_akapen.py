import json

import pytest
from msgspec.structs import replace

from store.annotation import Annotation
from store.article import Article
from store.errors import DataError
from store.formats.akapen_export import write_akapen
from store.formats.articles import read_articles
from store.formats.fitting import Fitting
from store.formats.foreign_import import read_foreign
from store.formats.labelled_lines import read_labelled
from store.formats.piece import Settings
from store.schemas.loading import load_schema
from store.span import Extent, Span
from store.value import FieldValue

TEXT = "𠮷野食品が「が👨‍👩‍👧」\u3000は4月5日、\n氏名の漏えいを公表。"
ARTICLE = Article.from_text(
    TEXT, title="題", source="例", published="2023-04", external_id="no-1", meta={"担当": "山", "n": 1}
)
ANNOTATION = Annotation(
    ARTICLE.id,
    "花子",
    spans=(
        Span("s1", 0, 4, "ORG", TEXT[:4], "org.name", 0.9, ("食品",), "accepted", Extent(0, 3, "ORG")),
        Span("s2", 7, 12, "SERVICE", TEXT[7:12], status="accepted"),
        Span("s3", 15, 19, "DATE", TEXT[15:19], "date.western", 0.5, status="rejected"),
    ),
    values=(
        FieldValue("v1", "victim", "𠮷野食品", ("s1",), status="accepted"),
        FieldValue("v2", "service", TEXT[7:12], ("s2",), status="accepted"),
        FieldValue("v3", "contact", None, status="accepted"),
        FieldValue(
            "v4", "occurred_on", "2023-04-05", ("s3",), "role", 0.4, status="rejected", runner_up="2023"
        ),
    ),
    status="confirmed",
    note="メモ",
    revision=2,
    schema="incident 1.2",
    created="2024-01-01T00:00:00+00:00",
    seconds=3.5,
)
SETTINGS = Settings(load_schema(), lambda text: (), "")


def exported(*items):
    return b"".join(part.data for part in write_akapen(items, SETTINGS))


def read_back(path):
    return list(read_articles([path]))


def test_a_line_shows_the_gold_view():
    line = json.loads(exported((ARTICLE, ANNOTATION)))
    assert list(line)[:6] == ["id", "title", "source", "published", "meta", "text"]
    assert line["id"] == "no-1"
    assert line["spans"][0] == {
        "start": 0, "end": 4, "label": "ORG", "text": "𠮷野食品", "origin": "org.name", "score": 0.9,
    }  # fmt: skip
    assert [span["label"] for span in line["spans"]] == ["ORG", "SERVICE"]
    assert line["record"] == {"victim": "𠮷野食品", "service": [TEXT[7:12]]}
    assert line["evidence"] == {"victim": [[0, 4]], "service": [[7, 12]]}
    assert line["not_stated"] == ["contact"]


def test_what_is_exported_comes_back_equal_and_exports_to_the_same_bytes(tmp_path):
    plain = Article.from_text("二つ目")
    data = exported((ARTICLE, ANNOTATION), (plain, Annotation(plain.id, "花子")))
    path = tmp_path / "gold.jsonl"
    path.write_bytes(data)
    article, annotation, second, unlabelled = read_back(path)
    assert (article, annotation) == (ARTICLE, ANNOTATION)
    assert (second, unlabelled) == (plain, Annotation(plain.id, "花子"))
    assert exported((article, annotation), (second, unlabelled)) == data


def test_labels_are_mapped_where_the_whole_annotation_comes_along(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_bytes(exported((ARTICLE, ANNOTATION)))
    fitting = Fitting(load_schema(), "太郎", labels={"ORG": "SERVICE", "DATE": "PERIOD"})
    article, annotation = read_foreign(path, "jsonl", fitting)
    assert article == ARTICLE
    assert [span.label for span in annotation.spans] == ["SERVICE", "SERVICE", "PERIOD"]
    assert annotation.spans[0].suggested == Extent(0, 3, "SERVICE")
    assert replace(annotation, spans=()) == replace(ANNOTATION, spans=())


def test_japanese_is_not_escaped():
    assert "𠮷野食品".encode() in exported((ARTICLE, ANNOTATION))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda line: line.update(text=TEXT + "。"), "of another text"),
        (lambda line: line["spans"].pop(), "`spans` and `annotation` disagree"),
        (lambda line: line["spans"][0].update(start=[0]), "`spans` and `annotation` disagree"),
        (lambda line: line["record"].update(victim="𠮷野"), "`record` and `annotation` disagree"),
        (lambda line: line["record"]["service"].append({}), "`record` and `annotation` disagree"),
        (lambda line: line["not_stated"].clear(), "`not_stated` and `annotation` disagree"),
        (
            lambda line: line["annotation"]["spans"][0].update(end=5),
            "says '𠮷野食品' where the text has '𠮷野食品が'",
        ),
        (lambda line: line["annotation"].update(status="done"), "$.annotation.status"),
    ],
)
def test_a_line_at_odds_with_itself_is_refused(tmp_path, change, problem):
    line = json.loads(exported((ARTICLE, ANNOTATION)))
    change(line)
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(line), "utf-8")
    [error] = read_back(path)
    assert isinstance(error, DataError)
    assert problem in str(error)


def test_what_a_line_leaves_out_follows_from_its_annotation(tmp_path):
    line = json.loads(exported((ARTICLE, ANNOTATION)))
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({key: line[key] for key in ("text", "annotation")}), "utf-8")
    assert read_back(path)[1] == ANNOTATION


def test_labelled_lines_are_read_for_scoring(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_bytes(exported((ARTICLE, ANNOTATION)).replace(b'"2023-04"', '"2023年4月"'.encode(), 1))
    [one] = read_labelled(path)
    assert one.article.published == "2023-04"
    assert one.key == "no-1"
    assert [span.extent for span in one.spans] == [Extent(0, 4, "ORG"), Extent(7, 12, "SERVICE")]
    assert [(value.field, value.value) for value in one.values] == [
        ("victim", "𠮷野食品"),
        ("service", TEXT[7:12]),
    ]


@pytest.mark.parametrize(
    ("line", "place", "problem"),
    [
        (
            {"text": "漏えい", "spans": [{"start": 0, "end": 4, "label": "X"}]},
            "line 1, $.spans[0]",
            "lies outside",
        ),
        (
            {"text": "漏えい", "spans": [{"start": 1, "end": 1, "label": "X"}]},
            "line 1, $.spans[0]",
            "lies outside",
        ),
        (
            {"text": "漏えい", "spans": [{"start": 0, "end": 2, "label": "X", "text": "漏"}]},
            "line 1, $.spans[0]",
            "says '漏' where the text has '漏え'",
        ),
        ({"text": "漏えい", "spans": [{"start": "0", "end": 2, "label": "X"}]}, "line 1", "$.spans[0].start"),
        ({"text": "漏えい", "published": "昨日"}, "line 1", "'昨日' is no publication date"),
        ({"spans": []}, "line 1", "missing required field `text`"),
    ],
)
def test_labelled_lines_that_break_the_form_are_refused(tmp_path, line, place, problem):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(line), "utf-8")
    with pytest.raises(DataError) as caught:
        list(read_labelled(path))
    assert caught.value.place == place
    assert problem in str(caught.value)
