"""A real process in a pseudo-terminal: when the terminal goes away, the work is saved and the file whole."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path

import pytest

from store.gold.dataset import GoldDataset

PATIENCE = 40.0
"""Seconds; imports alone take some on a loaded machine."""


class Terminal:
    """A program in a pseudo-terminal of 80 columns and 24 rows."""

    def __init__(self, *command: str) -> None:
        self.process, self.place = pty.fork()
        if self.process == 0:
            os.environ.update(TERM="xterm-256color", TEXTUAL_ANIMATIONS="none")
            os.execv(command[0], command)
        fcntl.ioctl(self.place, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.seen = b""

    def read_until(self, words: str) -> None:
        end = time.monotonic() + PATIENCE
        while words.encode() not in self.seen:
            assert time.monotonic() < end, self.seen.decode(errors="replace")[-2000:]
            if select.select([self.place], [], [], 0.1)[0]:
                with contextlib.suppress(OSError):
                    self.seen += os.read(self.place, 65536)

    def wait(self) -> None:
        end = time.monotonic() + PATIENCE
        while os.waitpid(self.process, os.WNOHANG) == (0, 0):
            assert time.monotonic() < end, "still there"
            if select.select([self.place], [], [], 0.05)[0]:
                with contextlib.suppress(OSError):
                    os.read(self.place, 65536)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return tmp_path / "gold.json"


def review(gold: Path) -> Terminal:
    command = "import sys; from tui.main import main; sys.exit(main(sys.argv[1:]))"
    arguments = ["review", "--gold", str(gold), "--annotator", "tester", "--lang", "en"]
    terminal = Terminal(sys.executable, "-c", command, *arguments)
    terminal.read_until("undecided")
    return terminal


def test_after_a_stop_the_whole_screen_is_painted_again(gold: Path) -> None:
    terminal = review(gold)
    os.kill(terminal.process, signal.SIGTSTP)
    os.waitpid(terminal.process, os.WUNTRACED)
    terminal.seen = b""
    os.kill(terminal.process, signal.SIGCONT)
    terminal.read_until("akapen")
    terminal.read_until("undecided")
    os.kill(terminal.process, signal.SIGTERM)
    terminal.wait()


def test_bytes_that_are_no_utf8_do_not_end_it(gold: Path) -> None:
    terminal = review(gold)
    os.write(terminal.place, b"\xe1\xff\xed\xa0\x80")
    time.sleep(0.2)
    os.write(terminal.place, b"a")
    terminal.read_until("drafts 1")
    os.write(terminal.place, b"\x11")
    terminal.wait()
    assert not gold.with_name("gold.json.journal").exists()


def test_a_terminal_that_is_closed_is_left_cleanly(gold: Path) -> None:
    terminal = review(gold)
    os.write(terminal.place, b"a")
    terminal.read_until("drafts 1")
    os.close(terminal.place)
    _, status = os.waitpid(terminal.process, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    assert os.listdir(gold.parent) == ["gold.json"]
    with GoldDataset.open(gold, annotator="tester", read_only=True) as dataset:
        assert [one.status for one in dataset.annotations()].count("draft") == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_saves_and_leaves_cleanly(gold: Path, number: signal.Signals) -> None:
    terminal = review(gold)
    os.write(terminal.place, b"a")
    terminal.read_until("drafts 1")
    os.kill(terminal.process, number)
    terminal.wait()
    assert not gold.with_name("gold.json.journal").exists()
    with GoldDataset.open(gold, annotator="tester") as dataset:
        begun = [one for one in dataset.annotations() if one.status == "draft"]
        assert len(begun) == 1 and sum(span.status == "accepted" for span in begun[0].spans) == 1
