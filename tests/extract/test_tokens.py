import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.tokens import PIECE, Tokens

AWKWARD = [
    "",
    "\0",
    "あ\0い",
    "\ufeffタイトル",
    "か\u3099き",
    "😀𠮷野家",
    "行末\r\n次の行",
    "全角\u3000空白",
    "\ud800あ",
    " \t ",
    "\x01\x7f\u200b",
]


def whole(text: str) -> str:
    """The text with its white space, put together again from tokens and what lies between them."""
    parts, place = [], 0
    for token in Tokens(text):
        parts += [text[place : token.start], token.surface]
        place = token.end
    return "".join(parts) + text[place:]


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_texts_keep_their_offsets(text: str) -> None:
    tokens = list(Tokens(text))
    assert whole(text) == text
    assert all(token.surface == text[token.start : token.end] != "" for token in tokens)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters() | st.sampled_from("あ漢字1０ 　\r\n\t。😀𠮷゙\ufeff\0")))
def test_tokens_lie_in_order_and_cover_all_but_white_space(text: str) -> None:
    place = 0
    for token in Tokens(text):
        assert place <= token.start < token.end <= len(text)
        assert text[place : token.start].strip(" \t\r\n\x0b\x0c") == ""
        place = token.end
    assert text[place:].strip(" \t\r\n\x0b\x0c") == ""


def test_a_text_longer_than_a_piece_is_cut_without_a_seam() -> None:
    sentence = "北斗食品株式会社は、不正アクセスを受けたと発表した。"
    text = sentence * (3 * PIECE // len(sentence))
    alone = [(token.surface, token.pos.first) for token in Tokens(sentence)]
    assert [(token.surface, token.pos.first) for token in Tokens(text)] == alone * (
        len(text) // len(sentence)
    )


def test_a_line_without_an_end_is_cut_too() -> None:
    text = "あ" * (2 * PIECE + 5)
    assert sum(token.end - token.start for token in Tokens(text)) == len(text)


def test_part_of_speech_has_four_levels() -> None:
    token = next(iter(Tokens("東京")))
    assert token.pos == ("名詞", "固有名詞", "地名", "一般")


def test_an_unknown_word_has_stars_for_what_is_missing() -> None:
    assert all(len(token.pos) == 4 for token in Tokens("ﾊﾟｿｺﾝ xyzzy 12,345"))


def test_between_returns_the_tokens_that_touch_a_stretch() -> None:
    tokens = Tokens("個人情報が 漏えいした")
    touched = [tokens[index].surface for index in tokens.between(3, 7)]
    assert touched == ["情報", "が", "漏えい"]
    assert list(tokens.between(5, 6)) == []


def test_at_returns_the_token_over_a_code_point() -> None:
    tokens = Tokens("個人 情報")
    assert tokens.at(1) == 0
    assert tokens.at(2) is None
    assert tokens.at(4) == 1
    assert tokens.at(9) is None
