import pytest

from store.article import Article
from store.labelled import Labelled
from store.measures.agreement import FieldAgreement, agreement
from store.measures.coefficients import NO_UNITS, NO_VARIATION
from store.measures.score import Tally
from store.schemas.loading import load_schema
from store.span import Span
from store.value import FieldValue

SCHEMA = load_schema()
ONE, TWO = Article.from_text("甲乙丙丁戊己庚辛壬癸"), Article.from_text("子丑寅卯")


def characters(text):
    return [(at, at + 1) for at in range(len(text))]


def pairs_of_characters(text):
    return [(at, at + 2) for at in range(0, len(text), 2)]


def said(article, *spans, **record):
    made = tuple(
        Span(f"s{start}", start, end, label, article.text[start:end], status="accepted")
        for start, end, label in spans
    )
    values = tuple(
        FieldValue(f"{field}{at}", field, value, status="accepted")
        for field, given in record.items()
        for at, value in enumerate(given if isinstance(given, list) else [given])
    )
    return Labelled(article, made, values)


def work(*labelled):
    return {one.article.id: one for one in labelled}


def test_two_annotators_by_span_token_and_field():
    found = agreement(
        {
            "花子": work(said(ONE, (0, 2, "ORG"), (5, 7, "DATE"), victim="甲乙", cause=["loss", "theft"])),
            "太郎": work(said(ONE, (0, 2, "ORG"), (6, 8, "DATE"), victim="甲", cause=["theft", "loss"])),
        },
        characters,
        SCHEMA,
    )
    [pair] = found.pairs
    assert (pair.first, pair.second, pair.articles) == ("花子", "太郎", 1)
    assert pair.spans.exact == Tally(1, 2, 2)
    assert pair.spans.overlap == Tally(2, 2, 2)
    assert list(pair.labels) == ["ORG", "DATE"]
    assert pair.labels["DATE"].exact.f1 == 0.0
    assert pair.fields == {"victim": FieldAgreement(1, 0), "cause": FieldAgreement(1, 1)}
    assert found.tokens == 10
    # 8 of 10 tokens alike; by chance .2*.2 + .2*.2 + .6*.6 = .44
    assert pair.kappa.value == pytest.approx((0.8 - 0.44) / (1 - 0.44))
    assert found.labels["ORG"].value == 1.0
    assert found.labels["DATE"].value == pytest.approx(1 - 19 * 4 / (2 * 4 * 16))


def test_a_token_bears_the_labels_of_all_spans_that_touch_it():
    works = {
        "花子": work(said(TWO, (1, 2, "ORG"))),
        "太郎": work(said(TWO, (0, 2, "ORG"))),
        "次郎": work(said(TWO, (0, 2, "ORG"), (1, 3, "DATE"))),
    }
    found = agreement(works, pairs_of_characters, SCHEMA)
    assert found.labels["ORG"].value == 1.0
    assert found.pairs[0].kappa.value == 1.0
    assert found.labels["DATE"].value < 1.0


def test_only_articles_that_two_annotated_count():
    found = agreement(
        {"花子": work(said(ONE, (0, 2, "ORG")), said(TWO)), "太郎": work(said(TWO, (0, 1, "DATE")))},
        characters,
        SCHEMA,
    )
    assert found.annotators == {"花子": 2, "太郎": 1}
    assert (found.articles, found.tokens) == (1, 4)
    assert "ORG" not in found.labels


def test_a_third_who_left_an_article_out_does_not_disagree():
    two = {"花子": work(said(ONE, (0, 2, "ORG"))), "太郎": work(said(ONE, (0, 2, "ORG")))}
    found = agreement(two | {"次郎": work(said(TWO))}, characters, SCHEMA)
    assert found.alpha.value == 1.0
    assert found.pairs[1].kappa == NO_UNITS


def test_undefined_values_say_why():
    found = agreement({"花子": work(said(ONE)), "太郎": work(said(ONE))}, characters, SCHEMA)
    assert found.alpha == NO_VARIATION
    assert found.pairs[0].kappa == NO_VARIATION
    assert found.pairs[0].spans.exact.f1 is None
    assert found.labels == found.fields == {}


def test_not_stating_a_field_is_a_judgement_too():
    found = agreement(
        {
            "花子": work(said(ONE, victim="甲"), said(TWO)),
            "太郎": work(said(ONE, victim="甲"), said(TWO, victim="子")),
        },
        characters,
        SCHEMA,
    )
    assert found.pairs[0].fields["victim"] == FieldAgreement(stated=2, same=1)
    assert found.fields["victim"].value == pytest.approx(1 - 3 * 2 / (16 - 6))
