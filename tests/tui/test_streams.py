import os
import subprocess
import sys

import pytest

AKAPEN = [sys.executable, "-c", "import sys; from tui.main import main; sys.exit(main())"]


def akapen(closed, *arguments):
    """Run a command by a shell that has closed some streams, as services and schedulers do."""
    return subprocess.run(
        ["sh", "-c", f'exec "$@" {closed}', "sh", *AKAPEN, *map(str, arguments)],
        capture_output=True,
        timeout=60,
    )


def test_data_that_no_one_takes_is_told_on_one_line():
    done = akapen(">&-", "schema", "--json")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"akapen: output: it is closed: send it to a file, or to /dev/null\n"


def test_a_command_without_data_needs_no_output(tmp_path):
    (tmp_path / "a.txt").write_text("北斗食品株式会社が公表した。\n", "utf-8")
    done = akapen(">&-", "import", tmp_path / "a.txt", "--gold", tmp_path / "gold.json")
    assert (done.returncode, (tmp_path / "gold.json").exists()) == (0, True)
    assert b"1 imported" in done.stderr


@pytest.mark.parametrize("arguments", [["extract", "nowhere.txt"], ["frobnicate"]])
def test_messages_that_no_one_takes_change_no_status(arguments):
    done = akapen("2>&-", *arguments)
    assert (done.returncode, done.stderr) == (2, b"")


def test_from_closed_input_there_is_nothing_to_read():
    done = akapen("<&-", "extract", "-")
    assert (done.returncode, done.stderr) == (2, b"akapen: -: is empty; there is nothing to read\n")


@pytest.mark.parametrize("encoding", ["ascii", "euc_jp", "latin-1"])
@pytest.mark.parametrize("arguments", [["schema"], ["keys"], ["extract", "--help"]])
def test_tables_and_help_are_utf_8_in_any_locale(arguments, encoding):
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run([*AKAPEN, *arguments], capture_output=True, timeout=60, env=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    usual = subprocess.run([*AKAPEN, *arguments], capture_output=True, timeout=60)
    assert done.stdout.decode("utf-8") == usual.stdout.decode("utf-8")


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_output_that_is_cut_off_is_told_however_it_is_buffered(tmp_path, unbuffered):
    out = tmp_path / "schema.json"
    with out.open("wb") as file:
        done = subprocess.run(
            ["sh", "-c", 'ulimit -f 1 && exec "$@"', "sh", *AKAPEN, "schema", "--json"],
            stdout=file,
            stderr=subprocess.PIPE,
            timeout=60,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        )
    assert (done.returncode, out.stat().st_size) in ((2, 512), (2, 1024))  # a shell's block is either
    assert done.stderr == b"akapen: output: the file is larger than the system allows\n"
