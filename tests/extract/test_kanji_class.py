"""Classes of common kanji hold rare ones as well."""

import re

import pytest

from extract.kanji_class import with_rare_kanji


@pytest.mark.parametrize("name", ["北斗", "山﨑", "𠮷野", "㐂寿", "鿃"])
def test_rare_kanji_are_kanji(name):
    assert re.fullmatch(with_rare_kanji("[一-龠]+"), name)
    assert re.fullmatch(with_rare_kanji("[^ぁ-ん一-龠]+"), name) is None


@pytest.mark.parametrize("other", ["の", "ア", "A", "9", "、", "○", "😀"])
def test_nothing_else_becomes_kanji(other):
    assert re.fullmatch(with_rare_kanji("[一-龠]"), other) is None


@pytest.mark.parametrize("pattern", ["[ァ-ヺー]", "北斗", "一龠"])
def test_patterns_without_such_a_class_stay(pattern):
    assert with_rare_kanji(pattern) == pattern
