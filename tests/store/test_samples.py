"""The bundled samples and the held-out articles keep to the schema and to their own texts."""

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest

from store.samples import samples_path
from store.schema import Field, Schema
from store.schemas.loading import load_schema

HELD_OUT = Path(__file__).parents[1] / "data" / "heldout.jsonl"
KEYS = {"id", "title", "source", "published", "text", "spans", "record"}
Row = dict[str, Any]


def rows_of(path: Path) -> list[Row]:
    return [msgspec.json.decode(line) for line in path.read_bytes().splitlines()]


SAMPLES = rows_of(samples_path())
ROWS = SAMPLES + rows_of(HELD_OUT)
each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])


@pytest.fixture(scope="module")
def schema() -> Schema:
    return load_schema(None)


def check_date(value: str) -> None:
    """Fail unless it is ISO 8601 at the precision of a day, a month or a year."""
    assert len(value) in (4, 7, 10)
    date.fromisoformat(value + "2000-01-01"[len(value) :])


def check_value(field: Field, value: object, text: str) -> None:
    if field.type == "integer":
        assert type(value) is int
        assert value >= 0
        return
    assert isinstance(value, str)
    if field.type == "code":
        assert value in field.code_ids
    elif field.type == "date":
        check_date(value)
    else:
        assert value in text


@each_row
def test_a_row_has_exactly_the_keys_of_the_format(row: Row) -> None:
    assert set(row) == KEYS
    assert row["title"] in row["text"]
    assert row["source"].startswith("https://")
    check_date(row["published"])


@each_row
def test_surfaces_are_the_text_between_their_offsets(row: Row) -> None:
    for span in row["spans"]:
        assert set(span) == {"start", "end", "label", "text"}
        assert row["text"][span["start"] : span["end"]] == span["text"]
        assert span["text"].strip() == span["text"] != ""


@each_row
def test_spans_are_in_order_and_never_overlap(row: Row) -> None:
    for before, after in pairwise(row["spans"]):
        assert before["end"] <= after["start"]


@each_row
def test_labels_are_of_the_schema(row: Row, schema: Schema) -> None:
    assert all(schema.label(span["label"]) for span in row["spans"])


@each_row
def test_record_values_fit_their_fields(row: Row, schema: Schema) -> None:
    for key, value in row["record"].items():
        field = schema.field(key)
        assert field is not None
        assert isinstance(value, list) == field.many
        values = value if field.many else [value]
        assert len(values) == len(set(values)) > 0
        for one in values:
            check_value(field, one, row["text"])


@each_row
def test_text_values_of_the_record_stand_in_marked_spans(row: Row, schema: Schema) -> None:
    for key, value in row["record"].items():
        field = schema.field(key)
        assert field is not None
        if field.type == "text":
            surfaces = {span["text"] for span in row["spans"] if span["label"] in field.labels}
            assert set(value if field.many else [value]) <= surfaces


@each_row
def test_the_schema_finds_no_contradiction_in_the_record(row: Row, schema: Schema) -> None:
    record = row["record"]
    for check in schema.checks:
        if check.lower in record and check.upper in record:
            assert record[check.lower] <= record[check.upper]


@each_row
def test_line_ends_are_line_feeds(row: Row) -> None:
    assert "\r" not in row["text"]


def test_ids_and_texts_are_unique() -> None:
    assert len({row["id"] for row in ROWS}) == len(ROWS)
    assert len({row["text"] for row in ROWS}) == len(ROWS)


def test_samples_are_many_and_of_every_length() -> None:
    lengths = [len(row["text"]) for row in SAMPLES]
    assert len(SAMPLES) >= 12
    assert min(lengths) < 400
    assert max(lengths) > 1500


def test_every_label_occurs(schema: Schema) -> None:
    used = {span["label"] for row in SAMPLES for span in row["spans"]}
    assert used == {label.id for label in schema.labels}


def test_every_field_and_every_cause_occurs(schema: Schema) -> None:
    cause = schema.field("cause")
    assert cause is not None
    assert {code for row in SAMPLES for code in row["record"].get("cause", [])} == cause.code_ids
    assert {key for row in SAMPLES for key in row["record"]} == {field.id for field in schema.fields}


def test_one_article_tells_of_no_incident() -> None:
    assert [row["id"] for row in SAMPLES if not row["record"]] == ["sample-15"]


def test_the_same_surface_is_always_marked_where_the_guidelines_want_every_mention() -> None:
    """A name or cause that is marked once is marked everywhere: it never stands outside every span."""
    for row in ROWS:
        bare = list(row["text"])
        for span in row["spans"]:
            bare[span["start"] : span["end"]] = "\n" * (span["end"] - span["start"])
        left = "".join(bare)
        names = {
            span["text"] for span in row["spans"] if span["label"] in ("ORG", "SERVICE", "CAUSE", "CONTACT")
        }
        assert [name for name in names if name in left] == [], row["id"]
