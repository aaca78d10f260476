"""How well dates, periods, counts, amounts and contacts are found in whole annotated articles."""

import json
from collections import Counter
from importlib import resources
from pathlib import Path

import pytest

from extract.document import Document
from extract.overlap import resolve
from extract.registry import rule

FINDERS = {"DATE": "dates", "PERIOD": "periods", "COUNT": "counts", "MONEY": "money", "CONTACT": "contacts"}
FLOOR = 0.92
ENOUGH = 10
SAMPLES = Path(str(resources.files("store").joinpath("samples", "incident.jsonl")))
DEV = Path(__file__).resolve().parents[3] / "shared" / "dev"
FILES = [SAMPLES, DEV / "articles.jsonl", DEV / "digests.jsonl"]

Extent = tuple[int, int, str]


def found_in(text: str, published: str | None) -> set[Extent]:
    document = Document(text, published)
    mentions = [mention for finder in FINDERS.values() for mention in rule(finder)(document)]
    return {(mention.start, mention.end, mention.label) for mention in resolve(mentions, list(FINDERS))}


@pytest.mark.parametrize("path", FILES, ids=[path.stem if path != SAMPLES else "samples" for path in FILES])
def test_each_label_keeps_the_floor(path: Path) -> None:
    if not path.exists():
        pytest.skip(f"{path.name} is not here")
    right, predicted, gold = Counter[str](), Counter[str](), Counter[str]()
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        found = found_in(row["text"], row.get("published"))
        wanted = {(span["start"], span["end"], span["label"]) for span in row["spans"]}
        wanted = {extent for extent in wanted if extent[2] in FINDERS}
        right.update(label for *_, label in found & wanted)
        predicted.update(label for *_, label in found)
        gold.update(label for *_, label in wanted)
    scores = {
        label: 2 * right[label] / (predicted[label] + gold[label]) for label in gold if gold[label] >= ENOUGH
    }
    assert len(scores) >= 2
    assert min(scores.values()) >= FLOOR, scores
