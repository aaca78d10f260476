"""Runs of letters that names can be made of."""

import pytest

from extract.names.stretches import RUN


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("北斗食品の本社", ["北斗食品", "本社"]),
        ("Hokuto Network Solutionsと", ["Hokuto Network Solutions"]),
        ("北斗・マルシェ、A&B社", ["北斗・マルシェ", "A&B社"]),
        ("街づくり公社とこども園", ["街づくり公社", "こども園"]),
        ("星川新聞・北斗食品", ["星川新聞", "北斗食品"]),
    ],
)
def test_letters_and_the_marks_within_names_make_a_run(text, runs):
    assert [match[0] for match in RUN.finditer(text)] == runs


def test_a_long_line_that_is_no_run_takes_no_longer():
    assert RUN.fullmatch("北" * 60 + "、") is None
