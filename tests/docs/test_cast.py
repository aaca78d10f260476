"""Recordings for asciinema."""

import json

from docs.making.cast import Cast
from docs.making.session import DOCS, SIZE


def test_only_changed_rows_are_noted() -> None:
    cast = Cast((20, 3), "題")
    cast.show(0.5, ["一", "二", "三"])
    cast.show(1.0, ["一", "二", "三"])
    cast.show(1.5, ["一", "\x1b[1m四"])
    head, *events = map(json.loads, cast.text().splitlines())
    assert head == {"version": 2, "width": 20, "height": 3, "title": "題"}
    assert [(time, kind) for time, kind, _ in events] == [(0.5, "o"), (1.5, "o")]
    assert "二" in events[0][2] and events[1][2].count("\x1b[2K") == 2 and "四" in events[1][2]


def test_the_recorded_session_is_one_of_a_minute() -> None:
    head, *events = map(json.loads, (DOCS / "session.cast").read_text(encoding="utf-8").splitlines())
    assert (head["version"], head["width"], head["height"]) == (2, *SIZE)
    times = [time for time, _, _ in events]
    assert times == sorted(times) and 50 < times[-1] < 80
