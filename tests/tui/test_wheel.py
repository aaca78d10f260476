"""The wheel, built and installed: it has its data files and a working command."""

import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
DATA = (".toml", ".tcss", ".jsonl", ".txt", ".typed")


def run(*command, **options):
    return subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=True, **options
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in ("tui", "extract", "store"):
        shutil.copytree(ROOT / name, source / name, ignore=ignored)
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, source)
    try:
        run(
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "--wheel-dir",
            folder,
            source,
            timeout=120,
        )
    except subprocess.CalledProcessError as error:
        if "hatchling" not in error.stderr:
            raise
        pytest.skip("hatchling can't be fetched here, so the wheel can't be built")
    return next(folder.glob("akapen-*.whl"))


def test_the_wheel_holds_every_data_file(wheel):
    here = {
        str(path.relative_to(ROOT))
        for name in ("tui", "extract", "store")
        for path in (ROOT / name).rglob("*")
        if path.suffix in DATA
    }
    assert here - set(ZipFile(wheel).namelist()) == set()


def test_the_installed_command_works(wheel, tmp_path):
    venv.create(tmp_path / "venv", with_pip=False)
    python = tmp_path / "venv" / "bin" / "python"
    own = Path(sysconfig.get_path("purelib", vars={"base": tmp_path / "venv"}))
    with ZipFile(wheel) as packed:
        packed.extractall(own)
    (own / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    start = [python, "-c", "import sys; from tui.main import main; sys.exit(main())"]
    assert "incident" in run(*start, "schema", cwd=tmp_path).stdout
    assert "span.accept" in run(*start, "keys", cwd=tmp_path).stdout
    notice = tmp_path / "notice.txt"
    notice.write_text("北斗食品株式会社は2023年4月5日、不正アクセスを発表した。", "utf-8")
    assert '"label":"DATE"' in run(*start, "extract", notice, cwd=tmp_path).stdout
    where = run(python, "-c", "import store; print(store.__file__)", cwd=tmp_path).stdout
    assert where.startswith(str(tmp_path / "venv"))
