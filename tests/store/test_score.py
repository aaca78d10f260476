import pytest
from msgspec.structs import replace

from store.article import Article
from store.labelled import Labelled
from store.measures.calibration import calibrate
from store.measures.faults import field_faults, span_faults
from store.measures.score import LabelTally, Tally, score, score_records, score_spans
from store.schemas.loading import load_schema
from store.span import Span
from store.value import FieldValue

TEXT = "北斗食品は4月5日、氏名と住所の漏えいを公表した。"


def spans(*extents, score=None):
    return tuple(
        Span(f"s{n}", start, end, label, TEXT[start:end], score=score)
        for n, (start, end, label) in enumerate(extents)
    )


def values(**record):
    pairs = [
        (field, one) for field, many in record.items() for one in (many if isinstance(many, list) else [many])
    ]
    return tuple(FieldValue(f"v{n}", field, value) for n, (field, value) in enumerate(pairs))


def labelled(key, found=(), record=()):
    return Labelled(Article.from_text(TEXT + key, external_id=key), tuple(found), tuple(record))


def test_ratios():
    tally = Tally(right=2, predicted=4, gold=3)
    assert (tally.precision, tally.recall) == (0.5, pytest.approx(2 / 3))
    assert tally.f1 == pytest.approx(4 / 7)


def test_ratios_that_are_not_defined():
    assert (Tally().precision, Tally().recall, Tally().f1) == (None, None, None)
    assert (Tally(0, 0, 3).precision, Tally(0, 0, 3).f1) == (None, 0.0)


def test_exact_and_overlapping_spans():
    gold = spans((0, 4, "ORG"), (5, 9, "DATE"), (10, 12, "DATA"))
    predicted = spans((0, 3, "ORG"), (5, 9, "DATE"), (10, 12, "CAUSE"))
    assert score_spans([gold], [predicted]) == {
        "ORG": LabelTally(Tally(0, 1, 1), Tally(1, 1, 1)),
        "DATE": LabelTally(Tally(1, 1, 1), Tally(1, 1, 1)),
        "DATA": LabelTally(Tally(0, 0, 1), Tally(0, 0, 1)),
        "CAUSE": LabelTally(Tally(0, 1, 0), Tally(0, 1, 0)),
    }


def test_overlaps_are_found_all_along_the_text_each_span_once():
    gold = spans(*((start, end, "ORG") for start, end in [(0, 2), (2, 4), (6, 7), (8, 10), (12, 14)]))
    places = [(0, 1), (1, 2), (3, 4), (4, 5), (5, 6), (9, 10), (10, 12), (13, 15)]
    predicted = spans(*((start, end, "ORG") for start, end in places))
    assert score_spans([gold], [predicted])["ORG"].overlap == Tally(4, 8, 5)


def test_a_span_over_everything_finds_only_one():
    found = score_spans([spans((0, 4, "ORG"), (5, 9, "ORG"))], [spans((0, 20, "ORG"))])
    assert found["ORG"].overlap == Tally(1, 1, 2)


def test_touching_spans_do_not_overlap_and_twins_count_once():
    found = score_spans([spans((0, 4, "ORG"))], [spans((4, 6, "ORG"), (4, 6, "ORG"))])
    assert found["ORG"] == LabelTally(Tally(0, 1, 1), Tally(0, 1, 1))


def test_records_are_pairs():
    gold = values(victim="北斗食品", data_types=["name", "address"], affected_count=34)
    predicted = values(victim="北斗", data_types=["name"], affected_count=34, misuse="possible")
    assert score_records([gold], [predicted]) == {
        "affected_count": Tally(1, 1, 1),
        "data_types": Tally(1, 1, 2),
        "misuse": Tally(0, 1, 0),
        "victim": Tally(0, 1, 1),
    }


def test_not_stated_is_no_pair():
    assert score_records([(FieldValue("v1", "victim", None),)], [()]) == {}


def test_numbers_and_texts_differ():
    assert score_records([values(fraud_count=34)], [values(fraud_count="34")]) == {
        "fraud_count": Tally(0, 1, 1)
    }


def test_an_article_of_two_annotators_is_missing_once():
    result = score([labelled("a"), labelled("b"), labelled("b")], [labelled("a")], load_schema())
    assert (result.articles, result.annotations, result.missing) == (2, 3, ("b",))


def test_a_score_matches_by_id_and_sums_up():
    gold = [
        labelled("a", spans((0, 4, "ORG")), values(victim="北斗食品", published_on="2023-04-05")),
        labelled("b", spans((5, 9, "DATE")), values(discovered_on="2023-04")),
    ]
    predicted = [
        labelled("c", spans((0, 4, "ORG"))),
        labelled("a", spans((0, 4, "ORG")), values(victim="北斗食品", published_on="2023-04")),
    ]
    result = score(gold, predicted, load_schema())
    assert (result.articles, result.missing, result.unknown) == (2, ("b",), ("c",))
    assert result.unlike == ()
    assert list(result.labels) == ["ORG", "DATE"]
    assert result.spans.exact == Tally(1, 1, 2)
    assert list(result.fields) == ["victim", "discovered_on", "published_on"]
    assert result.groups == {"dates": Tally(0, 1, 2)}
    assert result.record == Tally(1, 2, 3)


