"""The record of the development texts, end to end; skipped where the shared folder is absent."""

import json
from pathlib import Path

import pytest

from extract.extractor import Extractor
from store.schema import Schema

DEV = Path(__file__).parents[4] / "shared" / "dev"
FLOORS = {"all": 0.75, "dates": 0.70, "victim": 0.85}
Pair = tuple[str, str | int]


def pairs(record: dict[str, object]) -> set[Pair]:
    return {
        (field, value)
        for field, values in record.items()
        for value in (values if isinstance(values, list) else [values])
    }


def f1(gold: list[set[Pair]], made: list[set[Pair]], fields: set[str]) -> float:
    wanted = [{pair for pair in one if pair[0] in fields} for one in gold]
    given = [{pair for pair in one if pair[0] in fields} for one in made]
    right = sum(len(a & b) for a, b in zip(wanted, given, strict=True))
    return 2 * right / (sum(map(len, wanted)) + sum(map(len, given)))


@pytest.mark.skipif(not DEV.is_dir(), reason="the shared development texts are not here")
@pytest.mark.parametrize("name", ["articles", "digests"])
def test_the_floors_hold(schema: Schema, name: str):
    rows = [json.loads(line) for line in (DEV / f"{name}.jsonl").read_text("utf-8").splitlines()]
    extractor = Extractor(schema)
    gold = [pairs(row["record"]) for row in rows]
    made = [
        {(value.field, value.value) for value in extractor.suggest(row["text"], row.get("published")).values}
        for row in rows
    ]
    dates = {field.id for field in schema.fields if field.type == "date"}
    assert f1(gold, made, {field.id for field in schema.fields}) >= FLOORS["all"]
    assert f1(gold, made, dates) >= FLOORS["dates"]
    assert f1(gold, made, {"victim"}) >= FLOORS["victim"]
