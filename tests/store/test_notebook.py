import subprocess
import sys

import pytest
from msgspec.structs import replace

import store
from store.annotation import Annotation
from store.article import Article
from store.errors import DataError, MissingLibraryError
from store.extras import library
from store.gold.dataset import GoldDataset
from store.notebook import Gold, read_gold
from store.span import Span
from store.value import FieldValue

TEXT = "𠮷野食品株式会社は5月1日に公表した。"
SPANS = (
    Span("s1", 0, 8, "ORG", TEXT[:8], "org.form", 0.9, status="accepted"),
    Span("s2", 9, 13, "DATE", TEXT[9:13], status="accepted"),
    Span("s3", 14, 16, "CAUSE", TEXT[14:16], "cause.term", 0.5, status="rejected"),
)
VALUES = (
    FieldValue("v1", "victim", TEXT[:8], ("s1",), status="accepted"),
    FieldValue("v2", "affected_count", 12345, status="accepted"),
    FieldValue("v3", "service", "北斗マルシェ", status="accepted"),
    FieldValue("v4", "contact", None, status="accepted"),
)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "gold.json"
    with GoldDataset.open(path, annotator="花子") as dataset:
        articles, _ = dataset.add(
            [Article.from_text(TEXT, published="2024-05-01"), Article.from_text("二つ目")]
        )
        dataset.confirm(Annotation(articles[0].id, "花子", SPANS, VALUES))
        dataset.save(Annotation(articles[1].id, "花子", status="draft"))
        dataset.confirm(Annotation(articles[0].id, "太郎", SPANS[:1]))
    return path


def test_two_lines_read_a_dataset(path):
    gold = read_gold(path, annotator="花子")
    [one] = gold
    assert one.text == TEXT
    assert [(span.label, one.text[span.start : span.end]) for span in one.spans] == [
        ("ORG", "𠮷野食品株式会社"),
        ("DATE", "5月1日"),
    ]
    assert one.record == {"victim": "𠮷野食品株式会社", "affected_count": 12345, "service": ["北斗マルシェ"]}
    assert one.not_stated == ("contact",)


def test_everyone_and_other_statuses_can_be_asked_for(path):
    assert [one.annotation.annotator for one in read_gold(str(path))] == ["花子", "太郎"]
    [draft] = read_gold(path, status=["draft"])
    assert draft.text == "二つ目"


def test_a_dataset_is_a_sequence(path):
    gold = read_gold(path)
    assert isinstance(gold[:1], Gold)
    assert gold[:1][0] == gold[0]
    assert repr(gold) == "<Gold: 2 articles, 3 spans>"


def test_reading_changes_nothing_and_needs_a_dataset(path, tmp_path):
    before = path.read_bytes()
    with GoldDataset.open(path, annotator="花子"):
        assert len(read_gold(path)) == 2
    assert path.read_bytes() == before
    with pytest.raises(DataError, match=r"nix\.json"):
        read_gold(tmp_path / "nix.json")


def test_a_frame_has_a_row_an_article_and_a_typed_column_a_field(path):
    pytest.importorskip("pandas")
    frame = read_gold(path).frame()
    assert frame["victim"].iloc[0] == "𠮷野食品株式会社"
    assert frame["affected_count"].dtype == "Int64"
    assert frame["affected_count"].sum() == 12345
    assert list(frame["service"]) == [["北斗マルシェ"], []]
    assert list(frame["annotator"]) == ["花子", "太郎"]
    assert "site_closed_on" in frame.columns


def test_a_field_takes_no_other_columns_place_in_a_frame(path):
    pytest.importorskip("pandas")
    [one, _] = gold = read_gold(path)
    field = replace(gold.schema.fields[0], id="text")
    named = replace(one, record={"text": "欄の値"})
    frame = Gold([named], replace(gold.schema, fields=(field,))).frame()
    assert (list(frame["text"]), list(frame["record.text"])) == ([TEXT], ["欄の値"])


def test_a_frame_of_spans(path):
    pytest.importorskip("pandas")
    frame = read_gold(path).spans_frame()
    assert list(frame["text"]) == ["𠮷野食品株式会社", "5月1日", "𠮷野食品株式会社"]
    assert frame["start"].dtype == "int64"
    assert frame["score"].dtype == "float64"


def test_frames_of_nothing_keep_their_columns(path):
    pytest.importorskip("pandas")
    nothing = read_gold(path, annotator="次郎")
    assert len(nothing) == 0
    assert "victim" in nothing.frame().columns
    assert list(nothing.spans_frame().columns)[:2] == ["article", "annotator"]


def test_a_missing_library_is_one_line_that_says_what_to_install():
    with pytest.raises(MissingLibraryError, match=r"pip install -e '\.\[pandas\]'") as caught:
        library("no_such_pandas.part", "pandas")
    assert "\n" not in str(caught.value)


def test_importing_the_package_is_light():
    code = (
        "import store, sys; print(*(name for name in sys.modules if name.startswith(('store', 'msgspec'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["store"]


def test_every_name_of_the_package_is_there():
    assert "read_gold" in dir(store)
    assert all(getattr(store, name).__name__ == name for name in dir(store))
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = store.no_such_name
