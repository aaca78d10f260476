import pytest

from store.release.markdown import literal, table


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("北斗食品株式会社", "北斗食品株式会社"),
        ("a|b", "a\\|b"),
        ("<script>", "\\<script\\>"),
        ("[x](http://example.jp)", "\\[x\\](http://example.jp)"),
        ("一\n# 二\t三", "一 \\# 二 三"),
        ("\x1b[31m赤\u202e", "\ufffd\\[31m赤\ufffd"),
        ("card_count", "card\\_count"),
    ],
)
def test_text_from_outside_is_literal_and_on_one_line(text, shown):
    assert literal(text) == shown


def test_a_table_shows_what_is_missing_and_rounds_ratios():
    assert table(("a", "b"), [(None, 0.66666), ("x|y", 3)]) == (
        "| a | b |\n| --- | --- |\n| – | 0.667 |\n| x\\|y | 3 |\n"
    )
