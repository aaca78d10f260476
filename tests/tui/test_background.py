import os
import pty
import sys
import time
from threading import Thread

import pytest

from tui.look import background
from tui.look.background import background_is_dark, is_dark


@pytest.mark.parametrize(
    ("answer", "dark"),
    [
        (b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\\x1b[?62c", True),
        (b"\x1b]11;rgb:ffff/ffff/dddd\x07\x1b[?62c", False),
        (b"\x1b]11;rgba:00/00/80/ff\x1b\\", True),
        (b"\x1b]11;rgb:f/f/f\x1b\\", False),
        (b"\x1b[?1;2c", None),
        (b"", None),
        (b"\x1b]11;rgb:zz/00/00\x1b\\", None),
    ],
)
def test_an_answer_is_read(answer, dark):
    assert is_dark(answer) is dark


def test_no_terminal_is_not_asked(monkeypatch):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    assert background_is_dark() is None


def asked(reply, wait):
    """Ask a pseudo-terminal whose other end replies; return what came back and the seconds that took."""
    outer, inner = pty.openpty()

    def answer():
        os.read(outer, 100)
        os.write(outer, reply)

    thread = Thread(target=answer)
    thread.start()
    try:
        start = time.monotonic()
        return background._ask(inner, inner, wait), time.monotonic() - start
    finally:
        thread.join()
        os.close(outer)
        os.close(inner)


def test_a_terminal_that_knows_no_colours_costs_no_waiting():
    answer, seconds = asked(b"\x1b[?1;2c", 10)
    assert answer == b"\x1b[?1;2c"
    assert seconds < 5


def test_a_mute_terminal_is_waited_for_no_longer_than_said():
    answer, seconds = asked(b"", 0.05)
    assert answer == b""
    assert seconds >= 0.05
