"""The letters that matches begin with: known where they can be, and no match is lost by them."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from extract.beginnings import beginnings, led_by_letters
from extract.pattern_cache import PatternCache

PARSER = import_module("re._parser")
TEXT = "2024年5月、北斗食品株式会社は旧サーバーが不正アクセスを受け、約300人のお客様情報が漏れたと発表した。"


def letters(source: str) -> str | None:
    found = beginnings(PARSER.parse(source))
    return None if found is None else "".join(sorted({chr(content) for _, content in found}))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("(?:漏え?い|(?:不正|無断)アクセス)", "不漏無"),
        ("(?:ご|お)?客様", "おご客"),
        ("(?<![一-龠])(?:約)?(?:延べ)?人", "人延約"),
        ("(?P<name>同社|(?=旧)旧社)の", "同旧"),
        ("(?:社|校){2,3}(?:長)?", "校社"),
        ("(?:人)*?件", "人件"),
        (r"(?:の|\Z)件", "の件"),
    ],
)
def test_first_letters_are_found(source, expected):
    assert letters(source) == expected


@pytest.mark.parametrize(
    "source", ["(?:漏え?い)?", "[^。]流出", "(?:漏|.)出", r"(?:漏|\Z)", "(?i:a)b", r"(a)?\1b", "(?:)", ""]
)
def test_what_may_begin_with_any_letter_has_none(source):
    assert letters(source) is None


@pytest.mark.parametrize(
    "source", ["漏えい", "[漏流]出", "^(?:漏|流)出", "", "(?i)(?:a|(?:b|c)d)", "(?:漏|.)出"]
)
def test_what_re_sees_by_itself_or_nobody_can_is_left_alone(source):
    parsed = PARSER.parse(source)
    assert led_by_letters(parsed) is parsed


@pytest.mark.parametrize(
    "source",
    [
        r"(?:(?:不正|無断)アクセス|約?\d+[人件]|お客[様さ]ま?)",
        r"(?<=、)(?:同社|(?:北斗)?食品)|旧?サーバ",
        r"(?P<at>\d+)(?:年|月|人)|(?:(?P<who>弊|同|当)社)",
        r"(?:[ァ-ヺー]{2,}|[A-Z]+)(?=[をが])",
        r"(?i)(?:BEI|(?:北|南)斗)",
        r"(?:た(?=と)|。)\Z|(?:発表)",
    ],
)
def test_no_match_is_lost(source, tmp_path: Path):
    pattern = PatternCache(tmp_path / "patterns").compile(source)
    expected = [(match.span(), match.groups(), match.lastgroup) for match in re.finditer(source, TEXT)]
    assert [(match.span(), match.groups(), match.lastgroup) for match in pattern.finditer(TEXT)] == expected
    assert expected
    assert [bool(pattern.match(TEXT, at)) for at in range(len(TEXT))] == [
        bool(re.compile(source).match(TEXT, at)) for at in range(len(TEXT))
    ]
