import itertools

from hypothesis import given
from hypothesis import strategies as st

from extract.mention import Mention
from extract.overlap import resolve, without_heads, without_twins

LABELS = ("ORG", "DATE", "PERIOD", "COUNT")


def mention(start: int, end: int, label: str, score: float = 0.9, rule: str = "a") -> Mention:
    return Mention(start, end, label, rule, score)


def test_a_period_beats_the_dates_inside_it() -> None:
    period = mention(0, 20, "PERIOD")
    assert resolve([mention(0, 8, "DATE"), mention(10, 18, "DATE"), period], LABELS) == [period]


def test_the_longer_one_wins() -> None:
    assert resolve([mention(3, 6, "ORG", 0.99), mention(2, 7, "COUNT", 0.5)], LABELS) == [
        mention(2, 7, "COUNT", 0.5)
    ]


def test_of_equal_extents_the_earlier_label_wins_then_the_surer_rule() -> None:
    assert resolve([mention(0, 4, "COUNT", 0.99), mention(0, 4, "DATE", 0.5)], LABELS)[0].label == "DATE"
    twins = [mention(0, 4, "DATE", 0.5, "a"), mention(0, 4, "DATE", 0.8, "b")]
    assert resolve(twins, LABELS)[0].rule == "b"


def test_mentions_that_touch_both_stay() -> None:
    both = [mention(0, 4, "DATE"), mention(4, 8, "COUNT")]
    assert resolve(reversed(both), LABELS) == both


def test_what_only_overlapped_a_loser_stays() -> None:
    kept = resolve([mention(0, 3, "ORG"), mention(2, 6, "DATE"), mention(5, 10, "COUNT")], LABELS)
    assert [(found.start, found.end) for found in kept] == [(0, 3), (5, 10)]


MENTIONS = st.lists(
    st.builds(
        lambda start, length, label, score: mention(start, start + length, label, score),
        st.integers(0, 60),
        st.integers(1, 12),
        st.sampled_from(LABELS),
        st.floats(0.1, 1),
    )
)


@given(MENTIONS)
def test_nothing_overlaps_and_each_loser_met_a_winner(mentions: list[Mention]) -> None:
    kept = resolve(mentions, LABELS)
    assert all(left.end <= right.start for left, right in itertools.pairwise(kept))
    for lost in mentions:
        assert any(lost.start < found.end and found.start < lost.end for found in kept)


@given(MENTIONS)
def test_the_order_of_the_rules_changes_nothing(mentions: list[Mention]) -> None:
    assert resolve(mentions, LABELS) == resolve(reversed(mentions), LABELS)


def test_where_overlap_is_allowed_only_twins_go() -> None:
    mentions = [mention(0, 8, "ORG"), mention(2, 4, "DATE", 0.7), mention(2, 4, "DATE", 0.9)]
    assert without_twins(mentions) == [mention(0, 8, "ORG"), mention(2, 4, "DATE", 0.9)]


def test_heads_of_longer_mentions_go() -> None:
    mentions = [mention(0, 3, "COUNT"), mention(0, 8, "COUNT"), mention(9, 12, "COUNT")]
    assert list(without_heads(mentions)) == mentions[1:]
    assert list(without_heads([])) == []
