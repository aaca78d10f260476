from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.text.cells import Cells
from tui.text.characters import characters
from tui.text.wrap import line_end

JAPANESE = st.text(
    st.sampled_from(
        "漢字かなっょーカッ、。！？「」『』（）・…―々123,45.%ａ１２，abc -()"
        "👩\u200d🔥\ufe0f\u3099\u3000\x1b￥"
    ),
    max_size=120,
)


def wrapped(text, width):
    cells = Cells.of(text)
    lines, start = [], 0
    while start < len(text):
        end = line_end(text, cells.widths, start, len(text), width)
        lines.append(text[start:end])
        start = end
    return lines


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("昨日東京で起きた。", 16, ["昨日東京で起き", "た。"]),
        ("お客様の「情報」です", 10, ["お客様の", "「情報」で", "す"]),
        ("昨日（火曜）に", 6, ["昨日", "（火", "曜）に"]),
        ("サーバーの件", 6, ["サー", "バーの", "件"]),
        ("きっと待った", 8, ["きっと", "待った"]),
        ("情報が……漏れた", 8, ["情報が……", "漏れた"]),
        ("情報が……漏れた", 7, ["情報が", "……漏れ", "た"]),
        ("人々の声", 3, ["人", "々", "の", "声"]),
        ("件数は12,345件だ", 10, ["件数は", "12,345件だ"]),
        ("件数は１２，３４５件", 12, ["件数は", "１２，３４５", "件"]),
        ("read the news", 8, ["read the ", "news"]),
        ("昨日 東京都内で", 8, ["昨日 東", "京都内で"]),
        ("価格は￥500だ", 8, ["価格は", "￥500だ"]),
        ("対象は100%です", 9, ["対象は", "100%です"]),
        ("https://example.co.jp/a", 10, ["https://ex", "ample.co.j", "p/a"]),
        ("　段落の頭", 6, ["　段落", "の頭"]),
    ],
)
def test_lines_end_where_japanese_allows_it(text, width, lines):
    assert wrapped(text, width) == lines


def test_a_line_of_nothing_but_closers_is_cut_where_it_must_be():
    assert wrapped("」」」」」。、", 6) == ["」」」", "」」。", "、"]


def test_a_cluster_wider_than_the_line_has_a_line_of_its_own():
    advance = bytes([9, 2])
    assert line_end("漢字", advance, 0, 2, 4) == 1


@settings(max_examples=500, deadline=None)
@given(JAPANESE, st.integers(4, 30))
def test_every_character_stands_on_exactly_one_line(text, width):
    assert "".join(wrapped(text, width)) == text


@settings(max_examples=500, deadline=None)
@given(JAPANESE, st.integers(4, 30))
def test_lines_fit_and_only_a_space_may_hang(text, width):
    for line in wrapped(text, width):
        cells = sum(Cells.of(line).widths)
        assert cells <= width or (cells == width + 1 and line.endswith(" "))


@settings(max_examples=500, deadline=None)
@given(JAPANESE, st.integers(4, 30))
def test_no_cluster_is_cut(text, width):
    cells = Cells.of(text)
    place = 0
    for line in wrapped(text, width):
        assert cells.start(place) == place
        place += len(line)


@settings(max_examples=500, deadline=None)
@given(st.text(st.sampled_from("漢字かなっょー、。「」（）…１２a"), max_size=120), st.integers(12, 30))
def test_a_rule_is_broken_only_where_the_line_has_no_other_place_to_end(text, width):
    rules = characters().kinsoku
    no_start, no_end = set("".join(rules.no_start)), set("".join(rules.no_end))
    lines = wrapped(text, width)
    for line, following in pairwise(lines):
        if following[0] in no_start or line[-1] in no_end:
            assert not any(
                line[i] not in no_start and line[i - 1] not in no_end and line[i] not in "１２a…"
                for i in range(1, len(line))
            )


@pytest.mark.parametrize("unit", ["お客様の個人情報が漏えいした。", "a", "」", "か\u3099", " "])
def test_a_line_as_long_as_the_article_is_wrapped_whole(unit):
    text = unit * (100_000 // len(unit))
    lines = wrapped(text, 60)
    assert sum(map(len, lines)) == len(text)
    assert max(sum(Cells.of(line).widths) for line in lines) <= 61
