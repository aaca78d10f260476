"""What confirmed gold teaches the extractor."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document import Document
from extract.extractor import Extractor
from extract.lessons import NOTHING, RULE, Lessons, Tally, Term
from store.schemas.loading import load_schema
from store.span import HUMAN, Span

NAME = "そよかぜ便"
"""A name that no rule knows."""
FIRST = f"{NAME}で不具合があった。{NAME}は停止している。"
NEXT = f"きょうも{NAME}が使えなかった。"


def marked(text: str, surface: str, label: str = "SERVICE", origin: str = HUMAN) -> list[Span]:
    """Label every place of a surface, as a person who confirmed the article did."""
    spans, start = [], text.find(surface)
    while start >= 0:
        end = start + len(surface)
        spans.append(Span(f"s{start}", start, end, label, surface, origin, status="accepted"))
        start = text.find(surface, end)
    return spans


def found(text: str, lessons: Lessons) -> list[tuple[str, float]]:
    extractor = Extractor(load_schema(), lessons)
    return [(span.text, span.score or 0) for span in extractor.suggest(text).spans if span.origin == RULE]


def test_a_name_marked_twice_is_suggested_in_the_next_article():
    assert found(NEXT, NOTHING) == []
    lessons = NOTHING.after(FIRST, marked(FIRST, NAME))
    assert found(NEXT, lessons) == [(NAME, 0.75)]
    [span] = [span for span in Extractor(load_schema(), lessons).suggest(NEXT).spans if span.origin == RULE]
    assert (span.label, span.why) == ("SERVICE", ("2/2",))


def test_once_is_not_enough():
    assert found(NEXT, NOTHING.after(NEXT, marked(NEXT, NAME))) == []


def test_places_that_people_leave_unlabelled_take_it_back():
    lessons = NOTHING.after(FIRST, marked(FIRST, NAME)).after(NEXT, [])
    assert lessons.tallies[Term(NAME, "SERVICE")] == Tally(2, 3)
    assert found(NEXT, lessons) == []


def test_what_a_rule_found_and_a_person_accepted_teaches_as_well():
    lessons = NOTHING.after(FIRST, marked(FIRST, NAME, origin="service.quoted"))
    assert found(NEXT, lessons) == [(NAME, 0.75)]


def test_suggestions_that_were_learned_count_from_then_on():
    lessons = NOTHING.after(FIRST, marked(FIRST, NAME)).after(NEXT, marked(NEXT, NAME, origin=RULE))
    assert lessons.tallies[Term(NAME, "SERVICE")] == Tally(3, 3)


@pytest.mark.parametrize("surface", ["5月9日", "１２件", "会", "長" * 41])
def test_what_does_not_come_again_is_not_learned(surface):
    text = f"{surface}、{surface}"
    assert NOTHING.after(text, marked(text, surface)) == NOTHING


def test_a_place_inside_of_another_gold_span_is_no_counterexample():
    text = f"{NAME}は停止した。{NAME}は再開した。{NAME}本店は閉じた。"
    spans = [*marked(text, NAME)[:2], *marked(text, f"{NAME}本店")]
    assert NOTHING.after(text, spans).tallies[Term(NAME, "SERVICE")] == Tally(2, 2)


@pytest.mark.parametrize("text", ["マルソヨカゼデスク", "ソヨカゼデスクトップ", "mysoyokaze"])
def test_a_name_is_not_cut_out_of_a_longer_word(text):
    name = "soyokaze" if text.isascii() else "ソヨカゼデスク"
    source = f"{name}と{name}"
    assert found(text, NOTHING.after(source, marked(source, name))) == []


@given(
    st.text("あア北1 \n", max_size=12), st.text("あア北1 \n", min_size=1, max_size=3), st.text("あア北1 \n")
)
def test_what_is_learned_is_where_it_says(text, surface, other):
    lessons = NOTHING.after(text, marked(text, surface))
    for mention in lessons.find(Document(other), "SERVICE"):
        assert other[mention.start : mention.end] == surface
    for tally in lessons.tallies.values():
        assert 0 <= tally.labelled <= tally.places
