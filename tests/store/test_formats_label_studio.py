"""Label Studio's own SDK takes our tasks and config, and its converter gives the same spans back."""

import json

import msgspec
import pytest

from store.annotation import Annotation
from store.article import Article
from store.formats.fitting import Fitting
from store.formats.foreign_import import read_foreign
from store.formats.label_studio import write_label_studio
from store.formats.piece import Part, Settings
from store.schema import Field, Names
from store.schemas.loading import load_schema
from store.span import Span
from store.value import FieldValue

pytest.importorskip("label_studio_sdk")
SCHEMA = load_schema()
TEXT = "𠮷野食品が「が👨‍👩‍👧」\u3000は4月5日、\n髙橋様の氏名を公表。"
PLACES = [(0, 4, "ORG"), (2, 4, "SERVICE"), (6, 13, "SERVICE"), (15, 23, "PERIOD"), (25, 27, "DATA")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """An export of one article by two people, one of whom left a suggestion undecided."""
    article = Article.from_text(TEXT, title="<題>", source="例", published="2023-04-06", external_id="no-1")
    spans = tuple(
        Span(f"s{number}", start, end, label, TEXT[start:end], status="accepted")
        for number, (start, end, label) in enumerate(PLACES, 1)
    )
    values = (
        FieldValue("v1", "victim", "𠮷野食品", ("s1",), status="accepted"),
        FieldValue("v2", "cause", "malware", status="accepted"),
        FieldValue("v3", "cause", "other", status="accepted"),
        FieldValue("v4", "affected_count", 12345, status="accepted"),
    )
    waiting = Span("s9", 15, 19, "DATE", TEXT[15:19], "date.day", 0.5)
    items = [
        (article, Annotation(article.id, "花子", (*spans, waiting), values, status="confirmed")),
        (article, Annotation(article.id, "太郎", spans[:1], status="skipped")),
    ]
    made = tmp_path_factory.mktemp("label-studio")
    for piece in write_label_studio(items, Settings(SCHEMA, lambda text: (), "")):
        if isinstance(piece, Part):
            with (made / piece.file).open("ab") as file:
                file.write(piece.data)
    return made


def tasks_of(folder):
    return json.loads((folder / "tasks.json").read_text("utf-8"))


def test_the_config_and_all_that_is_in_the_tasks_is_valid(folder):
    from label_studio_sdk.label_interface import LabelInterface

    interface = LabelInterface((folder / "config.xml").read_text("utf-8"))
    interface.validate()
    annotations = [one for task in tasks_of(folder) for one in task["annotations"]]
    predictions = [one for task in tasks_of(folder) for one in task["predictions"]]
    assert (len(annotations), len(predictions)) == (2, 1)
    assert [interface.validate_task({"data": task["data"]}) for task in tasks_of(folder)] == [True, True]
    assert [interface.validate_annotation(one) for one in annotations] == [True, True]
    assert interface.validate_prediction(predictions[0], return_errors=True) == []


def test_fields_called_as_a_tag_is_do_not_clash_with_it():
    from label_studio_sdk.label_interface import LabelInterface

    fields = tuple(
        Field(name, Names(name, name), "text", Names("", "")) for name in ("text", "label", "被害組織")
    )
    schema = msgspec.structs.replace(SCHEMA, fields=fields, checks=())
    article = Article.from_text(TEXT)
    values = tuple(
        FieldValue(f"v{at}", field.id, "𠮷野食品", status="accepted") for at, field in enumerate(fields)
    )
    spans = (Span("s1", 0, 4, "ORG", TEXT[:4], status="accepted"),)
    item = article, Annotation(article.id, "花子", spans, values, status="confirmed")
    config, *parts = write_label_studio([item], Settings(schema, lambda text: (), ""))
    interface = LabelInterface(config.data.decode())
    interface.validate()
    [task] = json.loads(b"".join(part.data for part in parts))
    assert interface.validate_annotation(task["annotations"][0])


def test_nobody_is_named_whom_label_studio_would_have_to_know(folder):
    assert all("completed_by" not in one for task in tasks_of(folder) for one in task["annotations"])


def test_its_validation_does_find_faults(folder):
    from label_studio_sdk.label_interface import LabelInterface

    interface = LabelInterface((folder / "config.xml").read_text("utf-8"))
    [annotation] = tasks_of(folder)[0]["annotations"]
    annotation["result"][0]["value"]["labels"] = ["NOT_OURS"]
    assert not interface.validate_annotation(annotation)


@pytest.fixture(scope="module")
def converted(folder, tmp_path_factory):
    """What Label Studio's converter makes of the tasks, by format."""
    from label_studio_sdk.converter import Converter

    converter = Converter((folder / "config.xml").read_text("utf-8"), None, download_resources=False)
    out = tmp_path_factory.mktemp("converted")
    for name in ("JSON", "JSON_MIN", "CSV", "CONLL2003"):
        converter.convert(str(folder / "tasks.json"), str(out / name), name, is_dir=False)
    return out


def test_its_converter_writes_every_format_that_fits(converted):
    rows = json.loads((converted / "JSON_MIN" / "result.json").read_text("utf-8"))
    assert [(span["start"], span["end"], *span["labels"]) for span in rows[0]["label"]] == PLACES
    assert rows[0]["text"] == TEXT
    assert (rows[0]["article_id"], rows[0]["annotated_by"]) == ("no-1", "花子")
    assert (rows[0]["victim"], rows[0]["affected_count"]) == ("𠮷野食品", "12345")
    assert rows[0]["cause"] == {"choices": ["malware", "other"]}
    assert (converted / "CSV" / "result.csv").read_text("utf-8").count("no-1") == len(rows)
    assert " B-ORG\n" in (converted / "CONLL2003" / "result.conll").read_text("utf-8")


def test_what_it_converts_comes_back_to_us(converted):
    article, annotation, notice = read_foreign(
        converted / "JSON" / "result.json", "label-studio", Fitting(SCHEMA, "誰か")
    )
    assert (article.text, article.external_id, article.title) == (TEXT, "no-1", "<題>")
    assert [(span.start, span.end, span.label) for span in annotation.spans] == PLACES
    assert annotation.annotator == "花子"
    assert "was cancelled; passed over" in str(notice)
