"""Compiled patterns kept between starts: the same matches, and no harm from a damaged file."""

import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from extract import pattern_cache
from extract.pattern_cache import PatternCache

SOURCES = (
    r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月)?",
    r"(?i:wifi)\s?[ァ-ヺー]+(?<!サイト)",
    r"[^\W0-9々]{2,5}(?=株式会社|\Z)",
    "漏え?い|流出|[\ud800-\udfff]".encode("unicode_escape").decode(),
)
TEXT = "2024年5月に北斗食品株式会社のWiFiルーターから流出した。漏えいは2025年まで続いた"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "rules.patterns"


def filled(path: Path) -> PatternCache:
    cache = PatternCache(path)
    for source in SOURCES:
        cache.compile(source)
    cache.save()
    return PatternCache(path)


@pytest.fixture
def compiled_anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The patterns that are compiled from their sources."""
    seen: list[str] = []
    compiling = pattern_cache._compiled

    def noted(source: str) -> object:
        seen.append(source)
        return compiling(source)

    monkeypatch.setattr(pattern_cache, "_compiled", noted)
    return seen


@pytest.mark.parametrize("source", SOURCES)
def test_a_kept_pattern_matches_as_a_compiled_one_does(path, source, compiled_anew):
    kept, anew = filled(path), re.compile(source)
    compiled_anew.clear()
    pattern = kept.compile(source)
    assert compiled_anew == []
    assert [m.span() for m in pattern.finditer(TEXT)] == [m.span() for m in anew.finditer(TEXT)]
    assert (pattern.pattern, pattern.flags, pattern.groups) == (anew.pattern, anew.flags, anew.groups)
    assert pattern.groupindex == anew.groupindex


def test_groups_are_known_by_name_after_a_start(path):
    match = filled(path).compile(SOURCES[0]).search(TEXT)
    assert match is not None
    assert match.groupdict() == {"year": "2024", "month": "5"}
    assert match.lastgroup == "month"


def test_an_error_in_a_pattern_is_told_as_ever(path):
    with pytest.raises(re.error, match="unterminated"):
        PatternCache(path).compile("(漏")


@pytest.mark.parametrize("damage", ["empty", "cut", "flipped", "foreign"])
def test_a_damaged_file_is_passed_over(path, damage, compiled_anew):
    filled(path)
    data = path.read_bytes()
    middle = len(data) // 2
    damaged = {
        "empty": b"",
        "cut": data[:middle],
        "flipped": data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :],
        "foreign": b"\x00\x00\x00\x00no patterns",
    }
    path.write_bytes(damaged[damage])
    compiled_anew.clear()
    assert PatternCache(path).compile(SOURCES[0]).findall(TEXT) == [("2024", "5"), ("2025", "")]
    assert compiled_anew == [SOURCES[0]]


def test_numbers_that_re_refuses_are_passed_over(path):
    kept = filled(path)
    refused = pattern_cache._Kept(32, b"\xff\xff\xff\x7f" * 3, 0, {})
    kept._kept[SOURCES[1]] = msgspec.Raw(msgspec.msgpack.encode(refused))
    assert kept.compile(SOURCES[1]).findall(TEXT) == re.findall(SOURCES[1], TEXT)


def test_a_start_without_new_patterns_writes_nothing(path):
    kept = filled(path)
    before = path.stat().st_mtime_ns
    kept.compile(SOURCES[0])
    kept.save()
    assert path.stat().st_mtime_ns == before


def test_patterns_of_rules_that_are_no_more_are_left_out_in_the_end(path, monkeypatch):
    monkeypatch.setattr(pattern_cache, "_MOST", len(SOURCES))
    kept = filled(path)
    kept.compile("新しい規則")
    kept.save()
    assert set(PatternCache(path)._kept) == {"新しい規則"}


def test_a_folder_that_takes_no_file_is_no_error(tmp_path):
    (tmp_path / "kept").write_text("a file where the folder should be", "utf-8")
    cache = PatternCache(tmp_path / "kept" / "rules.patterns")
    assert cache.compile("漏えい").search(TEXT)
    cache.save()
    assert [one.name for one in tmp_path.iterdir()] == ["kept"]


def test_a_second_start_compiles_nothing(tmp_path):
    program = (
        "from extract import pattern_cache as kept\n"
        "compiling, seen = kept._compiled, []\n"
        "kept._compiled = lambda source: seen.append(source) or compiling(source)\n"
        "from extract.extractor import Extractor\n"
        "from store.schemas.loading import load_schema\n"
        f"Extractor(load_schema(None)).suggest({TEXT!r})\n"
        "print(len(seen))"
    )
    command = [sys.executable, "-X", f"pycache_prefix={tmp_path}", "-c", program]
    first, second = (int(subprocess.check_output(command, timeout=60)) for _ in range(2))
    assert first > 50
    assert second == 0
