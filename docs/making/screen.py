"""A real terminal to record: tmux with one window, typed into and looked at."""

import os
import shlex
import subprocess
import time
from pathlib import Path


class Screen:
    """A shell in a terminal of its own, whose home and data lie in a folder.

    Args:
        folder: for the data and the socket.
        size: columns and lines.
        path: where programs are looked for first.
    """

    def __init__(self, folder: Path, size: tuple[int, int], path: Path) -> None:
        self._tmux = ["tmux", "-u", "-f", "/dev/null", "-S", str(folder / "socket")]
        surroundings = {
            "HOME": str(folder),
            "PATH": f"{path}:{os.environ['PATH']}",
            "PS1": "$ ",
            "LC_ALL": "C.UTF-8",
            "COLORTERM": "truecolor",
            **{f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("DATA", "CONFIG", "STATE")},
        }
        named = shlex.join(f"{name}={value}" for name, value in surroundings.items())
        columns, lines = map(str, size)
        self._run("new-session", "-d", "-x", columns, "-y", lines, "-s", "a", f"env -i {named} sh")
        self._run("set", "-g", "escape-time", "0")
        self._run("set", "-g", "status", "off")

    def press(self, key: str) -> None:
        """Press a key by tmux's name, or type a text, which begins with a blank for want of a name."""
        if key.startswith(" "):
            self._run("send-keys", "-t", "a", "-l", "--", key[1:])
        else:
            self._run("send-keys", "-t", "a", "--", key)

    def rows(self, colours: bool = False) -> list[str]:
        """Return the screen's lines, without trailing blanks, with or without their colours."""
        shown = self._run("capture-pane", "-p", *(["-e"] if colours else []), "-t", "a")
        return shown.removesuffix("\n").split("\n")

    def wait_for(self, words: str, patience: float = 30.0) -> None:
        """Wait until words are on the screen.

        Raises:
            TimeoutError: they don't come.
        """
        end = time.monotonic() + patience
        while not any(words in row for row in self.rows()):
            if time.monotonic() > end:
                raise TimeoutError(f"never on the screen: {words}\n" + "\n".join(self.rows()))
            time.sleep(0.05)

    def close(self) -> None:
        """End it and all that runs in it."""
        subprocess.run([*self._tmux, "kill-server"], capture_output=True, check=False)

    def _run(self, *arguments: str) -> str:
        return subprocess.run([*self._tmux, *arguments], capture_output=True, text=True, check=True).stdout
