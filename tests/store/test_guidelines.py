import pytest

from store.release.guidelines import guidelines
from store.schema import Check, Names, Schema
from store.schemas.loading import load_schema, shipped_schemas


@pytest.mark.parametrize("name", shipped_schemas())
def test_every_label_field_and_code_is_explained_in_both_languages(name):
    schema = load_schema(name)
    text = guidelines(schema).replace("\\", "")
    for one in (*schema.labels, *schema.fields):
        assert f"### {one.id} {one.name.ja} / {one.name.en}\n\n{one.definition.ja}" in text
    assert all(f"| {code.id} | {code.name.ja} |" in text for field in schema.fields for code in field.codes)


def test_a_schema_without_fields_and_with_overlap():
    labels = load_schema().labels[:1]
    text = guidelines(Schema("bare", "2", Names("題", "title"), labels, (), (), True))
    assert "Schema `bare 2`. Spans may overlap" in text
    assert "## Record" not in text


def test_checks_are_told():
    schema = load_schema()
    checked = Schema(
        "x", "1", schema.title, schema.labels, schema.fields, (Check("card_count", "affected_count"),)
    )
    assert "- `card_count` must not lie above `affected_count`" in guidelines(checked)
