"""The program itself, killed at random moments of a review: what its screen shows as saved is there.

`KILLS=300 python -m pytest tests/terminal/test_kill_review.py` kills more often.
"""

import os
import random
import re
import signal
import time
from pathlib import Path
from typing import Any

from store.annotation import Annotation
from store.gold.dataset import GoldDataset

KILLS = int(os.environ.get("KILLS", "2"))
TEXT = "".join(
    f"第{line}報 2023年4月{line % 28 + 1}日、北斗食品株式会社は不正アクセスを公表した。\n"
    for line in range(60)
)


class Review:
    """A review that is killed and taken up again."""

    def __init__(self, terminal: Any, program: list[str], surroundings: dict[str, str], folder: Path) -> None:
        self.terminal, self.program, self.surroundings = terminal, program, surroundings
        self.starts = 0
        self.folder, self.gold = folder, folder / "gold.json"
        self.article = folder / "article.txt"
        self.article.write_text(TEXT, encoding="utf-8")

    def start(self) -> None:
        self.starts += 1  # each in a tmux of its own, for the last may still be leaving
        self.terminal = type(self.terminal)(self.folder / f"{self.starts}.socket")
        pid = self.folder / "pid"
        command = f"echo $$ > {pid}; exec {self.program[0]} review {self.article} --gold {self.gold}"
        self.terminal.start("sh", "-c", command, columns=100, **self.surroundings)
        self.terminal.wait_for("undecided")
        self.process = int(pid.read_text())

    def work_until_killed(self, keys: str) -> str:
        """Press keys that decide spans or take a decision back; return the last screen of the process."""
        end = time.monotonic() + random.random() * 0.8
        self.terminal.press("a")
        while time.monotonic() < end:
            self.terminal.press(*random.choices(keys, k=random.randrange(1, 4)))
            time.sleep(random.choice((0, 0, 0.1, 0.2)))
        os.kill(self.process, signal.SIGKILL)
        screen: str = self.terminal.wait_for("left with status 137")
        self.terminal.close()
        return screen

    def found(self) -> Annotation:
        """Return what is in the dataset, after going through its undo history and back."""
        with GoldDataset.open(self.gold, read_only=True) as gold:
            annotation = gold.annotation(gold.article_ids()[0])
            assert annotation is not None
            history = gold.history(annotation.article)
        start, walked = annotation, history
        while walked.last:
            walked, start = walked.undo(start)
        assert {span.status for span in start.spans} == {"suggested"}
        while walked.position < history.position:
            walked, start = walked.redo(start)
        assert (start.spans, start.values) == (annotation.spans, annotation.values)
        return annotation


def shown_undecided(screen: str) -> int | None:
    """Return how many undecided the screen shows, if it shows that all is saved."""
    found = re.search(r"(\d+) undecided *$", screen, re.MULTILINE)
    return int(found[1]) if found and re.search(r"saved \d\d:\d\d:\d\d", screen) else None


def test_what_is_shown_as_saved_is_there(
    terminal: Any, program: list[str], surroundings: dict[str, str], tmp_path: Path
) -> None:
    review = Review(terminal, program, surroundings, tmp_path)
    try:
        told = kill_again_and_again(review)
    finally:
        review.terminal.close()
    assert told or KILLS < 10


def kill_again_and_again(review: Review) -> int:
    """Kill and compare; return how often the last screen had said that all was saved."""
    told = 0
    for kill in range(KILLS):
        review.start()
        screen = review.work_until_killed("ax" if kill % 2 else "axu")
        annotation = review.found()
        shown = shown_undecided(screen)
        if shown is not None and kill % 2:
            told += 1
            assert annotation.undecided <= shown, screen
        if annotation.undecided < 60:
            review.gold.unlink(missing_ok=True)
            review.gold.with_name("gold.json.journal").unlink(missing_ok=True)
    return told
