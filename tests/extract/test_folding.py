"""Folding: one code point to one, commas and full stops by what stands around them."""

import pytest

from extract.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("氏名，住所，電話番号が漏れた．", "氏名、住所、電話番号が漏れた。"),
        ("１２，３４５件，約６００人", "12,345件、約600人"),
        ("３．１万件．", "3.1万件。"),
        ("Ｐ．Ｃ．Ｆ社", "P.C.F社"),
    ],
)
def test_punctuation_of_full_width(text, folded):
    assert fold(text) == folded
