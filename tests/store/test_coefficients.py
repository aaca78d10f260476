"""Coefficients against the examples of those who devised them."""

import random
from collections import Counter

import pytest

from store.measures.coefficients import NO_UNITS, NO_VARIATION, Figure, alpha, kappa


def units(*rows):
    """Patterns of answers from one row an annotator, `.` where there is none."""
    return Counter(zip(*([None if one == "." else one for one in row.split()] for row in rows), strict=True))


def table(*rows):
    """Patterns of two answers from a table of counts, the first annotator's categories downwards."""
    return {(str(one), str(other)): count for one, row in enumerate(rows) for other, count in enumerate(row)}


def test_kappa_of_cohen_1960():
    """Table 2: two psychiatrists' 200 diagnoses, .70 agreed on, .41 by chance."""
    assert kappa(table((88, 14, 18), (10, 40, 10), (2, 6, 12))).value == pytest.approx(0.492, abs=5e-4)


@pytest.mark.parametrize(("rows", "expected"), [(((20, 5), (10, 15)), 0.4), (((45, 15), (25, 15)), 0.1304)])
def test_kappa_of_grant_proposals(rows, expected):
    """The examples of the encyclopedia's article on Cohen's kappa."""
    assert kappa(table(*rows)).value == pytest.approx(expected, abs=5e-5)


MEG, OWEN = "0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"
BEN, GERRY = "a a b b d c c c e d d a", "b a b b b c c c e d d d"
FOUR = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)


@pytest.mark.parametrize(("rows", "expected"), [((MEG, OWEN), 0.095), ((BEN, GERRY), 0.692), (FOUR, 0.743)])
def test_alpha_of_krippendorff_2011(rows, expected):
    """Sections A (binary), B (nominal) and C (four observers, answers missing)."""
    assert alpha(units(*rows)).value == pytest.approx(expected, abs=5e-4)


@pytest.mark.parametrize("coefficient", [kappa, alpha])
def test_ends_of_the_scale(coefficient):
    assert coefficient(units("a b a b", "a b a b")).value == 1.0
    assert coefficient(units("a b a b", "b a b a")).value < 0


def test_answers_that_one_left_out_do_not_count():
    assert kappa(units("a b a b .", "a b b a a")) == kappa(units("a b a b", "a b b a"))
    assert alpha(units("a b a b .", "a b b a a")) == alpha(units("a b a b", "a b b a"))


@pytest.mark.parametrize("coefficient", [kappa, alpha])
def test_undefined_values_are_explained(coefficient):
    assert coefficient({}) == coefficient(units("a .", ". b")) == NO_UNITS
    assert coefficient(units("a a", "a a")) == NO_VARIATION
    assert all(isinstance(one, Figure) and one.value is None and one.why for one in (NO_UNITS, NO_VARIATION))


@pytest.mark.parametrize("seed", range(20))
def test_alpha_is_that_of_the_maintained_library(seed):
    """Up to five annotators, up to four categories, one answer in seven missing."""
    library = pytest.importorskip("krippendorff")
    draw = random.Random(seed)
    people, answers = range(draw.randint(2, 5)), [None, *(number % 4 for number in range(6))]
    rows = [[draw.choice(answers) for _ in range(60)] for _ in people]
    known = [[float("nan") if one is None else one for one in row] for row in rows]
    expected = library.alpha(reliability_data=known, level_of_measurement="nominal")
    assert alpha(Counter(zip(*rows, strict=True))).value == pytest.approx(expected, abs=1e-12)
