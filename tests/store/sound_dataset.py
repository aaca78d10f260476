"""A sound dataset to be damaged, and what the doctor makes of it then."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from store.annotation import Annotation
from store.article import Article
from store.change import Change
from store.gold.dataset import GoldDataset
from store.health.doctor import Examination, repair
from store.history import History
from store.schemas.loading import load_schema
from store.span import Span
from store.value import FieldValue

TEXT = "北斗食品株式会社は5月1日に公表した。"
SCHEMA = load_schema()


def sound_dataset(path: Path) -> Path:
    """Make a sound dataset of three articles with an annotation, undo steps and a revision each."""
    with GoldDataset.open(path, annotator="花子") as gold:
        gold.add(Article.from_text(TEXT + str(number)) for number in range(3))
        for article_id in gold.article_ids():
            empty = Annotation(article_id, "花子")
            spans = (Span("s1", 0, 8, "ORG", "北斗食品株式会社"), Span("s2", 9, 13, "DATE", "5月1日"))
            values = (
                FieldValue("v1", "published_on", "2024-05-01", ("s2",)),
                FieldValue("v2", "affected_count", 120),
                FieldValue("v3", "cause", "loss"),
            )
            full = Annotation(article_id, "花子", spans, values, note="メモ")
            history = History().push("x", "北斗", "t", Change.between(empty, full))
            gold.save(full, history.steps)
            gold.confirm(full)
    return path


def edit(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    data = json.loads(path.read_bytes())
    change(data)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def examine(path: Path) -> list[str]:
    before = {name: (path.parent / name).read_bytes() for name in os.listdir(path.parent)}
    found = [str(finding) for finding in Examination(path, SCHEMA).findings]
    assert {name: (path.parent / name).read_bytes() for name in os.listdir(path.parent)} == before
    return found


def repaired(path: Path) -> GoldDataset:
    out = path.with_name("saved.json")
    repair(Examination(path, SCHEMA), out)
    return GoldDataset.open(out, annotator="花子", read_only=True)
