"""Whether the terminal is dark or light, which Textual doesn't find out by itself."""

import os
import re
import select
import sys
import time
from collections.abc import Mapping

WAIT, REMOTE_WAIT = 0.15, 1.0
"""Seconds for a terminal that says nothing at all; others answer as soon as the network lets them."""

_ASK = b"\x1b]11;?\x1b\\\x1b[c"
"""What is the background (OSC 11), then: what are you (DA1). Every terminal answers the latter."""
_DONE = re.compile(rb"\x1b\[\?[\d;]*c")
_COLOUR = re.compile(rb"\]11;rgba?:([0-9a-f]+)/([0-9a-f]+)/([0-9a-f]+)", re.IGNORECASE)


def background_is_dark(environ: Mapping[str, str] = os.environ) -> bool | None:
    """Ask the terminal, before the app takes it over; none where there is no terminal or it doesn't tell."""
    if sys.platform == "win32" or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    wait = REMOTE_WAIT if is_remote(environ) else WAIT
    return is_dark(_ask(sys.stdin.fileno(), sys.stdout.fileno(), wait))


def is_remote(environ: Mapping[str, str]) -> bool:
    """Return whether the terminal is at the other end of a network."""
    return "SSH_CONNECTION" in environ or "SSH_TTY" in environ


def is_dark(answer: bytes) -> bool | None:
    """Return whether the colour in a terminal's answer is dark, none if there is none in it."""
    match = _COLOUR.search(answer)
    if match is None:
        return None
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in match.groups())
    luminance: float = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return luminance < 0.5


def _ask(source: int, target: int, wait: float) -> bytes:
    """Send the question and return what comes back until the second answer or the time is over."""
    import termios
    import tty

    answer = b""
    before = termios.tcgetattr(source)
    try:
        tty.setcbreak(source, termios.TCSANOW)
        os.write(target, _ASK)
        end = time.monotonic() + wait
        while (left := end - time.monotonic()) > 0 and not _DONE.search(answer):
            if not select.select([source], [], [], left)[0]:
                break
            answer += os.read(source, 256)
    finally:
        termios.tcsetattr(source, termios.TCSANOW, before)
    return answer
