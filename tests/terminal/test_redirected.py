"""A review whose screen would go somewhere else than to the terminal."""

import shlex
from pathlib import Path
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("redirected", "said"),
    [
        ("2> said", "akapen: the review is drawn on standard error; let it go to the terminal\n"),
        ("> out 2> said", "akapen: review needs a terminal; use `akapen extract` in scripts and pipes\n"),
    ],
)
def test_a_review_that_nobody_would_see_does_not_begin(
    terminal: Any,
    program: list[str],
    surroundings: dict[str, str],
    tmp_path: Path,
    redirected: str,
    said: str,
) -> None:
    line = f"cd {shlex.quote(str(tmp_path))} && {shlex.join(program)} {redirected}"
    terminal.start("sh", "-c", line, **surroundings)
    terminal.wait_for("left with status 2")
    assert (tmp_path / "said").read_text("utf-8") == said
