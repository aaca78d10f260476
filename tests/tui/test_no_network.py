"""Nothing of akapen asks for the network: every attempt in a whole session would end it."""

import subprocess
import sys
from pathlib import Path

SESSION = """
import asyncio, sys

ATTEMPTS = {"socket." + call for call in ("connect", "bind", "getaddrinfo", "gethostbyname", "sendto")}

def refuse(event, arguments):
    if event in ATTEMPTS:
        print("network:", event, arguments, flush=True)
        raise SystemExit(9)

sys.addaudithook(refuse)

from pathlib import Path
from store.gold.dataset import GoldDataset
from store.schemas.loading import load_schema
from tui.app import AkapenApp
from tui.keyboard.keymap import load_keymap
from tui.language import Language
from tui.main import main

folder = Path(sys.argv[1])
gold = folder / "gold.json"
assert main(["import", str(folder / "notice.txt"), "--gold", str(gold)]) == 0
assert main(["extract", str(folder / "notice.txt")]) == 0

async def review():
    with GoldDataset.open(gold) as dataset:
        app = AkapenApp(dataset, load_schema(), load_keymap(), Language("en"))
        async with app.run_test(size=(100, 30)) as pilot:
            for key in ("enter", "j", "a", "x", "u", "c", "ctrl+q"):
                await pilot.press(key)

asyncio.run(review())
for command in (["export", "--status", "draft", "--status", "confirmed"], ["log"], ["doctor"]):
    assert main([*command, "--gold", str(gold)]) == 0
print("done")
"""


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )


def test_a_session_opens_no_connection(tmp_path: Path) -> None:
    (tmp_path / "notice.txt").write_text("北斗食品株式会社は2023年4月5日に公表した。", encoding="utf-8")
    done = run(SESSION, str(tmp_path))
    assert done.stdout.endswith("done\n"), done.stdout[-500:] + done.stderr[-2000:]
    assert done.returncode == 0


def test_the_hook_would_notice(tmp_path: Path) -> None:
    hook = SESSION.split("from pathlib")[0]
    done = run(hook + "import socket; socket.getaddrinfo('localhost', 80)")
    assert done.returncode == 9
    assert "network: socket.getaddrinfo" in done.stdout
