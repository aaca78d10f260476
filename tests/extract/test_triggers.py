import pytest

from extract.triggers import Triggers
from extract.word_places import WordPlaces

LOST, MAIL, ANY, BOTH = range(4)
TRIGGERS = Triggers(
    [
        (frozenset(("紛失", "盗難")),),
        (frozenset(("送信",)),),
        (),
        (frozenset(("紛失",)), frozenset(("車内",))),
    ]
)


def living(text: str) -> set[int]:
    found = TRIGGERS.living(text)
    return {number for number in range(4) if found >> number & 1}


def test_one_word_of_each_set_is_needed():
    assert living("車内で書類を紛失") == {LOST, ANY, BOTH}
    assert living("書類の盗難") == {LOST, ANY}
    assert living("誤送信と紛失") == {LOST, MAIL, ANY}


def test_what_needs_nothing_can_always_match():
    assert living("") == {ANY}
    assert Triggers([]).living("紛失") == 0


@pytest.mark.parametrize("text", ["車内で書類を紛失", "書類の盗難", "誤送信と紛失", ""])
def test_the_words_of_a_document_tell_the_same(text):
    assert TRIGGERS.living_by(WordPlaces(text)) == TRIGGERS.living(text)


def test_each_stretch_of_a_text_has_its_own():
    text = "車内で書類を紛失した。紛失と送信。車内の盗難"
    stretches = [(0, 11), (11, 17), (17, 22)]
    assert TRIGGERS.living_each(text, stretches) == [TRIGGERS.living(text[slice(*one)]) for one in stretches]


def test_a_word_across_an_edge_or_between_stretches_stands_in_none():
    text = "紛失、車内で紛失、盗難"
    assert TRIGGERS.living_each(text, [(1, 5), (6, 7), (9, 9)]) == [TRIGGERS.living("")] * 3
    assert TRIGGERS.living_each(text, []) == []
