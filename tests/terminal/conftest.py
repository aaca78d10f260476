"""A real terminal to run the program in: tmux, driven by keys and read by its screen."""

import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PATIENCE = 30.0
"""Seconds until a screen that never comes fails the test; a slow machine only waits longer."""


class Terminal:
    """One tmux server of its own with one window, 80x24 unless told otherwise."""

    def __init__(self, socket: Path) -> None:
        self._tmux = ["tmux", "-u", "-f", "/dev/null", "-S", str(socket)]

    def start(self, *command: str, columns: int = 80, rows: int = 24, **environment: str) -> None:
        """Run a command in a new session; its exit status is shown when it ends."""
        variables = {"COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none", **environment}
        line = (
            f"env {shlex.join(f'{name}={value}' for name, value in variables.items())} {shlex.join(command)}"
        )
        line += "; echo left with status $?; sleep 600"
        size = ["-x", str(columns), "-y", str(rows)]
        self._run("new-session", "-d", *size, "-s", "a", line)

    def press(self, *keys: str) -> None:
        """Press keys by tmux's names, such as `Tab`, `C-q` or `a`."""
        self._run("send-keys", "-t", "a", "--", *keys)

    def type(self, text: str) -> None:
        """Send text literally, as an input method commits it."""
        self._run("send-keys", "-t", "a", "-l", "--", text)

    def screen(self) -> str:
        """Return what the screen shows, its lines without trailing blanks."""
        return self._run("capture-pane", "-p", "-t", "a")

    def wait_for(self, *words: str) -> str:
        """Wait until one of the words is on the screen and return the screen."""
        return self.wait_until(lambda screen: any(word in screen for word in words), " or ".join(words))

    def wait_until(self, holds: Callable[[str], bool], what: str) -> str:
        """Wait until the screen holds what is asked and return it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            screen = self.screen()
            if holds(screen):
                return screen
            time.sleep(0.05)
        raise AssertionError(f"never on the screen: {what}\n{self.screen()}")

    def close(self) -> None:
        """End the session and all that runs in it."""
        subprocess.run([*self._tmux, "kill-server"], capture_output=True, check=False)

    def _run(self, *arguments: str) -> str:
        done = subprocess.run([*self._tmux, *arguments], capture_output=True, text=True, check=True)
        return done.stdout


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    if shutil.which("tmux") is None:
        pytest.skip("needs tmux (Debian: apt-get install tmux): drives akapen in a real terminal")
    terminal = Terminal(tmp_path / "tmux.socket")
    yield terminal
    terminal.close()


@pytest.fixture
def program() -> list[str]:
    """The command line of the program under test."""
    return [str(Path(sys.executable).with_name("akapen"))]


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """An environment whose data and configuration lie in a folder of the test's own."""
    return {
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "LC_ALL": "C.UTF-8",
    }


@pytest.fixture
def akapen(
    program: list[str], surroundings: dict[str, str]
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the command line outside the terminal and return how it ended and what it printed."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, **surroundings}
        return subprocess.run(
            [*program, *arguments], capture_output=True, text=True, env=environment, check=False
        )

    return run
