"""The configuration file says who works here, unless the command line does."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from store.errors import UnreadableFileError
from store.gold.dataset import GoldDataset
from store.schemas.loading import load_schema
from tui.app import AkapenApp
from tui.configuration import THEMES, ConfigurationError, configuration
from tui.keyboard.keys import load_keys
from tui.language import Language
from tui.look.themes import NAMES

ROW = {"text": "北斗食品は公表した。", "label": [[0, 4, "ORG"]]}


def write(folder: Path, content: str | bytes) -> Path:
    path = folder / "config.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_it_names_the_annotator(tmp_path: Path) -> None:
    assert configuration(write(tmp_path, 'annotator = "花子"\n')).annotator == "花子"
    assert configuration(write(tmp_path, "# nothing\n")) == (None, None)
    assert configuration(tmp_path / "none.toml") == (None, None)


@pytest.mark.parametrize("name", THEMES)
def test_it_names_the_theme(name: str, tmp_path: Path) -> None:
    assert configuration(write(tmp_path, f'theme = "{name}"')).theme == name
    with GoldDataset.open(tmp_path / "gold.json", annotator="花子") as dataset:
        app = AkapenApp(dataset, load_schema(), load_keys(), Language("ja"), theme=name)
        assert NAMES[app.theme] == name
        app.session.saver.close()


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        ("annotator = 3", "line 1, annotator", "give a name"),
        ('\nannotator = " "', "line 2, annotator", "give a name"),
        (r'annotator = "花\u001b[2J"', "line 1, annotator", "printable characters"),
        ('annotater = "花子"', "line 1, annotater", "unknown key"),
        ('annotator = "花子"\ntheme = "bright"', "line 2, theme", "light, dark, contrast"),
        ("theme = []", "line 1, theme", "light, dark, contrast"),
        ("annotator", "line 1", "not TOML"),
        ("x = " + "[" * 99_999, "", "not TOML"),
    ],
)
def test_what_it_cannot_say_is_refused_with_its_place(
    content: str, place: str, words: str, tmp_path: Path
) -> None:
    path = write(tmp_path, content)
    with pytest.raises(ConfigurationError) as refused:
        configuration(path)
    assert refused.value.message.startswith(f"{path} @ {place}" if place else f"{path}: ")
    assert words in refused.value.message


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="not UTF-8"):
        configuration(write(tmp_path, 'annotator = "花子"'.encode("cp932")))


@pytest.mark.skipif(sys.platform != "linux", reason="the folder is set by XDG_CONFIG_HOME")
@pytest.mark.parametrize(("given", "annotator"), [([], "花子"), (["--annotator", "太郎"], "太郎")])
def test_the_command_line_outweighs_it(given: list[str], annotator: str, tmp_path: Path) -> None:
    (tmp_path / "akapen").mkdir()
    write(tmp_path / "akapen", 'annotator = "花子"')
    (tmp_path / "a.jsonl").write_text(json.dumps(ROW))
    gold = tmp_path / "gold.json"
    command = [
        sys.executable,
        "-c",
        "from tui.main import main; raise SystemExit(main())",
        "import",
        "--format",
        "doccano",
        tmp_path / "a.jsonl",
    ]
    environment = {"XDG_CONFIG_HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    subprocess.run([*command, "--gold", gold, *given], check=True, env=environment, capture_output=True)
    [document] = json.loads(gold.read_text())["annotations"].values()
    assert document["annotator"] == annotator
