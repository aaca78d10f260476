"""Classes of kanji told by what they are not match the same characters."""

import re

import pytest

from extract.kanji_class import quickly_compiled

JAPANESE = "".join(
    character
    for character in map(chr, range(0x10000))
    if character.encode("cp932", "ignore")
    and not "\uf900" <= character <= "\ufaff"
    and not "\ue000" <= character <= "\uf8ff"
)
"""All characters of Shift_JIS but the compatible kanji and those for private use."""
CLASSES = [
    "[一-龠]",
    "[一-龠々]",
    "[ァ-ヺー一-龠]",
    "[一-龠ァ-ヶA-Za-z0-9]",
    "[一-龠ド]",
    "[一-龥ぁ-んx-z]",
    "[^一-龠ァ-ヶA-Z]",
]


@pytest.mark.parametrize("content", CLASSES)
def test_it_matches_the_same_japanese_characters(content):
    assert quickly_compiled(content) != content
    assert re.findall(quickly_compiled(content), JAPANESE) == re.findall(content, JAPANESE)


@pytest.mark.parametrize("pattern", ["[一-龠・]", "[^一-龠・]", "[ァ-ヺー]", "一-龠", r"[一-龠\d]", "北斗"])
def test_other_classes_stay(pattern):
    assert quickly_compiled(pattern) == pattern


def test_kanji_beyond_the_first_plane_may_be_named():
    whole = quickly_compiled("[一-龠\uf900-\ufaff\U00020000-\U0003ffff]+")
    assert re.findall(whole, "𠮷野と﨑") == ["𠮷野", "﨑"]


def test_all_of_a_pattern_is_read():
    pattern = quickly_compiled("(?<![一-龠])市[ぁ-ん](?P<name>[一-龠ァ-ヺー]{2,4})")
    found = re.search(pattern, "本市の市へ北斗マ、")
    assert found is not None
    assert found["name"] == "北斗マ"
