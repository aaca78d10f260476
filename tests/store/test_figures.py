import pytest

from store.annotation import Annotation
from store.measures.figures import Decisions, Effort, figures
from store.schemas.loading import load_schema
from store.span import Extent, Span
from store.value import FieldValue

SCHEMA = load_schema()


def span(number, label, origin="org.name", status="accepted", suggested=None):
    return Span(f"s{number}", number, number + 1, label, "字", origin, None, (), status, suggested)


def work(article, annotator="花子", status="confirmed", spans=(), values=(), seconds=0.0, keystrokes=0):
    return Annotation(
        article, annotator, tuple(spans), tuple(values), status, seconds=seconds, keystrokes=keystrokes
    )


SPANS = (
    span(1, "DATE", "date.western"),
    span(2, "ORG"),
    span(3, "ORG", suggested=Extent(3, 5, "SERVICE")),
    span(4, "ORG", status="rejected"),
    span(5, "ORG", status="suggested"),
    span(6, "ORG", "human"),
    span(7, "独自", "human"),
)
VALUES = (
    FieldValue("v1", "victim", "北斗食品", origin="record.victim", status="accepted"),
    FieldValue("v2", "card_count", 12, origin="record.counts", status="accepted", suggested=21),
    FieldValue("v3", "card_count", 13, origin="record.counts", status="rejected"),
    FieldValue("v4", "contact", None, status="accepted"),
    FieldValue("v5", "cause", None, status="accepted"),
)


def test_what_became_of_suggestions_by_label_and_rule():
    found = figures([work("a", spans=SPANS)], 1, SCHEMA)
    assert found.labels == {
        "ORG": Decisions(accepted=1, edited=1, rejected=1, added=1, undecided=1),
        "DATE": Decisions(accepted=1),
        "独自": Decisions(added=1),
    }
    assert list(found.labels) == ["ORG", "DATE", "独自"]
    assert [one.gold for one in found.labels.values()] == [3, 1, 1]
    assert [one.kept for one in found.labels.values()] == [pytest.approx(1 / 3), 1.0, None]
    assert found.span_rules == {
        "date.western": Decisions(accepted=1),
        "human": Decisions(added=2),
        "org.name": Decisions(accepted=1, edited=1, rejected=1, undecided=1),
    }


def test_the_gold_is_what_a_person_stands_for_and_kept_is_of_the_decided():
    one = Decisions(accepted=3, edited=1, rejected=2, added=4, undecided=7)
    assert one.gold == 8
    assert one.kept == 0.5
    assert Decisions(added=4, undecided=7).kept is None


def test_values_by_field_with_not_stated_beside():
    found = figures([work("a", values=VALUES)], 1, SCHEMA)
    assert found.fields == {
        "victim": Decisions(accepted=1),
        "card_count": Decisions(edited=1, rejected=1),
    }
    assert found.not_stated == {"cause": 1, "contact": 1}
    assert found.value_rules == {
        "record.counts": Decisions(edited=1, rejected=1),
        "record.victim": Decisions(accepted=1),
    }


def test_articles_that_nobody_opened_are_pending_for_each_person():
    found = figures([work("a"), work("b", status="draft"), work("a", "太郎", "flagged")], 4, SCHEMA)
    assert found.status == {
        "太郎": {"confirmed": 0, "draft": 0, "flagged": 1, "skipped": 0, "pending": 3},
        "花子": {"confirmed": 1, "draft": 1, "flagged": 0, "skipped": 0, "pending": 2},
    }


def test_effort_leaves_out_what_took_no_time():
    cost = [(60.0, 10), (30.0, 4), (90.0, 4), (0.0, 0)]
    found = figures(
        [work(str(at), seconds=time, keystrokes=keys) for at, (time, keys) in enumerate(cost)], 4, SCHEMA
    )
    one = found.effort["花子"]
    assert (one.annotations, one.seconds, one.keystrokes) == (3, 180.0, 18)
    assert (one.mean_seconds, one.median_seconds) == (60.0, 60.0)
    assert (one.mean_keystrokes, one.median_keystrokes) == (6.0, 4.0)


@pytest.mark.parametrize("annotations", [[], [work("a")]])
def test_figures_of_nothing_are_none_and_not_zero(annotations):
    found = figures(annotations, 1, SCHEMA)
    assert found.labels == {}
    assert set(found.effort.values()) <= {Effort(0, 0.0, 0, None, None, None, None)}
    assert len(found.effort) == len(annotations)
