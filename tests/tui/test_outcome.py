"""What is said when the review is left: where the work is, how far it is, and what follows."""

import shutil
import sys

from store.annotation import Annotation
from store.gold.dataset import GoldDataset
from tui.tasks.reviewing import outcome


def test_what_is_confirmed_can_be_exported(gold, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    with GoldDataset.open(gold, annotator="hanako") as dataset:
        dataset.save(Annotation(dataset.article_ids()[1], "hanako", status="draft"))
        assert outcome(dataset, None, None) == (
            f"{gold}: 1 confirmed, 1 draft; next: akapen export --gold {gold} -o gold.jsonl"
        )


def test_what_waits_for_a_second_look_or_was_skipped_is_told(gold):
    with GoldDataset.open(gold, annotator="hanako") as dataset:
        dataset.save(Annotation(dataset.article_ids()[1], "hanako", status="flagged"))
        assert f"{gold}: 1 confirmed, 0 drafts, 1 flagged; next: " in outcome(dataset, None, None)


def test_where_nothing_is_confirmed_the_review_follows(gold, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(sys, "argv", [".venv/bin/akapen"])
    named = gold.rename(gold.with_name("my gold.json"))
    with GoldDataset.open(named, annotator="taro") as dataset:
        assert outcome(dataset, None, None) == (
            f"{named}: 0 confirmed, 0 drafts by taro (--annotator NAME: there is work of hanako, too); "
            f"next: .venv/bin/akapen review --gold '{named}'"
        )


def test_the_schema_that_was_asked_for_is_asked_for_again(gold, tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my recalls.toml").write_text("", "utf-8")
    with GoldDataset.open(gold, annotator="hanako") as dataset:
        assert outcome(dataset, "recall", None).endswith(f"--gold {gold} --schema recall -o gold.jsonl")
        own = f"--gold {gold} --schema '{tmp_path / 'my recalls.toml'}' -o gold.jsonl"
        assert outcome(dataset, "my recalls.toml", None).endswith(own)


def test_the_annotator_who_was_named_is_named_for_the_next_review(gold):
    with GoldDataset.open(gold, annotator="jiro") as dataset:
        assert outcome(dataset, None, "jiro").endswith(f"review --gold {gold} --annotator jiro")
        dataset.confirm(Annotation(dataset.article_ids()[1], "jiro"))
        assert outcome(dataset, None, "jiro").endswith(f"export --gold {gold} -o gold.jsonl")
