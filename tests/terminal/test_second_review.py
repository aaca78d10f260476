"""A second review of a dataset that is under review: told who has it, and offered to look on."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return tmp_path / "gold.json"


@pytest.fixture
def second(
    terminal: Any, program: list[str], surroundings: dict[str, str], gold: Path, tmp_path: Path
) -> Iterator[Any]:
    """A terminal in which a second review asks what to do."""
    terminal.start(*program, "review", "--gold", str(gold), **surroundings)
    terminal.wait_for("undecided")
    second = type(terminal)(tmp_path / "second.socket")
    second.start(*program, "review", "--gold", str(gold), **surroundings)
    yield second
    second.close()


def test_it_looks_on_and_changes_nothing(terminal: Any, second: Any, gold: Path) -> None:
    asked = second.wait_for("[y/N]")
    assert "being written by process" in asked and "since 20" in asked
    second.type("y\n")
    shown = second.wait_for("undecided")
    assert "read-only" in shown.splitlines()[0]
    second.press("a")
    second.wait_for("nothing was changed")
    terminal.press("a")
    terminal.wait_for("drafts 1")
    terminal.wait_for("saved ")
    second.press("C-q")
    second.wait_for("left with status 0")
    assert gold.with_name("gold.json.journal").exists()
    terminal.press("C-q")
    terminal.wait_for("left with status 0")
    assert not gold.with_name("gold.json.mine").exists()


def test_it_may_rather_leave(second: Any) -> None:
    second.wait_for("[y/N]")
    second.type("\n")
    second.wait_for("left with status 2")
