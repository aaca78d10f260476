"""A process killed at random moments loses nothing that it said was saved.

`KILLS=300 python -m pytest tests/store/test_kill.py` kills more often.
"""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from store.gold.dataset import GoldDataset

KILLS = int(os.environ.get("KILLS", "12"))
SESSION = Path(__file__).with_name("session_to_kill.py")
ROOT = Path(__file__).parents[2]


def told_before_being_killed(path: Path) -> dict[str, int]:
    """Run a session, kill it at a random moment, and return the last of each thing that it said was saved."""
    process = subprocess.Popen(
        [sys.executable, str(SESSION), str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(random.random() ** 2 * 0.1)
    process.kill()
    rest = process.stdout.read()
    process.stdout.close()
    assert process.wait() == -9
    return {kind: int(number) for kind, number in map(str.split, [first, *rest.splitlines()])}


def test_nothing_said_to_be_saved_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    for _ in range(KILLS):
        told = told_before_being_killed(path)
        with GoldDataset.open(path, annotator="花子", read_only=True) as gold:
            annotation = gold.annotation(gold.article_ids()[0])
            assert annotation is not None
            assert told["edit"] <= int(annotation.note) <= told["edit"] + 1
            assert annotation.revision >= told.get("confirm", 0)
            events = [revision.event for revision in gold.revisions()]
            assert events.count("confirm") == annotation.revision
            assert len(gold.article_ids()) >= told.get("articles", 0)
            history = gold.history(annotation.article)
            assert [step.words for step in history.steps] == [
                str(at + 1) for at in range(int(annotation.note))
            ]
            for _ in history.steps:
                history, annotation = history.undo(annotation)
            assert annotation.note == ""
