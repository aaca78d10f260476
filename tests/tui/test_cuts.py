"""The mend of cutting text: the fault is there without it, and gone with it."""

import pytest
from rich.cells import cell_len
from rich.segment import Segment

from tui import terminal

STOCK = Segment._split_cells
"""As Rich has it; taken at import, for the tests of the app mend this process for good."""


@pytest.fixture(autouse=True)
def restored(monkeypatch):
    """Begin the test with Rich as it is, and undo afterwards what is mended in it."""
    monkeypatch.setattr(Segment, "_split_cells", STOCK)


FAMILY = "族\U0001f468\u200d\U0001f469\u200d\U0001f467と葛\U000e0100城e\u0301x"


def cuts(text):
    """Return the cells of both sides of every cut, and the sides."""
    sides = [Segment(text).split_cells(at) for at in range(1, cell_len(text))]
    return [(cell_len(one.text), cell_len(other.text)) for one, other in sides], sides


def test_text_is_cut_within_a_family_of_emoji_without_the_mend():
    widths, _ = cuts(FAMILY)
    assert widths != [(at, cell_len(FAMILY) - at) for at in range(1, cell_len(FAMILY))]


def test_text_is_cut_between_whole_characters_with_it():
    terminal.mend_cuts()
    widths, sides = cuts(FAMILY)
    assert widths == [(at, cell_len(FAMILY) - at) for at in range(1, cell_len(FAMILY))]
    for one, other in sides:
        assert (
            not {one.text[-1], other.text[0]} & set("\u200d\U000e0100\u0301")
            or one.text + other.text == FAMILY
        )
        assert ("\u200d" in one.text) + ("\u200d" in other.text) <= 1
