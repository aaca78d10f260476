"""Users without a home, as in containers: HOME is unset, and the system doesn't know them."""

import pwd
from pathlib import Path

import pytest

from tui.configuration import configuration
from tui.keyboard.keymap import load_keymap
from tui.keyboard.keys import load_keys
from tui.main import main


@pytest.fixture
def homeless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder of such a user."""

    def unknown(user: int) -> None:
        raise KeyError(user)

    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", unknown)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_who_names_the_dataset_needs_no_home(homeless: Path) -> None:
    (homeless / "a.txt").write_text("北斗食品が公表した。\n", "utf-8")
    assert main(["import", "a.txt", "--gold", "gold.json"]) == 0
    assert main(["stats", "--gold", "gold.json"]) == 0
    assert (configuration(), load_keymap()) == ((None, None), load_keys())
    assert sorted(path.name for path in homeless.iterdir()) == ["a.txt", "gold.json"]


def test_who_does_not_is_told_to(homeless: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats"]) == 2
    said = "akapen: there is no home folder for a dataset; name one with --gold FILE\n"
    assert capsys.readouterr().err == said
    assert list(homeless.iterdir()) == []
