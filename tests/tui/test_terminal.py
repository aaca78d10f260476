"""The mends of Textual: each fault is there without its mend, and gone with it."""

import os
import pty
import select
import subprocess
import sys
import termios
import time
from threading import Thread

import pytest
import textual
import textual._xterm_parser as parser_module
import textual.drivers.linux_driver as driver_module
import textual.screen as screen_module
from textual import constants, events
from textual.geometry import Offset
from textual.widgets import Input, Label

from tui import terminal

COMMIT = "国立研究開発法人北斗食品総合研究所"


def test_the_installed_textual_is_one_that_is_mended(restored):
    assert terminal.mend()


def test_the_release_is_the_one_that_the_package_tells():
    assert ".".join(map(str, terminal.release())) == textual.__version__


def test_an_unknown_textual_is_left_alone(restored, monkeypatch):
    monkeypatch.setattr(terminal, "release", lambda: (8, 3, 0))
    before = screen_module.Compositor
    assert not terminal.mend()
    assert screen_module.Compositor is before


class GoneTerminal:
    """A terminal's file after its window was closed."""

    def fileno(self):
        return 1

    def write(self, text):
        raise OSError(5, "Input/output error")

    def flush(self):
        raise OSError(5, "Input/output error")


def write_much(writer):
    """Write more than the thread has room for, and stop it; returns whether that came to an end."""
    writer.start()
    thread = Thread(target=lambda: [*map(writer.write, ["北斗"] * 100), writer.stop()], daemon=True)
    thread.start()
    thread.join(1)
    return not thread.is_alive()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_who_writes_to_a_closed_terminal_waits_for_ever_without_the_mend(restored):
    assert not write_much(driver_module.WriterThread(GoneTerminal()))


def test_writing_to_a_closed_terminal_comes_to_an_end(restored):
    terminal.mend_closed_terminal()
    assert write_much(driver_module.WriterThread(GoneTerminal()))


def parsed(text):
    """Return the characters that come out of an input method's commit under the kitty protocol."""
    parser = parser_module.XTermParser()
    sequence = f"\x1b[13;;{':'.join(str(ord(letter)) for letter in text)}u"
    messages = [message for chunk in (sequence, "") for message in parser.feed(chunk)]
    return "".join(message.character or "" for message in messages if isinstance(message, events.Key))


def test_a_long_commit_is_garbled_without_the_mend(restored):
    assert parsed(COMMIT[:4]) == COMMIT[:4]
    assert parsed(COMMIT) != COMMIT


def test_a_commit_of_any_length_arrives_whole(restored):
    terminal.mend_input_methods()
    assert parsed(COMMIT) == COMMIT
    assert parsed(COMMIT * 10) == COMMIT * 10


def test_only_the_flag_that_tells_esc_is_asked_for(restored):
    terminal.mend_input_methods()
    assert driver_module.KITTY_DISAMBIGUATE_ESCAPE_CODES == 1
    assert driver_module.KITTY_REPORT_ALL_KEYS == driver_module.KITTY_REPORT_ASSOCIATED_TEXT == 0


@pytest.mark.parametrize(
    ("environ", "delay"),
    [
        ({}, 0.012),
        ({"SSH_TTY": "/dev/pts/1"}, 0.025),
        ({"SSH_CONNECTION": "a b"}, 0.025),
        ({"ESCDELAY": "50"}, 0.1),
    ],
)
def test_esc_waits_less_and_longer_over_a_network(restored, monkeypatch, environ, delay):
    monkeypatch.setattr(constants, "ESCAPE_DELAY", 0.1)
    terminal.mend_escape(environ)
    assert delay == constants.ESCAPE_DELAY


class Form(terminal.TerminalApp):
    CSS = "Input { margin-left: 4; border: none; }"

    def compose(self):
        yield Label("一行")
        yield Input("北斗", id="name", select_on_focus=False)


async def test_the_cursor_stands_at_the_end_of_an_input_not_beyond():
    async with Form().run_test(size=(40, 5)) as pilot:
        field = pilot.app.query_one(Input)
        field.focus()
        await pilot.press("end")
        left = field.content_region.x
        assert pilot.app.cursor_position == Offset(left + 4, 1)
        await pilot.press("left")
        assert pilot.app.cursor_position == Offset(left + 2, 1)


async def test_the_cursor_follows_when_the_input_is_moved():
    async with Form().run_test(size=(40, 5)) as pilot:
        pilot.app.query_one(Input).focus()
        await pilot.pause()
        pilot.app.query_one(Label).styles.height = 3
        await pilot.pause()
        assert pilot.app.cursor_position.y == 3


PROGRAM = """
import sys
from textual.app import App
from textual.widgets import Input, Static
from tui import terminal

if "mended" in sys.argv:
    assert terminal.mend()

class Probe(App):
    BINDINGS = [("escape", "mark", "")]
    def compose(self):
        yield Static("ready", id="out")
        yield Input()
    def action_mark(self):
        self.query_one("#out").update("escaped")
    def on_input_changed(self, event):
        self.query_one("#out").update(f"<{event.value}>")

Probe().run()
"""


class Terminal:
    """A program in a pseudo-terminal that speaks no kitty protocol."""

    def __init__(self, *arguments):
        self.fd, inner = pty.openpty()
        termios.tcsetwinsize(inner, (24, 80))
        environ = {key: value for key, value in os.environ.items() if key != "ESCDELAY"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *arguments],
            stdin=inner,
            stdout=inner,
            stderr=inner,
            env={**environ, "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"},
        )
        os.close(inner)
        self.seen = b""
        self.until("ready")

    def send(self, text):
        self.seen = b""
        os.write(self.fd, text.encode())

    def until(self, text, limit=20.0):
        """Read until a text is on the screen; return the seconds that took."""
        start = time.monotonic()
        while text.encode() not in self.seen:
            left = start + limit - time.monotonic()
            assert left > 0 and select.select([self.fd], [], [], left)[0], self.seen[-500:]
            self.seen += os.read(self.fd, 65536)
        return time.monotonic() - start

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.fd)


def test_in_a_terminal_commits_arrive_and_esc_is_quick():
    screen = Terminal("mended")
    try:
        assert b"\x1b[>1u" in screen.seen
        screen.send(COMMIT)
        screen.until(f"<{COMMIT}>")
        screen.send("\x1b")
        mended = screen.until("escaped")
    finally:
        screen.close()
    screen = Terminal()
    try:
        screen.send("\x1b")
        assert screen.until("escaped") > 0.09
    finally:
        screen.close()
    assert mended < 0.08
