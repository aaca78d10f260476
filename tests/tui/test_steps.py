from hypothesis import given
from hypothesis import strategies as st

from tui.text.cells import Cells
from tui.text.steps import Steps

TEXT = "北斗食品が\n　公表した👨‍👩‍👧。"
MORPHEMES = [0, 2, 4, 7, 9, 11, 16]


def test_by_morpheme_the_cursor_stands_on_each_in_turn():
    steps = Steps(Cells.of(TEXT), MORPHEMES)
    place, seen = 0, []
    while place < len(TEXT):
        seen.append(place)
        place = steps.after(place)
    assert seen == MORPHEMES
    assert [steps.before(place) for place in MORPHEMES] == [0, *MORPHEMES[:-1]]


def test_a_morpheme_ends_before_white_space_and_newlines():
    steps = Steps(Cells.of(TEXT), MORPHEMES)
    assert [steps.unit(place) for place in MORPHEMES] == [
        (0, 2),
        (2, 4),
        (4, 5),
        (7, 9),
        (9, 11),
        (11, 16),
        (16, 17),
    ]


def test_white_space_by_itself_can_be_stood_on():
    assert Steps(Cells.of("　あ"), [1]).unit(0) == (0, 1)


def test_a_newline_is_no_part_of_any_unit():
    assert Steps(Cells.of(TEXT), MORPHEMES).unit(5) == (5, 5)


def test_by_character_clusters_are_stepped_over_whole():
    steps = Steps(Cells.of(TEXT), MORPHEMES, "character")
    assert steps.after(11) == 16
    assert steps.before(16) == 11
    assert steps.unit(11) == (11, 16)


def test_without_morphemes_steps_are_characters():
    assert Steps(Cells.of("漢字")).after(0) == 1


def test_a_boundary_within_a_cluster_is_no_place_to_stand():
    text = "あ👨‍👩‍👧い"
    assert Steps(Cells.of(text), [0, 1, 3, 6]).after(1) == 6


def test_a_place_is_snapped_to_the_morpheme_that_holds_it():
    steps = Steps(Cells.of(TEXT), MORPHEMES)
    assert [steps.snap(place) for place in (1, 3, 5, 13)] == [0, 2, 5, 11]


@given(st.text(st.sampled_from("あ漢ー👩\u200d🔥\ufe0f\u3099 \n"), max_size=30), st.data())
def test_steps_go_forward_and_back_the_same_way(text, data):
    cells = Cells.of(text)
    starts = [place for place, width in enumerate(cells.widths) if width]
    chosen = data.draw(st.lists(st.sampled_from(starts), unique=True).map(sorted)) if starts else []
    steps = Steps(cells, chosen)
    place, seen = steps.after(-1) if chosen else 0, []
    while place < len(text):
        seen.append(place)
        assert steps.after(place) > place
        assert cells.start(place) == place
        place = steps.after(place)
    assert [steps.before(place) for place in seen[1:]] == seen[:-1]
