"""Files of articles that mean harm: each is read literally or refused, by a finding and never by a fall.

`FUZZ=20000 python -m pytest tests/store/test_hostile_articles.py` tries more damaged files.
"""

import json
import os
import random
from pathlib import Path

import pytest

from store.article import Article
from store.errors import DataError, DatasetError
from store.formats.articles import read_articles
from store.formats.reading import Finding, Notice
from store.gold.dataset import GoldDataset
from tests.store.damage import damaged

FUZZ = int(os.environ.get("FUZZ", "150"))
SUFFIXES = (".txt", ".md", ".html", ".jsonl", ".csv", ".ndjson")
HOSTILE = {
    "escape sequences": "\x1b]0;題\x07\x1b[2J\x1b[31m赤\x9b5n",
    "markup": "[bold red]赤[/] [@click=app.quit]押す[/] <script>alert(1)</script>",
    "bidirectional overrides": "請求\u202e円001\u202c\u2066\u2069\u200f",
    "NULs": "前\x00後",
    "format strings": "{0.__class__} %s %n ${PATH} `reboot` $(reboot)",
    "combining marks": "が" + "\u0301" * 5000,
    "unassigned and private characters": "\U0010ffff\ufdd0\ue000\ufffe",
    "line ends of every kind": "一\r二\r\n三\u2028四\x85五\x0b六\x0c七",
    "a formula": '=HYPERLINK("http://example.jp","押す")\n@SUM(A1)\n+1\n-1',
    "a path that climbs": "../../../../etc/passwd",
    "a very long line": "北" * 2_000_000,
}
LINES = {
    "half a surrogate pair": b'{"text": "\\ud83d"}',
    "half a pair in a key": b'{"text": "x", "\\udc00": 1}',
    "deep nesting": b'{"text": "x", "deep": ' + b"[" * 200_000 + b"]" * 200_000 + b"}",
    "an endless number": b'{"text": "x", "n": ' + b"9" * 200_000 + b"}",
    "an infinite number": b'{"text": "x", "n": 1e999999, "m": NaN, "k": -Infinity}',
    "the same key twice": b'{"text": "x", "text": "y"}',
    "a text that is none": b'{"text": 7}',
    "an id that is a list": b'{"text": "x", "id": [1]}',
    "a climbing id": b'{"text": "x", "id": "../../x", "source": "/etc/passwd"}',
    "no object": b"[1]",
    "no JSON": b"{text: 'x'}",
    "bytes of no encoding": b'{"text": "\xff\xfe\xfa"}',
    "a mark before": b"\xef\xbb\xbf" + '{"text": "北"}'.encode(),
    "a pickle": b"\x80\x04cos\nsystem\n(S'true'\ntR.",
}


def read(path: Path) -> list[Finding]:
    found = list(read_articles([path]))
    assert found
    assert all(isinstance(one, Article | Notice | DataError) for one in found)
    for one in found:
        if isinstance(one, DataError):
            assert path.name in one.message
    return found


def kept(findings: list[Finding], path: Path) -> list[str]:
    """Put what was read into a dataset; return the texts that it holds when it is opened again."""
    articles = [one for one in findings if isinstance(one, Article)]
    gold = path.with_name("gold.json")
    with GoldDataset.open(gold) as dataset:
        for article in articles:
            try:
                dataset.add([article])
            except DatasetError as error:
                assert "half of a pair" in error.problem
    if not gold.exists():
        return []
    with GoldDataset.open(gold, read_only=True) as dataset:
        return [article.text for article in dataset.articles()]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("suffix", [".txt", ".jsonl"])
def test_a_hostile_text_is_kept_as_it_is(text: str, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"article{suffix}"
    path.write_bytes((json.dumps({"text": text}) if suffix == ".jsonl" else text).encode())
    findings = read(path)
    if "\0" in text and suffix == ".txt":
        assert [one.problem.split(" (")[0] for one in findings if isinstance(one, DataError)] == ["is binary"]
    else:
        assert kept(findings, path) == [text.replace("\r\n", "\n").replace("\r", "\n")]


@pytest.mark.parametrize("suffix", [".txt", ".jsonl", ".csv"])
def test_a_file_whose_name_is_no_utf8_is_kept_with_its_bytes_shown(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"{os.fsdecode('記事'.encode('shift_jis'))}{suffix}"
    try:
        path.write_text('{"text": "北斗食品"}' if "js" in suffix else "text\n北斗食品は公表した。", "utf-8")
    except OSError:
        pytest.skip("the file system takes no such names")
    found = list(read_articles([tmp_path]))
    kept(found, tmp_path)
    [source] = [one.source for one in found if isinstance(one, Article)]
    assert "\\x8bL\\x8e\\x96" in source


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("北斗食品", "utf-8")
    assert [one.text for one in read_articles([tmp_path]) if isinstance(one, Article)] == ["北斗食品"]


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_a_hostile_line_harms_no_other(line: bytes, tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_bytes(b'{"text": "first"}\n' + line + b'\n{"text": "last"}\n')
    texts = kept(read(path), path)
    assert (texts[0], texts[-1]) == ("first", "last")
    assert sorted(os.listdir(tmp_path)) == ["articles.jsonl", "gold.json"]


def sound(suffix: str) -> bytes:
    texts = ["北斗食品株式会社は5月1日に公表した。", "北斗マルシェ、「停止」", "第三報"]
    if suffix in (".jsonl", ".ndjson"):
        return "\n".join(
            json.dumps({"text": text, "id": text[:2]}, ensure_ascii=False) for text in texts
        ).encode()
    if suffix == ".csv":
        return ("text,id\n" + "\n".join(f'"{text}",{text[:2]}' for text in texts)).encode()
    if suffix == ".html":
        return f"<html><title>題</title><body><p>{'</p><p>'.join(texts)}</p></body></html>".encode()
    return "\n".join(texts).encode(random.choice(("utf-8", "cp932", "euc-jp")))


@pytest.mark.parametrize("seed", range(FUZZ))
def test_a_damaged_file_is_read_or_refused(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    suffix = SUFFIXES[seed % len(SUFFIXES)]
    path = tmp_path / f"article{suffix}"
    path.write_bytes(damaged(sound(suffix), chance))
    kept(read(path), path)
