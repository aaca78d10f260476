"""A whole session in a real terminal: suggestions, two corrections, confirmation, export."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from tinydb import TinyDB, where

from store.article import article_id
from store.formats.labelled_lines import read_labelled
from store.samples import samples_path

DEV_TEXTS = Path(__file__).parents[3] / "shared" / "dev" / "articles.jsonl"
CORRECTION = "検証用の組織名"

Run = Callable[..., CompletedProcess[str]]


def texts(path: Path) -> list[Any]:
    if not path.exists():
        return [pytest.param("", id="none", marks=pytest.mark.skip(reason=f"needs the texts of {path.name}"))]
    return [
        pytest.param(labelled.article.text, id=labelled.article.external_id)
        for labelled in read_labelled(path)
    ]


def exported(akapen: Run, gold: Path, text: str) -> dict[str, Any]:
    done = akapen("export", "--gold", str(gold), "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return next(row for row in rows if row["text"] == text)


def correct_and_confirm(terminal: Any) -> None:
    """Accept all, take the last character off the first span, give a victim, confirm, leave."""
    terminal.wait_for("undecided")
    terminal.press("A")
    terminal.wait_for("all decided")
    terminal.press("C-Home", "j", "k", "t")
    terminal.wait_for("character")
    terminal.press("}")
    terminal.press("Tab", "Home", "Enter")
    terminal.wait_for("Enter set")
    terminal.press("C-u")
    terminal.type(CORRECTION)
    terminal.wait_for(f"✓ {CORRECTION}")
    terminal.press("Enter")
    terminal.wait_until(lambda screen: "Enter set" not in screen, "the form without its editor")
    terminal.press("c")
    if "before confirming" in terminal.wait_for("confirmed 1", "before confirming"):
        terminal.press("y")
    terminal.wait_for("confirmed 1")
    terminal.press("C-q")
    terminal.wait_for("left with status 0")


def check(akapen: Run, gold: Path, text: str) -> None:
    row = exported(akapen, gold, text)
    assert row["record"]["victim"] == CORRECTION
    assert row["spans"] and all(text[span["start"] : span["end"]] == span["text"] for span in row["spans"])
    database = TinyDB(gold)
    annotations = database.table("annotations").search(where("article") == article_id(text))
    assert [annotation["status"] for annotation in annotations] == ["confirmed"]
    assert database.table("articles").search(where("text") == text)
    moved = [span for span in annotations[0]["spans"] if span.get("suggested")]
    (span,) = moved
    start, end, label = span["suggested"]
    assert (span["start"], span["end"], span["label"]) == (start, end - 1, label)
    assert any((found["start"], found["end"]) == (start, end - 1) for found in row["spans"])
    database.close()
    assert [path.name for path in gold.parent.iterdir() if path.name.startswith(gold.name)] == [gold.name]


def test_the_bundled_samples_without_any_argument(
    terminal: Any, akapen: Run, program: list[str], surroundings: dict[str, str], tmp_path: Path
) -> None:
    first = next(read_labelled(samples_path())).article.text
    terminal.start(*program, **surroundings)
    correct_and_confirm(terminal)
    gold = tmp_path / "data" / "akapen" / "gold.json"
    said = "".join(terminal.screen().split())
    assert f"akapen:{gold}:1confirmed,0drafts;next:" in said
    assert f"export--gold{gold}-ogold.jsonl" in said
    check(akapen, gold, first)


@pytest.mark.parametrize("text", texts(DEV_TEXTS))
def test_a_text_file(
    terminal: Any, akapen: Run, program: list[str], surroundings: dict[str, str], tmp_path: Path, text: str
) -> None:
    file, gold = tmp_path / "article.txt", tmp_path / "gold.json"
    file.write_text(text, encoding="utf-8")
    terminal.start(*program, "review", str(file), "--gold", str(gold), **surroundings)
    correct_and_confirm(terminal)
    check(akapen, gold, text)
