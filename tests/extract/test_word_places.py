"""Words of a text: the first text and later ones, which are searched in another way, tell the same."""

from hypothesis import given
from hypothesis import strategies as st

from extract.word_places import WordPlaces
from extract.word_search import WordSearch

WORDS = st.frozensets(st.text("不正アク漏\0😀", min_size=1, max_size=4))


def test_the_longest_word_at_a_place_counts_and_nothing_inside_it() -> None:
    words = WordPlaces("不正アクセスと不正なアクセス")
    assert words.spans(frozenset(("不正", "不正アクセス", "アクセス"))) == [(0, 6), (7, 9), (10, 14)]


def test_words_that_stand_are_told_from_others() -> None:
    words = WordPlaces("\ud800書類の紛失")
    assert words.among(frozenset(("紛失", "盗難"))) == {"紛失"}
    assert words.among(frozenset()) == frozenset()


def test_a_word_of_each_set_is_needed() -> None:
    words = WordPlaces("書類の紛失")
    lost, paper, mail = frozenset(("紛失", "盗難")), frozenset(("書類",)), frozenset(("メール",))
    assert words.hold((lost, paper))
    assert words.hold(())
    assert not words.hold((lost, mail))


@given(WORDS, WORDS, st.text("不正アク漏\0😀a"))
def test_places_are_those_of_a_search_of_these_words_alone(
    words: frozenset[str], others: frozenset[str], text: str
) -> None:
    expected = WordSearch(words).spans(text)
    places = WordPlaces(text)
    places.among(others)
    assert places.spans(words) == expected
    assert WordPlaces(text).spans(words) == expected  # searched for with all that was asked for before


def test_many_words_are_found_in_the_first_text_as_in_the_next() -> None:
    words = frozenset((*(f"語{number}" for number in range(1_000)), "漏", "れ😀"))
    text = "語12と語999、漏れ😀と語"
    expected = [(0, 3), (4, 8), (9, 10), (10, 12)]
    assert [WordPlaces(text).spans(words) for _ in range(2)] == [expected, expected]
