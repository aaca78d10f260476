"""The record of whole texts of our own, from the text on: rules of spans and of roles together.

The files name only the values that are plain.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extract.extractor import Extractor
from store.schema import Schema

DATA = Path(__file__).parents[2] / "data"
TEXTS: list[dict[str, Any]] = [
    row
    for name in ("whole_texts.toml", "parties.toml")
    for row in tomllib.loads((DATA / name).read_text("utf-8"))["texts"]
]


@pytest.mark.parametrize("row", TEXTS, ids=lambda row: row["text"][:20])
def test_the_record_of_a_text(schema: Schema, row: dict[str, Any]):
    made: dict[str, list[object]] = {}
    for value in Extractor(schema).suggest(row["text"], row["published"]).values:
        made.setdefault(value.field, []).append(value.value)
    told = {field: set(made.get(field, [])) for field in row["record"]}
    assert told == {
        field: set(value) if isinstance(value, list) else {value} for field, value in row["record"].items()
    }
