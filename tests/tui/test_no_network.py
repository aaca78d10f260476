"""Nothing of akapen asks for the network: every attempt in a whole session would end it."""

import subprocess
import sys
from pathlib import Path

SESSION = """
import asyncio, sys

ATTEMPTS = {"socket." + call for call in ("connect", "bind", "getaddrinfo", "gethostbyname", "sendto")}

def refuse(event, arguments):
    if event == "socket.bind" and arguments[1] == ("::1", 0):
        return  # spaCy's urllib3 asks so whether the machine knows IPv6; nothing listens there
    if event in ATTEMPTS:
        print("network:", event, arguments, flush=True)
        raise SystemExit(9)

sys.addaudithook(refuse)

from pathlib import Path
from store.article import Article
from store.formats.registry import FORMATS
from store.gold.dataset import GoldDataset
from store.schemas.loading import load_schema
from tui.app import AkapenApp
from tui.keyboard.keymap import load_keymap
from tui.language import Language
from tui.main import COMMANDS, main

folder = Path(sys.argv[1])
gold, notice, other = folder / "gold.json", folder / "notice.txt", folder / "other.json"

async def review():
    with GoldDataset.open(gold) as dataset:
        app = AkapenApp(dataset, load_schema(), load_keymap(), Language("en"))
        async with app.run_test(size=(100, 30)) as pilot:
            while not app.session.is_open:
                await pilot.pause()
            for key in ("j", "x", "i", "escape", "A", "c"):
                await pilot.press(key)
            await pilot.press("y")
            while not app.session.queue.finished:
                await pilot.pause()
            await pilot.press("ctrl+q")

def run(*command, status=0):
    given = [str(one) for one in command]
    assert main(given) == status, given
    done.add(given[0])

done = {"review"}
run("import", notice, "--gold", gold)
run("extract", notice)
asyncio.run(review())
for name, known in FORMATS.items():
    out = folder / (name + known.suffix)
    status = main(["export", "--gold", str(gold), "--format", name, "-o", str(out)])
    assert status == 0 or (known.extra and status == 2), name  # an extra that is not installed
done.add("export")
run("import", folder / "jsonl.jsonl", "--gold", other, "--annotator", "taro")
for command in ("log", "stats", "doctor"):
    run(command, "--gold", gold)
run("score", gold)
run("release", "--gold", gold, "-o", folder / "release")
run("diff", gold, other, status=1)
run("merge", gold, other, "-o", folder / "both.json")
run("agree", "--gold", folder / "both.json")
run("doctor", "--gold", gold, "--repair", folder / "repaired.json")
run("delete", Article.from_text(notice.read_text("utf-8")).id, "--gold", other)
run("schema")
run("keys")
assert done == set(COMMANDS), set(COMMANDS) - done
print("done")
"""


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )


def test_no_command_opens_a_connection(tmp_path: Path) -> None:
    notice = "北斗食品株式会社は2023年4月5日、不正アクセスを受け、会員の氏名が流出したと公表した。"
    (tmp_path / "notice.txt").write_text(notice, encoding="utf-8")
    done = run(SESSION, str(tmp_path))
    assert done.stdout.endswith("done\n"), done.stdout[-500:] + done.stderr[-2000:]
    assert done.returncode == 0


def test_the_hook_would_notice(tmp_path: Path) -> None:
    hook = SESSION.split("from pathlib")[0]
    done = run(hook + "import socket; socket.getaddrinfo('localhost', 80)")
    assert done.returncode == 9
    assert "network: socket.getaddrinfo" in done.stdout
