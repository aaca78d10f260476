"""Terms, patterns and excluded words that a schema declares for a label."""

import time

import pytest

from extract.document import Document
from extract.errors import SlowPatternError
from extract.terms import find_terms
from store.schema import Label, Names


def label(**rules):
    names = Names("型番", "model")
    return Label(id="MODEL", key="1", name=names, colour="#000000", definition=names, **rules)


def surfaces(text, **rules):
    document = Document(text)
    return [text[found.start : found.end] for found in find_terms(document, label(**rules))]


def test_the_longest_term_at_a_place_wins():
    assert surfaces("電気ストーブとストーブ", terms=("ストーブ", "電気ストーブ")) == [
        "電気ストーブ",
        "ストーブ",
    ]


def test_width_does_not_matter():
    assert surfaces("型番ＡＢ-１２", terms=("AB-12",)) == ["ＡＢ-１２"]
    assert surfaces("型番AB-12", terms=("ＡＢ－１２",)) == ["AB-12"]


def test_a_group_named_span_narrows_a_pattern():
    assert surfaces("型番：HK-1200です", patterns=("型番:(?P<span>[A-Z]+-[0-9]+)",)) == ["HK-1200"]


def test_a_group_that_took_no_part_gives_nothing():
    assert surfaces("型番", patterns=("型番(?P<span>[0-9]+)?",)) == []


@pytest.mark.parametrize("text", ["火災保険に入る", "この火災保険", "火災保険の火災"])
def test_excluded_words_shield_what_they_touch(text):
    found = surfaces(text, terms=("火災",), exclude=("火災保険",))
    assert len(found) == text.count("火災") - 1


def test_rules_and_words_that_decided_are_told():
    found = list(find_terms(Document("発火、AB1"), label(terms=("発火",), patterns=("[A-Z]+[0-9]",))))
    assert [(one.rule, one.why, one.label) for one in found] == [
        ("schema.term", ("発火",), "MODEL"),
        ("schema.pattern", ("AB1",), "MODEL"),
    ]


def test_a_slow_pattern_is_given_up_with_its_label_and_itself():
    start = time.monotonic()
    with pytest.raises(SlowPatternError, match="MODEL") as caught:
        surfaces("a" * 4000 + "!", patterns=("(a+)+$",))
    assert time.monotonic() - start < 10
    assert caught.value.label == "MODEL"
    assert caught.value.pattern == "(a+)+$"
