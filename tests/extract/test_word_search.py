import re

from hypothesis import given
from hypothesis import strategies as st

from extract.alternation import alternation, guarded
from extract.word_search import WordSearch, WordSet


def test_the_longest_word_at_a_place_is_found_and_nothing_inside_it() -> None:
    search = WordSearch(["不正", "不正アクセス", "アクセス"])
    assert search.spans("不正アクセスと不正なアクセス") == [(0, 6), (7, 9), (10, 14)]


def test_offsets_are_code_points_beyond_the_basic_plane_too() -> None:
    assert WordSearch(["漏えい"]).spans("𠮷野家😀漏えい") == [(4, 7)]


def test_no_words_find_nothing() -> None:
    assert WordSearch([]).spans("漏えい") == []


def test_a_lone_surrogate_shifts_no_offset() -> None:
    assert WordSearch(["漏えい"]).spans("\ud800漏えい\udfff") == [(1, 4)]


@given(st.sets(st.text("不正アク漏\0😀", min_size=1, max_size=4)), st.text("不正アク漏\0😀a"))
def test_it_finds_what_a_regular_expression_of_the_words_finds(words: set[str], text: str) -> None:
    expected = [match.span() for match in re.finditer(alternation(words), text)] if words else []
    assert WordSearch(words).spans(text) == expected


def test_a_set_tells_of_words_within_words_too() -> None:
    words = WordSet(["不正", "正アク", "不正アクセス", "紛失"])
    assert words.places("不正アクセス") == [(0, 0, 2), (1, 1, 4), (2, 0, 6)]
    assert words.places("") == []
    assert words.places("\ud800紛失と紛失") == [(3, 1, 3), (3, 4, 6)]
    assert words.starts("不正アク、不正") == {"不正": [0, 5], "正アク": [1]}


def test_words_behind_a_look_at_their_first_letters_are_the_same():
    words, text = ("不正", "不正アクセス", "(株)", "-9", "]"), "旧不正アクセスの(株)と-9と]"
    for pattern in (f"{guarded(words)}", f"^.*?{guarded(words)}", f"(.*){guarded(words)}"):
        plain = pattern.replace(guarded(words), alternation(words))
        assert pattern != plain
        assert [m.span() for m in re.finditer(pattern, text)] == [m.span() for m in re.finditer(plain, text)]
