"""Schema files that mean harm, or that chance has damaged: loaded, or refused with their place.

`FUZZ=10000 python -m pytest tests/store/test_hostile_schema.py` tries more damaged files.
"""

import os
import random

import pytest

from store.errors import SchemaError, UnreadableFileError
from store.schemas.loading import load_schema, schema_text, shipped_schemas
from tests.store.damage import damaged

FUZZ = int(os.environ.get("FUZZ", "60"))
HOSTILE = {
    "nested too deeply": "x = " + "[" * 99_999,
    "an endless integer": "version = " + "9" * 6000,
    "an endless string": "name = '''",
    "a NUL": 'name = "\0"',
    "a surrogate": 'name = "\\ud800"',
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_schema_is_refused(text, tmp_path):
    path = tmp_path / "schema.toml"
    path.write_text(text)
    with pytest.raises(SchemaError) as refused:
        load_schema(path)
    assert str(path) in refused.value.message


@pytest.mark.parametrize("seed", range(FUZZ))
def test_a_damaged_schema_is_loaded_or_refused(seed, tmp_path):
    shipped = shipped_schemas()
    text, _ = schema_text(shipped[seed % len(shipped)])
    path = tmp_path / "schema.toml"
    path.write_bytes(damaged(text.encode(), random.Random(seed)))
    try:
        schema = load_schema(path)
    except (SchemaError, UnreadableFileError) as refused:
        assert str(path) in refused.message
    else:
        assert schema.labels
