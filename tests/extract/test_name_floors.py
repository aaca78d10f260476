"""How well organisations, services, data items and causes are found in whole annotated articles."""

import json
from collections import Counter
from importlib import resources
from pathlib import Path

import pytest

from extract.document import Document
from extract.overlap import resolve
from extract.registry import rule

FINDERS = {"ORG": "organisations", "SERVICE": "services", "DATA": "data_items", "CAUSE": "causes"}
FLOORS = {"ORG": 0.75, "SERVICE": 0.6, "DATA": 0.85, "CAUSE": 0.85}
SURE = 0.9
SAMPLES = Path(str(resources.files("store").joinpath("samples", "incident.jsonl")))
DEV = Path(__file__).resolve().parents[3] / "shared" / "dev"
HELD_OUT = Path(__file__).parents[1] / "data" / "heldout.jsonl"
FILES = [SAMPLES, HELD_OUT, DEV / "articles.jsonl", DEV / "digests.jsonl"]


@pytest.fixture(params=FILES, ids=["samples", "heldout", "articles", "digests"])
def judged(request):
    """Each row's mentions as (label, score, right), and its gold extents."""
    if not request.param.exists():
        pytest.skip(f"{request.param.name} is not here")
    return [_judge(json.loads(line)) for line in request.param.read_text("utf-8").splitlines()]


def _judge(row):
    document = Document(row["text"], row.get("published"))
    mentions = [mention for finder in FINDERS.values() for mention in rule(finder)(document)]
    gold = {(span["start"], span["end"], span["label"]) for span in row["spans"] if span["label"] in FINDERS}
    kept = resolve(mentions, list(FINDERS))
    return [(one.label, one.score, (one.start, one.end, one.label) in gold) for one in kept], gold


def test_each_label_keeps_the_floor(judged):
    right, predicted, gold = Counter(), Counter(), Counter()
    for mentions, extents in judged:
        predicted.update(label for label, _, _ in mentions)
        right.update(label for label, _, is_right in mentions if is_right)
        gold.update(label for *_, label in extents)
    scores = {label: 2 * right[label] / (predicted[label] + gold[label]) for label in FLOORS}
    assert all(scores[label] >= floor for label, floor in FLOORS.items()), scores


def test_what_is_surely_said_is_mostly_right(judged):
    sure = [is_right for mentions, _ in judged for _, score, is_right in mentions if score >= SURE]
    assert len(sure) > 30
    assert sum(sure) / len(sure) >= 0.95
