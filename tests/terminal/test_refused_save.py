"""Saves that are refused while the program runs: said as long as it lasts, and nothing is lost."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from store.gold.dataset import GoldDataset


@pytest.fixture
def gold(terminal: Any, program: list[str], surroundings: dict[str, str], tmp_path: Path) -> Path:
    """A dataset in a folder of its own under review, with one span accepted and saved."""
    folder = tmp_path / "folder"
    folder.mkdir()
    gold = folder / "gold.json"
    terminal.start(*program, "review", "--gold", str(gold), "--annotator", "tester", **surroundings)
    terminal.wait_for("undecided")
    terminal.press("a")
    terminal.wait_for("drafts 1")
    terminal.wait_for("saved ")
    return gold


def decided(path: Path) -> int:
    with GoldDataset.open(path, annotator="tester", read_only=True) as dataset:
        [begun] = [one for one in dataset.annotations() if one.status == "draft"]
        return sum(span.status == "accepted" for span in begun.spans)


def test_a_folder_that_vanished_and_came_back(terminal: Any, gold: Path) -> None:
    away = gold.parent.rename(gold.parent.with_name("away"))
    terminal.press("a")
    assert "NOT SAVED" in terminal.wait_for("can't be saved: the file or its folder is not there")
    terminal.press("q")
    terminal.wait_until(lambda screen: "NOT SAVED" in screen and "queue" in screen, "the notice in the queue")
    terminal.press("Escape")
    terminal.press("C-q")
    terminal.wait_for("some changes are not saved")
    away.rename(gold.parent)
    terminal.press("r")
    terminal.wait_for("left with status 0")
    assert decided(gold) == 2
    assert [path.name for path in gold.parent.iterdir() if not path.name.endswith(".1")] == ["gold.json"]


def test_a_file_that_another_program_has_changed(
    terminal: Any, gold: Path, akapen: Callable[..., CompletedProcess[str]]
) -> None:
    theirs = {"meta": {"1": {"format": "akapen gold", "version": 1}}}
    gold.write_text(json.dumps(theirs), encoding="utf-8")
    terminal.press("a")
    assert "NOT SAVED" in terminal.wait_for("leave, and your work goes to gold.json.mine")
    terminal.press("C-q")
    terminal.wait_for("some changes are not saved")
    terminal.press("l")
    terminal.wait_for("left with status 2")
    mine, joined = gold.with_name("gold.json.mine"), gold.with_name("joined.json")
    assert json.loads(gold.read_bytes()) == theirs
    assert decided(mine) == 2
    assert akapen("merge", str(gold), str(mine), "-o", str(joined)).returncode in (0, 1)
    assert decided(joined) == 2
