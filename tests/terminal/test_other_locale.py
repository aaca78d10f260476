"""A review in a locale that has no Japanese, as over SSH to a machine that was never set up."""

from typing import Any

import pytest


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_the_screen_shows_japanese_in_any_locale(
    terminal: Any, program: list[str], surroundings: dict[str, str], encoding: str
) -> None:
    terminal.start(*program, **surroundings, PYTHONIOENCODING=encoding)
    screen = terminal.wait_for("undecided", "\\u")
    assert "「つむぎ野オンラインショップ" in screen
    terminal.press("C-q")
    terminal.wait_for("left with status 0")
