"""The tally of an annotation: what it has followed is what counting anew would give."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from store.annotation import Annotation
from store.change import Change
from store.span import Span
from store.value import FieldValue
from tui.review.tally import Tally, Undecided, undecided_of

STATUSES = st.sampled_from(("suggested", "accepted", "rejected"))
SPANS = st.lists(
    st.tuples(st.integers(0, 6), STATUSES, st.sampled_from((None, 0.4, 0.9))), unique_by=lambda one: one[0]
).map(
    lambda ones: tuple(
        Span(f"s{n}", n, n + 1, "ORG", "字", "r", score, (), status) for n, status, score in ones
    )
)
VALUES = st.lists(st.tuples(st.integers(0, 3), STATUSES), unique_by=lambda one: one[0]).map(
    lambda ones: tuple(FieldValue(f"v{n}", "victim", "北", (), "r", 0.5, (), status) for n, status in ones)
)
ANNOTATIONS = st.builds(lambda spans, values: Annotation("a", "me", spans, values), SPANS, VALUES)


def test_counts_spans_and_values_and_tells_the_lowest_score():
    spans = (Span("s1", 0, 1, "ORG", "字", "r", 0.9), Span("s2", 1, 2, "ORG", "字", "r", 0.4, (), "accepted"))
    annotation = Annotation("a", "me", spans, (FieldValue("v1", "victim", "北", (), "r", 0.6),))
    assert undecided_of(annotation) == Undecided(2, 0.6)
    assert undecided_of(replace(annotation, spans=(), values=())) == Undecided(0, None)


@given(st.lists(ANNOTATIONS, min_size=2, max_size=5))
def test_following_edits_is_counting_anew(states):
    tally = Tally(states[0])
    for before, after in pairwise(states):
        tally.follow(Change.between(before, after))
        assert tally.undecided == undecided_of(after)
        assert {n: tally.span(f"s{n}") for n in range(7)} == {n: after.span(f"s{n}") for n in range(7)}
    for after, before in pairwise(reversed(states)):
        tally.follow(Change.between(before, after).turned())
        assert tally.undecided == undecided_of(before)
