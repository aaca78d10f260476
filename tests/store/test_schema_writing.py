"""A schema written as a file says the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from store.schema import Names
from store.schemas.loading import load_schema, parse_schema, shipped_schemas
from store.schemas.writing import schema_toml


@pytest.mark.parametrize("name", shipped_schemas())
def test_a_schema_reads_back_the_same(name):
    schema = load_schema(name)
    assert parse_schema(schema_toml(schema), "schema.toml") == schema


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_whatever_its_words_hold(words):
    schema = load_schema("recall")
    label = replace(schema.labels[0], definition=Names(words, words), terms=(f"a{words}", '"', "\\", "'''"))
    changed = replace(schema, name=f"n{words}", title=Names(words, "\x7f\r\n\0"), labels=(label,), fields=())
    assert parse_schema(schema_toml(changed), "schema.toml") == changed
