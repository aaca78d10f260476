import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document import Document
from extract.lazy_pattern import lazy
from extract.nearby import Led, Nearby

SOURCE = r"(?<!の)[店舗]{1,3}(?:サイト|通販)(?![名店])"


def spans(finder, text):
    return [match.span() for match in finder.finditer(Document(text))]


def everywhere(source, text):
    return [match.span() for match in lazy(source).finditer(text)]


@given(st.text("店舗のサイト通販名。", max_size=60))
def test_it_finds_what_the_pattern_finds(text):
    assert spans(Nearby(SOURCE, reach=8), text) == everywhere(SOURCE, text)


def test_matches_keep_their_groups_and_offsets():
    near = Nearby("(?P<name>[ァ-ヺ]{2,5})サイト", reach=10)
    found = near.finditer(Document("。" * 50 + "ゾルナサイト"))
    assert [(match["name"], match.start()) for match in found] == [("ゾルナ", 50)]


def test_a_text_without_its_words_is_not_searched():
    class Untried:
        pattern = SOURCE

        def finditer(self, *_):
            raise AssertionError

    near = Nearby(SOURCE, reach=8)
    near._pattern = Untried()
    assert spans(near, "店舗" * 500) == []


def test_a_pattern_whose_matches_need_no_word_is_refused():
    with pytest.raises(ValueError, match="need no word"):
        spans(Nearby(".*", reach=8), "店舗")


@given(st.text("店舗のサイト通販名。", max_size=60))
def test_its_word_may_be_known_to_stand_at_the_beginning(text):
    source = r"(?<!の)(?:サイト|通販)[店舗]{1,3}"
    assert spans(Nearby(source, reach=8, before=0), text) == everywhere(source, text)


def test_a_pattern_that_words_lead_is_tried_where_they_stand():
    led = Led(["サイト", "サイト名"], "(?:サイト|サイト名):[店舗]{2}")
    assert spans(led, "サイト:店舗、サイト名:店舗、店舗") == [(0, 6), (7, 14)]
