import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.folding import folded, matches


@pytest.mark.parametrize(
    ("words", "text", "stretches"),
    [
        ("abc", "xＡＢＣx", ((1, 4),)),
        ("カード", "かーどとｶｰﾄﾞ", ((0, 3), (4, 8))),
        ("が", "カ\u3099ガｶﾞ", ((0, 2), (2, 3), (3, 5))),
        ("１２", "12 １2", ((0, 2), (3, 5))),
        ("か", "が", ()),
        ("", "なにか", ()),
        ("aa", "aaa", ((0, 2),)),
    ],
)
def test_width_case_and_kana_do_not_matter(words: str, text: str, stretches: object) -> None:
    assert matches(words, text) == stretches


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(folded(text)) == len(text)


@given(st.text(min_size=1), st.text(), st.text())
def test_matches_are_stretches_of_the_text(words: str, before: str, after: str) -> None:
    text = before + words + after
    for start, end in matches(words, text):
        assert 0 <= start < end <= len(text)
