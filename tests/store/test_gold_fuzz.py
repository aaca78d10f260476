"""Gold files that chance has damaged: opened whole or refused, examined without a fall, never changed.

`FUZZ=20000 python -m pytest tests/store/test_gold_fuzz.py` tries more of them.
"""

import json
import os
import random
from contextlib import suppress
from pathlib import Path

import pytest

from store.annotation import Annotation
from store.article import Article
from store.change import Change
from store.errors import DataError
from store.gold.dataset import GoldDataset
from store.health.doctor import Examination, repair
from store.history import History
from store.schemas.loading import load_schema
from store.span import Span
from store.value import FieldValue

FUZZ = int(os.environ.get("FUZZ", "200"))
HOSTILE = (
    b"null", b"[]", b"{}", b'""', b"-1", b"1e999", b"9" * 5000, b"NaN", b'"\\ud800"', b"\x00", b"\xff\xfe",
    b"\n", b'"', b"\\", b"[" * 3000,
    b'{"a":' * 3000, b"true", "北".encode(), b'"1":', b'"steps": {', b"\r",
)  # fmt: skip
VALUES = (None, [], {}, "", -1, 2**70, 1e300, True, "北", [[]], {"1": {}}, [None], "\ud800")
SCHEMA = load_schema()


def work(gold: GoldDataset) -> None:
    """Do a little of everything."""
    gold.hold(load_schema("recall"), ())
    gold.add(Article.from_text(f"北斗食品は第{number}報を出した。") for number in range(3))
    for article_id in gold.article_ids():
        empty = gold.annotation(article_id) or Annotation(article_id, "花子")
        spans = (Span("s1", 0, 4, "ORG", "北斗食品", status="accepted"),)
        values = (FieldValue("v1", "affected_count", 12, ("s1",)),)
        full = Annotation(article_id, "花子", spans, values, note="メモ")
        gold.save(full, History().push("x", "北斗", "t", Change.between(empty, full)).steps)
        gold.confirm(full)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """The bytes of a sound gold file and of a journal that builds on it."""
    path = tmp_path_factory.mktemp("sound") / "gold.json"
    with GoldDataset.open(path, annotator="花子") as gold:
        work(gold)
    base = path.read_bytes()
    gold = GoldDataset.open(path, annotator="太郎")
    work(gold)
    journal = path.with_name("gold.json.journal").read_bytes()
    gold.close()
    return base, journal


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Put in, take out, repeat, swap or replace a piece, once or more often."""
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        at, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        end = min(end, at + chance.choice((0, 1, 8, 400)))
        piece = chance.choice(
            (b"", chance.choice(HOSTILE), data[at:end] * 2, chance.randbytes(3), data[:at][-40:])
        )
        data = data[:at] + piece + data[end:]
    return data


def reshaped(data: bytes, chance: random.Random) -> bytes:
    """Replace a value somewhere in sound JSON by another."""
    tree = node = json.loads(data)
    while True:
        key = chance.choice(list(node) if isinstance(node, dict) else range(len(node)))
        if not isinstance(node[key], dict | list) or not node[key] or chance.random() < 0.2:
            break
        node = node[key]
    node[key] = chance.choice(VALUES)
    return json.dumps(tree).encode()


def use(path: Path) -> None:
    """Ask an opened dataset for everything."""
    with GoldDataset.open(path, annotator="花子", read_only=True) as gold:
        gold.summaries()
        list(gold.articles())
        for annotation in gold.annotations():
            gold.history(annotation.article, annotation.annotator)
        gold.revisions()
        with suppress(DataError):  # a broken one is kept by a repair, for a person to decide
            gold.schemas()


@pytest.mark.parametrize("seed", range(FUZZ))
def test_damage_is_refused_or_harmless(sound: tuple[bytes, bytes], tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    base, journal = sound
    kind = seed % 4
    path = tmp_path / "gold.json"
    path.write_bytes(damaged(base, chance) if kind == 0 else reshaped(base, chance) if kind == 1 else base)
    if kind >= 2:
        journal = damaged(journal, chance) if kind == 2 else journal[chance.randrange(99) :]
        path.with_name("gold.json.journal").write_bytes(journal)
    before = {name: (tmp_path / name).read_bytes() for name in os.listdir(tmp_path)}
    try:
        use(path)
    except DataError as error:
        assert "\n" not in error.message
    try:
        examination = Examination(path, SCHEMA)
    except DataError:
        pass
    else:
        repair(examination, tmp_path / "saved.json")
        use(tmp_path / "saved.json")
        (tmp_path / "saved.json").unlink()
    assert {name: (tmp_path / name).read_bytes() for name in os.listdir(tmp_path)} == before
