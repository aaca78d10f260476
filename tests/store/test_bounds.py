"""How much is read at once: lines and files beyond the limits are refused, and memory stays bounded."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

from store import source
from store.article import Article
from store.errors import DataError
from store.formats import articles, csv_table
from store.formats.articles import read_articles
from store.formats.jsonl import rows_of
from store.formats.plain import read_plain

HUGE = 100 * source.MEGABYTE
READ = """
import resource, sys
from pathlib import Path
from store.formats.articles import read_articles
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for found in read_articles([Path(sys.argv[1])]):
    print(getattr(found, "problem", None) or found.text)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.fixture
def small(monkeypatch):
    """Set the limit of an article to 100 bytes."""
    for module in (source, csv_table):
        monkeypatch.setattr(module, "LONGEST_ARTICLE", 100)
    monkeypatch.setitem(articles.READERS, ".txt", (read_plain, 100))


def huge(path: Path, head: str, tail: str) -> Path:
    """Write a file of more than 100 MB in one line between head and tail."""
    with path.open("wb") as file:
        file.write(head.encode())
        for _ in range(HUGE // source.MEGABYTE):
            file.write(b"x" * source.MEGABYTE)
        file.write(tail.encode())
    return path


@pytest.mark.parametrize(
    ("name", "head", "tail", "said"),
    [
        ("a.jsonl", '{"text": "', '"}\n{"text": "last"}\n', ["is longer than 32 MB", "last"]),
        ("a.txt", "", "", ["is larger than 32 MB"]),
        ("a.html", "<p>", "</p>", ["is larger than 8 MB"]),
    ],
)
def test_a_line_of_100_mb_is_refused_in_bounded_memory(tmp_path, name, head, tail, said):
    path = huge(tmp_path / name, head, tail)
    ran = subprocess.run([sys.executable, "-c", READ, path], capture_output=True, text=True, check=True)
    *found, kilobytes = ran.stdout.splitlines()
    assert [line[: len(begin)] for line, begin in zip(found, said, strict=True)] == said
    assert int(kilobytes) * 1024 < 3 * source.LONGEST_ARTICLE


def test_lines_after_one_that_is_too_long_keep_their_numbers(small):
    content = b'{"a": 1}\n' + b"x" * 1000 + b'\n{"a": 2}\n' + b"y" * 101
    rows = [
        (number, row.place if isinstance(row, DataError) else row["a"])
        for number, row in rows_of(BytesIO(content), "a.jsonl")
    ]
    assert rows == [(1, 1), (2, "line 2"), (3, 2), (4, "line 4")]


def test_an_article_as_long_as_the_limit_is_read(small, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"x" * 100)
    (tmp_path / "b.txt").write_bytes(b"x" * 101)
    whole, error = read_articles([tmp_path])
    assert isinstance(whole, Article)
    assert len(whole.text) == 100
    assert isinstance(error, DataError)


def test_a_cell_that_is_too_long_is_refused_with_its_row(small, tmp_path):
    (tmp_path / "a.csv").write_text("text\nfirst\n" + "x" * 101 + "\n")
    first, error = read_articles([tmp_path])
    assert isinstance(first, Article)
    assert isinstance(error, DataError)
    assert error.place == "after row 1"
    assert "field larger than field limit (100)" in error.problem
