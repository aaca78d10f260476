"""Each field by the usual wordings of notices, newspapers and summaries, and by what only looks like them.

The sentences stand in `tests/data/wordings`, a table a field, a list a value.
"""

import tomllib
from pathlib import Path

import pytest

PUBLISHED = "2025-06-20"
FILES = sorted((Path(__file__).parents[2] / "data" / "wordings").glob("*.toml"))
CASES = [
    (field, value, text)
    for file in FILES
    for field, values in tomllib.loads(file.read_text("utf-8")).items()
    for value, texts in values.items()
    for text in texts
]


def shown(value: object) -> str:
    return ",".join(value) if isinstance(value, list) else str(value)


@pytest.mark.parametrize(("field", "value", "text"), CASES)
def test_the_value_of_a_field(record, field, value, text):
    assert shown(record(text, PUBLISHED).get(field, "none")) == value
