import zipfile
from io import BytesIO

import msgspec
import pytest
from msgspec.structs import replace

from store.annotation import Annotation
from store.article import Article
from store.formats.csv_export import write_csv
from store.formats.piece import Part, Settings
from store.formats.xlsx import LONGEST, write_xlsx
from store.schemas.loading import load_schema
from store.span import Span
from store.value import FieldValue

pytest.importorskip("xlsxwriter")
TEXT = "=SUM(A1)が𠮷野\x00食品と👨‍👩‍👧\u3000、\n公表。"
ARTICLE = Article.from_text(TEXT, title="+1", external_id="007")
ANNOTATION = Annotation(
    ARTICLE.id,
    "@花子",
    (
        Span("s1", 9, 11, "ORG", TEXT[9:11], status="accepted"),
        Span("s2", 0, 1, "ORG", "=", status="rejected"),
    ),
    (
        FieldValue("v1", "victim", "=cmd|' /C calc'!A0", ("s1",), status="accepted"),
        FieldValue("v2", "affected_count", 12345, status="accepted"),
        FieldValue("v3", "contact", "0120-000-418", status="accepted"),
        FieldValue("v4", "misuse", None, status="accepted"),
    ),
    note="-1+2",
    status="confirmed",
)
SETTINGS = Settings(load_schema(), lambda text: (), "")


def written(*items):
    pieces = list(write_xlsx(items, SETTINGS))
    return b"".join(one.data for one in pieces if isinstance(one, Part)), [
        one.what for one in pieces if not isinstance(one, Part)
    ]


def rows(data):
    book = pytest.importorskip("openpyxl").load_workbook(BytesIO(data))
    header, *lines = book["gold"].iter_rows()
    return [dict(zip((cell.value for cell in header), line, strict=True)) for line in lines]


def test_openpyxl_reads_cells_as_they_are_and_no_formula():
    data, losses = written((ARTICLE, ANNOTATION))
    [row] = rows(data)
    assert row["victim"].value == "=cmd|' /C calc'!A0"
    assert row["title"].value == "+1"
    assert row["id"].value == "007"
    assert row["affected_count"].value == 12345
    assert row["contact"].value == "0120-000-418"
    assert row["misuse"].value == "(not stated)"
    assert row["victim evidence"].value == f"{TEXT[9:11]} (9-11)"
    assert {cell.data_type for cell in row.values() if cell.value is not None} <= {"s", "n", "inlineStr"}
    assert losses == ["rejected suggestion"]


@pytest.mark.parametrize("write", [write_xlsx, write_csv])
def test_a_value_of_a_field_that_the_schema_lacks_is_lost_aloud(write):
    foreign = FieldValue("v9", "hazard", "fire", status="accepted")
    values = (*ANNOTATION.values, foreign)
    pieces = write([(ARTICLE, msgspec.structs.replace(ANNOTATION, values=values))], SETTINGS)
    losses = [one.what for one in pieces if not isinstance(one, Part)]
    assert losses == ["value of a field that the schema doesn't have", "rejected suggestion"]


def test_no_sheet_holds_a_formula():
    data, _ = written((ARTICLE, ANNOTATION))
    with zipfile.ZipFile(BytesIO(data)) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_pandas_reads_it():
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("openpyxl")
    data, _ = written((ARTICLE, ANNOTATION), (Article.from_text("二"), Annotation("x", "花子")))
    frame = pandas.read_excel(BytesIO(data), sheet_name="gold", dtype={"id": str})
    assert len(frame) == 2
    assert frame["affected_count"].sum() == 12345
    assert frame["text"].iloc[1] == "二"


def test_the_same_articles_give_the_same_bytes():
    assert written((ARTICLE, ANNOTATION)) == written((ARTICLE, ANNOTATION))


def test_a_text_longer_than_a_cell_is_cut_and_said():
    article = Article.from_text("𠮷" * LONGEST, title="題")
    data, losses = written((article, Annotation(article.id, "花子")))
    assert rows(data)[0]["text"].value == "𠮷" * (LONGEST // 2)
    assert losses == ["end of text (a cell holds 32,767 characters)"]


def test_a_number_that_excel_would_round_stays_text():
    value = FieldValue("v1", "affected_count", 10**17 + 1, status="accepted")
    data, _ = written((ARTICLE, msgspec.structs.replace(ANNOTATION, values=(value,))))
    assert rows(data)[0]["affected_count"].value == "100000000000000001"


def test_fields_that_are_called_as_other_columns_have_columns_of_their_own():
    schema = load_schema()
    fields = (
        replace(schema.fields[0], id="title"),
        replace(schema.fields[0], id="id", type="integer"),
        *schema.fields[1:],
    )
    values = (
        FieldValue("v1", "title", "別の題", status="accepted"),
        FieldValue("v2", "id", 12, status="accepted"),
    )
    settings = replace(SETTINGS, schema=replace(schema, fields=fields))
    data = b"".join(
        one.data
        for one in write_xlsx([(ARTICLE, replace(ANNOTATION, values=values))], settings)
        if isinstance(one, Part)
    )
    [row] = rows(data)
    assert [row[name].value for name in ("title", "record.title", "id", "record.id")] == [
        "+1",
        "別の題",
        "007",
        12,
    ]
