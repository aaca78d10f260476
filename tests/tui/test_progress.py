import io
import json
import sys
from pathlib import Path

import pytest

from tui import progress
from tui.progress import articles_in, counted


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def watch(monkeypatch):
    """Gives, within the test, a terminal on stderr and a person of some patience."""

    def begin(patience=-1.0):
        monkeypatch.setattr(sys, "stderr", Terminal())
        monkeypatch.setattr(progress, "PATIENCE", patience)
        return sys.stderr

    return begin


def never():
    raise AssertionError("the total is only asked for a bar")


def test_items_pass_through_without_a_terminal(capsys):
    assert list(counted(range(5), never)) == [0, 1, 2, 3, 4]
    assert capsys.readouterr().err == ""


def test_a_long_run_shows_a_bar(watch):
    terminal = watch()
    assert list(counted(range(5), lambda: 5)) == [0, 1, 2, 3, 4]
    assert "5/5" in terminal.getvalue()


def test_a_bar_of_unknown_length(watch):
    terminal = watch()
    assert list(counted(range(5), lambda: None)) == [0, 1, 2, 3, 4]
    assert "5/?" in terminal.getvalue()


def test_a_short_run_is_quiet(watch):
    terminal = watch(patience=60.0)
    assert list(counted(range(5), never)) == [0, 1, 2, 3, 4]
    assert terminal.getvalue() == ""


def test_articles_are_counted_by_lines_and_files(tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "a"}) + "\n\n" + json.dumps({"text": "b"}), "utf-8")
    (tmp_path / "b.txt").write_text("x", "utf-8")
    assert articles_in([tmp_path / "a.jsonl"]) == 2
    for name in ("notes.pdf", ".hidden.txt", "c.md"):
        (tmp_path / name).write_text("x", "utf-8")
    assert articles_in([tmp_path]) == 4
    (tmp_path / "d.csv").write_text("text\n", "utf-8")
    assert articles_in([tmp_path]) is None
    assert articles_in([tmp_path / "b.txt", Path("-")]) is None
    assert articles_in([tmp_path / "c.csv"]) is None


def test_a_file_that_cannot_be_read_counts_as_one(tmp_path):
    assert articles_in([tmp_path / "missing.jsonl", tmp_path / "b.txt"]) == 2
