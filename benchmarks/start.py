"""From the command to first paint, beside an empty Textual app: ``python benchmarks/start.py [--times N]``.

Both run on a terminal of their own and take turns, so that their ratio holds whatever else the machine does.
The clock stops at the first sight of a mark: the empty app's only word; of the review the name in its
header, and the article's text. Both are compiled beforehand, as what pip installs is. Milliseconds, medians.
"""

import argparse
import fcntl
import os
import pty
import select
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path

from store.article import Article
from store.gold.dataset import GoldDataset

PROMISE = 1.5
LIMIT = 20.0
DEVICE_ASKED, DEVICE, BACKGROUND = b"\x1b[c", b"\x1b[?62c", b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\"
"""What a terminal answers at once when asked what it is and how dark; without answers akapen waits."""
EMPTY = "from textual.app import App\nfrom textual.widgets import Static\n" + (
    "class Empty(App):\n    def compose(self):\n        yield Static('READY')\n\nEmpty().run()\n"
)
REVIEW = "import sys\nfrom tui.main import main\nsys.exit(main())\n"
TEXT_MARK = "通販サイト"
TEXT = f"{TEXT_MARK}「北斗マルシェ」への不正アクセスにより、2,577件が漏えいした。\n" * 40


def first_sights(command: list[str], marks: Sequence[str], compiled: Path) -> list[float]:
    """Run a command on a terminal of its own until all marks were seen; return when each was (ms).

    Args:
        command: the program and its arguments.
        marks: what to wait for.
        compiled: the folder for compiled modules.

    Raises:
        TimeoutError: one never showed.
    """
    start = time.perf_counter()
    child, terminal = pty.fork()
    if not child:
        wanted = {"TERM": "xterm-256color", "PYTHONPYCACHEPREFIX": str(compiled)}
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        os.execve(command[0], command, kept | wanted)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    seen, output = dict[str, float](), b""
    try:
        while len(seen) < len(marks):
            if not select.select([terminal], [], [], LIMIT)[0]:
                raise TimeoutError(f"not seen: {set(marks) - set(seen)}")
            output += (data := os.read(terminal, 65536))
            if DEVICE_ASKED in data:
                os.write(terminal, BACKGROUND + DEVICE)
            now = (time.perf_counter() - start) * 1000
            seen |= {mark: now for mark in marks if mark not in seen and mark.encode() in output}
    finally:
        os.kill(child, 9)
        os.waitpid(child, 0)
        os.close(terminal)
    return [seen[mark] for mark in marks]


def main() -> int:
    """Print the table; exit with 1 if the promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=15, help="how often each is started")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        gold, compiled = Path(folder) / "gold.json", Path(folder) / "compiled"
        with GoldDataset.open(gold, annotator="花子") as dataset:
            dataset.add([Article.from_text(TEXT, title="知らせ")])
        review = [sys.executable, "-c", REVIEW, "review", "--gold", str(gold)]
        empty, ours, text = [], [], []
        for turn in range(options.times + 1):
            nothing = first_sights([sys.executable, "-c", EMPTY], ["READY"], compiled)
            paint, article = first_sights(review, ["akapen", TEXT_MARK], compiled)
            if turn:  # the first one compiles
                empty += nothing
                ours.append(paint)
                text.append(article)
    floor = statistics.median(empty)
    for name, times in (("empty app", empty), ("first paint", ours), ("article's text", text)):
        median = statistics.median(times)
        print(f"{name:<16} {median:>6.0f} ms  {median / floor:>5.2f}")
    return int(statistics.median(ours) > PROMISE * floor)


if __name__ == "__main__":
    sys.exit(main())
