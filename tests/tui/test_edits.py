"""Edits are pure: what is true of an annotation after any of them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from store.annotation import Annotation
from store.schemas.loading import load_schema
from store.span import Span
from store.value import FieldValue
from tui.review.edits import (
    accept_all,
    add_span,
    decide_span,
    move_span,
    new_span,
    relabel,
    trimmed,
    with_room,
)
from tui.review.value_edits import add_value, decide_value, mark_not_stated, set_value, values_of

TEXT = "北斗食品株式会社は2023年4月5日に発表した。"
SCHEMA = load_schema()
START = Annotation(
    "a",
    "me",
    (Span("s1", 0, 8, "ORG", TEXT[0:8], "rule", 0.9), Span("s2", 9, 18, "DATE", TEXT[9:18], "rule", 0.8)),
    (FieldValue("v1", "victim", TEXT[0:8], ("s1",), "rule", 0.9),),
)


def test_a_moved_span_keeps_what_the_machine_said_until_it_is_back() -> None:
    moved = move_span(START, TEXT, "s1", 0, 4)
    span = moved.span("s1")
    assert span is not None and span.text == "北斗食品" and span.status == "accepted"
    assert span.suggested is not None and span.suggested.end == 8
    back = move_span(moved, TEXT, "s1", 0, 8).span("s1")
    assert back is not None and back.suggested is None


def test_a_rejected_suggestion_stays_and_ones_own_goes() -> None:
    kept = decide_span(START, "s1", "rejected").span("s1")
    assert kept is not None and kept.status == "rejected"
    own = new_span(START, TEXT, 18, 19, "ORG")
    after = decide_span(add_span(START, own, overlap=False), own.id, "rejected")
    assert after == START


def test_relabelling_remembers_the_label() -> None:
    span = relabel(START, "s1", "SERVICE").span("s1")
    assert span is not None and span.suggested is not None and span.suggested.label == "ORG"


def test_a_single_field_holds_one_value_and_a_list_several() -> None:
    victim, service = SCHEMA.field("victim"), SCHEMA.field("service")
    assert victim is not None and service is not None
    one = add_value(START, SCHEMA, victim, "別の会社")
    assert [(value.value, value.suggested) for value in values_of(one, "victim")] == [("別の会社", TEXT[0:8])]
    two = add_value(add_value(START, SCHEMA, service, "甲"), SCHEMA, service, "乙")
    assert [value.value for value in values_of(two, "service")] == ["甲", "乙"]
    assert add_value(two, SCHEMA, service, "乙") == two


def test_not_stated_gives_way_to_a_value() -> None:
    victim = SCHEMA.field("victim")
    assert victim is not None
    silent = mark_not_stated(START, SCHEMA, victim)
    assert [(value.value, value.status) for value in silent.values] == [
        (TEXT[0:8], "rejected"),
        (None, "accepted"),
    ]
    spoken = add_value(silent, SCHEMA, victim, TEXT[0:8])
    assert [(value.value, value.status) for value in spoken.values] == [(TEXT[0:8], "accepted")]


def test_a_value_by_hand_keeps_its_evidence() -> None:
    value = set_value(START, "v1", "北斗").values[0]
    assert value.evidence == ("s1",) and value.suggested == TEXT[0:8] and value.status == "accepted"
    assert decide_value(START, "v1", "rejected").values[0].status == "rejected"


def test_spans_never_end_in_white_space() -> None:
    assert trimmed("　北斗 \n", 0, 5) == (1, 3)
    assert trimmed(" \n ", 0, 3) == (3, 3)


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=8))
def test_surfaces_order_and_distance_hold_after_any_spans(stretches: list[tuple[int, int]]) -> None:
    annotation = START
    for start, end in stretches:
        if start < end:
            span = new_span(annotation, TEXT, start, end, "ORG")
            annotation = accept_all(add_span(annotation, span, overlap=False))
    live = [span for span in annotation.spans if span.status != "rejected"]
    assert all(span.text == TEXT[span.start : span.end] for span in annotation.spans)
    assert all(one.end <= other.start for one, other in pairwise(live))
    assert len({span.id for span in annotation.spans}) == len(annotation.spans)


def test_a_span_that_comes_back_takes_its_room() -> None:
    first = START.spans[0]
    gone = decide_span(START, first.id, "rejected")
    own = new_span(gone, TEXT, first.start, first.start + 1, "ORG")
    back = with_room(decide_span(add_span(gone, own, overlap=False), first.id, "accepted"), first.id)
    assert [span.id for span in back.spans if span.start <= first.start and span.status != "rejected"] == [
        first.id
    ]


def test_spans_that_begin_together_stay_ordered_by_their_ends():
    short, long = Span("s1", 0, 2, "ORG", "北斗"), Span("s2", 0, 4, "ORG", "北斗食品")
    annotation = Annotation("a", "me", (short, long))
    after = move_span(annotation, "北斗食品株式会社", "s1", 0, 8)
    assert [span.id for span in after.spans] == ["s2", "s1"]
