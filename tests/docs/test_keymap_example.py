"""The keymap that the documentation shows can be used as it stands."""

import re
from pathlib import Path

from tui.keyboard.keymap import parse_keymap

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"


def test_the_keymap_of_the_page_is_laid_over() -> None:
    [shown] = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    table = parse_keymap(shown, "keymap.toml")
    reject = table.action("span.reject")
    assert reject is not None and reject.keys == ("n", "delete")
