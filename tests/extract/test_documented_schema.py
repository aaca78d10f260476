"""The worked schema of docs/schemas.md loads and finds what it says; the document names every key."""

import re
from pathlib import Path

import pytest

from extract.extractor import Extractor
from extract.record.registry import FILLER_IDS
from extract.registry import RULE_IDS
from store.schema import Check, Code, Field, Label, Schema
from store.schemas.loading import load_schema, parse_schema

TEXT = """\
2024年4月1日
北斗食品株式会社

建物の老朽化、および契約満了に伴い、北斗マルシェ中央店は2024年6月30日をもって閉店いたします。
老朽化対策の工事は行いません。
"""


@pytest.fixture(scope="module")
def document() -> str:
    return (Path(__file__).parents[2] / "docs" / "schemas.md").read_text("utf-8")


def test_the_worked_schema_runs(document: str) -> None:
    [block] = re.findall(r"```toml\n(.*?)```", document, re.DOTALL)
    found = Extractor(parse_schema(block, "schemas.md")).suggest(TEXT, "2024-04-01")
    reasons = [(span.label, span.text) for span in found.spans if span.label == "REASON"]
    assert reasons == [("REASON", "老朽化"), ("REASON", "契約満了")]
    values = {(value.field, value.value) for value in found.values}
    assert {("closed_on", "2024-06-30"), ("reason", "building"), ("reason", "lease")} <= values
    assert ("announced_on", "2024-04-01") in values, "a notice of any kind has a day"
    assert ("ORG", "北斗食品株式会社") in [(span.label, span.text) for span in found.spans]


@pytest.mark.parametrize("table", [Schema, Label, Field, Code, Check])
def test_every_key_is_documented(document: str, table: type[Schema]) -> None:
    for key in table.__struct_encode_fields__:
        assert re.search(rf"`(?:\[\[)?{key}(?:\]\])?`", document), key


def test_every_finder_is_documented(document: str) -> None:
    assert all(f"`{name}`" in document for name in RULE_IDS)
    assert {field.id for field in load_schema().fields} == FILLER_IDS
