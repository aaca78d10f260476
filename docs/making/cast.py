"""Recordings as asciinema plays them (format 2): a header and one line a change, only changed rows in it."""

import json
from collections.abc import Sequence


class Cast:
    """A recording of so many columns and lines."""

    def __init__(self, size: tuple[int, int], title: str) -> None:
        columns, lines = size
        head = {"version": 2, "width": columns, "height": lines, "title": title}
        self._lines = [json.dumps(head, ensure_ascii=False)]
        self._rows: list[str] = [""] * lines

    def show(self, seconds: float, rows: Sequence[str]) -> None:
        """Note what the screen shows at a time; nothing where it shows the same as before."""
        rows = [*rows, *[""] * (len(self._rows) - len(rows))]
        changed = [number for number, row in enumerate(rows) if row != self._rows[number]]
        if changed:
            painted = "".join(f"\x1b[{number + 1};1H\x1b[0m\x1b[2K{rows[number]}" for number in changed)
            self._lines.append(json.dumps([round(seconds, 2), "o", painted], ensure_ascii=False))
            self._rows = list(rows)

    def text(self) -> str:
        """Return the file."""
        return "\n".join(self._lines) + "\n"
