"""How much of the record the extractor finds in short texts whose writers were asked for variety of wording.

Their gold holds the record, and of spans organisations and services only. From the own texts rules and
weights have learned; from the unseen none has.
"""

from pathlib import Path

import pytest

from store.measures.score import Score, score
from store.schemas.loading import load_schema
from tui.tasks.labelled_files import predict, read_gold

DATA = Path(__file__).parents[1] / "data"
FLOORS = {
    "own_wordings": {"all": 0.8, "dates": 0.78, "victim": 0.88, "ORG": 0.9, "SERVICE": 0.8},
    "unseen_wordings": {"all": 0.71, "dates": 0.69, "victim": 0.74, "ORG": 0.8, "SERVICE": 0.72},
}
SURE = 0.9
"""How many of the values scored 0.9 and more are right."""


@pytest.fixture(scope="module", params=FLOORS)
def name(request: pytest.FixtureRequest) -> str:
    """Which file is measured."""
    return str(request.param)


@pytest.fixture(scope="module")
def measured(name: str) -> Score:
    """The extractor's suggestions for the file, held against its gold."""
    schema = load_schema()
    gold = read_gold(DATA / f"{name}.jsonl")
    return score(gold, predict(gold, schema), schema)


def test_the_record_and_names_keep_their_floors(measured: Score, name: str) -> None:
    found = {
        "all": measured.record,
        "dates": measured.groups["dates"],
        "victim": measured.fields["victim"],
        "ORG": measured.labels["ORG"].exact,
        "SERVICE": measured.labels["SERVICE"].exact,
    }
    floors = FLOORS[name]
    assert not {part: found[part].f1 for part in floors if (found[part].f1 or 0.0) < floors[part]}


def test_values_that_are_surely_said_are_right(measured: Score) -> None:
    surest = measured.calibration[-1]
    assert surest.values > 200
    assert surest.values_right >= SURE * surest.values