def test_articles_of_one_id_are_told_apart_by_their_texts():
    """Two sources may both number their articles from 1."""
    ones = [
        Labelled(Article.from_text(text, external_id="1"), spans(*extents), ())
        for text, extents in ((TEXT, [(0, 4, "ORG")]), (f"{TEXT}再掲。", [(5, 9, "DATE")]))
    ]
    result = score(ones, ones, load_schema())
    assert (result.articles, result.unlike, result.spans.exact) == (2, (), Tally(2, 2, 2))
    elsewhere = [
        replace(one, article=Article.from_text(f"別{n}", external_id="1")) for n, one in enumerate(ones)
    ]
    result = score(ones, elsewhere, load_schema())
    assert (result.missing, result.unknown, result.spans.exact) == (("1", "1"), ("1", "1"), Tally(0, 0, 2))


def test_a_text_that_is_there_under_two_ids_is_matched_by_both():
    ones = [
        replace(labelled("a", spans((0, 4, "ORG"))), article=Article.from_text(TEXT, external_id=key))
        for key in "ab"
    ]
    result = score(ones, [ones[1], replace(ones[0], spans=())], load_schema())
    assert (result.articles, result.missing, result.unknown) == (2, (), ())
    assert result.spans.exact == Tally(1, 1, 2)


def test_gold_against_itself_is_perfect():
    gold = [labelled("a", spans((0, 4, "ORG"), (5, 9, "DATE")), values(victim="北斗食品"))]
    result = score(gold, gold, load_schema())
    assert (result.spans.exact.f1, result.spans.overlap.f1, result.record.f1) == (1.0, 1.0, 1.0)


def test_calibration_bins_hold_their_lower_edge():
    gold = labelled("a", spans((0, 4, "ORG")), values(victim="北斗食品"))
    right, wrong = spans((0, 4, "ORG"), score=0.9), spans((5, 9, "ORG"), score=1.0)
    unsure = spans((0, 4, "DATE"), score=0.89999)
    value = FieldValue("v1", "victim", "北斗食品", score=0.2)
    bins = calibrate([(gold, labelled("a", right + wrong + unsure, [value]))])
    assert [(one.low, one.high, one.spans, one.spans_right) for one in bins[-2:]] == [
        (0.8, 0.9, 1, 0),
        (0.9, 1.0, 2, 1),
    ]
    assert (bins[0].values, bins[0].values_right) == (1, 1)
    assert sum(one.spans for one in bins) == 3


def test_faults_tell_their_kinds():
    gold = labelled("a", spans((0, 4, "ORG"), (5, 9, "DATE"), (10, 12, "DATA"), (13, 15, "DATA")))
    predicted = labelled("a", spans((0, 3, "ORG"), (5, 9, "PERIOD"), (10, 12, "DATA"), (16, 19, "CAUSE")))
    faults = list(span_faults(gold, predicted))
    assert [(fault.kind, fault.label, fault.text) for fault in faults] == [
        ("edges", "ORG", "北斗食品"),
        ("label", "DATE", "4月5日"),
        ("missed", "DATA", "住所"),
        ("spurious", "CAUSE", "漏えい"),
    ]
    assert (faults[0].predicted, faults[1].predicted, faults[3].before) == (
        "ORG 北斗食",
        "PERIOD 4月5日",
        TEXT[4:16],
    )


def test_a_fault_shows_what_stands_before_and_after():
    first, last = span_faults(labelled("", spans((0, 4, "ORG"), (20, 22, "CAUSE"))), labelled(""))
    assert (first.before, first.after) == ("", TEXT[4:16])
    assert (last.before, last.after) == (TEXT[8:20], TEXT[22:])


def test_the_rival_of_a_missed_span_overlaps_it_one_of_its_label_first():
    gold = labelled("a", spans((5, 9, "DATE")))
    predicted = labelled("a", spans((0, 5, "DATE"), (5, 7, "ORG"), (6, 9, "DATE"), (9, 12, "DATE")))
    found = [(fault.kind, fault.start, fault.predicted) for fault in span_faults(gold, predicted)]
    assert found == [
        ("spurious", 0, None),
        ("spurious", 5, None),
        ("edges", 5, "DATE 月5日"),
        ("spurious", 9, None),
    ]


def test_faults_of_fields():
    gold = labelled("a", (), values(victim="北斗食品", affected_count=5))
    predicted = labelled("a", (), values(victim="北斗", affected_count=5))
    [fault] = field_faults(gold, predicted)
    assert (fault.field, fault.missed, fault.spurious) == ("victim", ("北斗食品",), ("北斗",))
