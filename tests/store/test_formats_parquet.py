import json
import os
import subprocess
import sys
from io import BytesIO

import msgspec
import pytest

from store.annotation import Annotation
from store.article import Article
from store.formats.parquet import GROUP, write_hf, write_parquet
from store.formats.piece import Loss, Part, Settings
from store.schema import Names, Schema
from store.schemas.loading import load_schema
from store.span import Span
from store.value import FieldValue

pytest.importorskip("pyarrow")
TEXT = "𠮷野食品が「が👨‍👩‍👧」\u3000は4月5日、\n氏名の漏えいを公表。"
ARTICLE = Article.from_text(TEXT, title="題", source="例", published="2023-04", external_id="no-1")
ANNOTATION = Annotation(
    ARTICLE.id,
    "花子",
    (
        Span("s1", 0, 4, "ORG", TEXT[:4], "org.name", 0.9, status="accepted"),
        Span("s2", 7, 12, "SERVICE", TEXT[7:12], status="accepted"),
        Span("s3", 15, 19, "DATE", TEXT[15:19], "date.western", 0.5, status="rejected"),
    ),
    (
        FieldValue("v1", "victim", "𠮷野食品", ("s1",), status="accepted"),
        FieldValue("v2", "service", TEXT[7:12], ("s2",), status="accepted"),
        FieldValue("v3", "affected_count", 12345, status="accepted"),
        FieldValue("v4", "contact", None, status="accepted"),
    ),
    status="confirmed",
    note="メモ",
)
SCHEMA = load_schema()
PLAIN = Article.from_text("二つ目")
ITEMS = ((ARTICLE, ANNOTATION), (PLAIN, Annotation(PLAIN.id, "花子", status="confirmed")))


def written(write, items, schema=SCHEMA, splits=None):
    files, losses = {}, []
    for piece in write(items, Settings(schema, lambda text: (), "", splits or {})):
        if isinstance(piece, Part):
            files[piece.file] = files.get(piece.file, b"") + piece.data
        else:
            losses.append(piece)
    return files, losses


def table(data):
    return pytest.importorskip("pyarrow.parquet").read_table(BytesIO(data))


def test_pyarrow_reads_every_part_back():
    files, losses = written(write_parquet, ITEMS)
    one, two = table(files[""]).to_pylist()
    assert (one["id"], one["text"], one["note"], one["published"]) == ("no-1", TEXT, "メモ", "2023-04")
    assert [TEXT[span["start"] : span["end"]] for span in one["spans"]] == ["𠮷野食品", TEXT[7:12]]
    assert one["record"]["victim"] == "𠮷野食品"
    assert one["record"]["service"] == [TEXT[7:12]]
    assert one["record"]["affected_count"] == 12345
    assert one["evidence"][0] == {"field": "victim", "start": 0, "end": 4}
    assert one["not_stated"] == ["contact"]
    assert (two["spans"], two["record"]["victim"], two["record"]["cause"]) == ([], None, [])
    assert losses == [Loss("no-1", "rejected suggestion", ANNOTATION.annotator)]


def test_types_are_the_same_whatever_the_rows_hold():
    types = table(written(write_parquet, ITEMS)[0][""]).schema
    assert table(written(write_parquet, ITEMS[1:])[0][""]).schema == types
    assert str(types.field("record").type.field("card_count").type) == "int64"
    assert str(types.field("spans").type.value_type.field("start").type) == "int32"


def test_many_rows_are_written_group_by_group():
    articles = [Article.from_text(str(number)) for number in range(GROUP + 1)]
    items = [(article, Annotation(article.id, "花子")) for article in articles]
    pieces = list(write_parquet(iter(items), Settings(SCHEMA, lambda text: (), "")))
    assert len([piece for piece in pieces if isinstance(piece, Part)]) == 3
    assert table(b"".join(piece.data for piece in pieces))["text"].to_pylist() == [
        one.text for one in articles
    ]


@pytest.mark.parametrize(
    ("value", "what"),
    [
        (FieldValue("v", "no_such_field", "x", status="accepted"), "a field that the schema doesn't have"),
        (FieldValue("v", "card_count", "いくつか", status="accepted"), "not of its field's type"),
        (FieldValue("v", "card_count", 2**63, status="accepted"), "not of its field's type"),
        (FieldValue("v", "victim", "別の会社", status="accepted"), "further value of a field that holds one"),
    ],
)
def test_values_that_fit_no_column_are_said(value, what):
    annotation = msgspec.structs.replace(ANNOTATION, values=(*ANNOTATION.values, value))
    files, losses = written(write_parquet, [(ARTICLE, annotation)])
    assert table(files[""]).to_pylist()[0]["record"]["victim"] == "𠮷野食品"
    assert [loss.what for loss in losses if what in loss.what]


def test_a_schema_without_fields_has_no_record():
    bare = Schema("bare", "1", Names("題", "title"), SCHEMA.labels)
    files, losses = written(write_parquet, ITEMS[1:], bare)
    assert "record" not in table(files[""]).column_names
    assert losses == []


def test_a_folder_for_datasets_has_a_file_a_split_and_a_card():
    files, _ = written(write_hf, ITEMS, splits={ARTICLE.id: "train", PLAIN.id: "test"})
    assert set(files) == {
        "data/train-00000-of-00001.parquet",
        "data/test-00000-of-00001.parquet",
        "README.md",
    }
    assert len(table(files["data/test-00000-of-00001.parquet"])) == 1
    card = files["README.md"].decode()
    assert card.startswith('---\nlanguage: ["ja"]\n')
    assert 'size_categories: ["n<1K"]' in card
    assert "validation" not in card
    assert "### ORG 組織 / organisation" in card


def test_the_same_articles_give_the_same_bytes():
    assert written(write_hf, ITEMS) == written(write_hf, ITEMS)


_LOAD = """
import json, sys, datasets
loaded = datasets.load_dataset(sys.argv[1])
rows = {name: list(split) for name, split in loaded.items()}
types = loaded["train"].features
print(json.dumps({"rows": rows, "count": str(types["record"]["card_count"]), "spans": str(types["spans"])}))
"""


def test_hugging_face_datasets_loads_it_offline(tmp_path):
    pytest.importorskip("datasets", reason="datasets is not installed; `pip install datasets`")
    files, _ = written(write_hf, ITEMS, splits={ARTICLE.id: "train", PLAIN.id: "test"})
    for name, data in files.items():
        path = tmp_path / "set" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    offline = os.environ | {"HF_HOME": str(tmp_path / "home"), "HF_HUB_OFFLINE": "1"}
    command = [sys.executable, "-c", _LOAD, str(tmp_path / "set")]
    done = subprocess.run(command, capture_output=True, text=True, env=offline, check=False)
    assert done.returncode == 0, done.stderr
    loaded = json.loads(done.stdout)
    assert {name: len(rows) for name, rows in loaded["rows"].items()} == {"train": 1, "test": 1}
    one = loaded["rows"]["train"][0]
    assert one["text"] == TEXT
    assert all(TEXT[span["start"] : span["end"]] == span["text"] for span in one["spans"])
    assert "int64" in loaded["count"]
    assert "int32" in loaded["spans"]
