"""The line of keys: what is needed most stands in it at any width, and it says that there is more."""

import pytest

from tui.keyboard.foot import foot
from tui.keyboard.keys import PLACES, load_keys
from tui.language import Language
from tui.widgets.rows import width_of

KEYS = load_keys()


def said(place, tongue, width):
    left, right = foot(KEYS, place, Language(tongue), width)
    return "".join(text for text, *_ in left), "".join(text for text, *_ in right)


@pytest.mark.parametrize("tongue", ["en", "ja"])
@pytest.mark.parametrize(
    ("place", "width", "needed"),
    [
        ("text", 60, " a  x  c  A  1-9 "),
        ("text", 80, " a  x  c  A  1-9  Tab "),
        ("form", 60, " a  x  c  A  Enter "),
        ("form", 80, " a  x  c  A  Enter  +  Tab "),
        ("queue", 60, " Enter  n "),
        ("queue", 80, " Enter  n  f  s  / "),
    ],
)
def test_the_most_needed_keys_have_room(place, width, needed, tongue):
    left, _ = said(place, tongue, width)
    assert all(f" {key} " in left for key in needed.split())


@pytest.mark.parametrize("tongue", ["en", "ja"])
@pytest.mark.parametrize("width", range(40, 200, 5))
@pytest.mark.parametrize("place", PLACES)
def test_it_tells_that_there_is_more_exactly_when_there_is(place, width, tongue):
    left, right = said(place, tongue, width)
    everything, _ = said(place, tongue, 1000)
    assert right.startswith("…") == (left != everything)
    assert width_of(left + right) < width


def test_what_is_too_long_makes_room_for_what_comes_after():
    left, _ = said("text", "en", 80)
    assert "edges" not in left
    assert "f field" in left


@pytest.mark.parametrize("place", ["text", "form", "queue"])
def test_where_nothing_can_be_changed_it_offers_no_changes(place):
    changing = {action.id for action in KEYS.actions if action.changes}
    left, right = foot(KEYS, place, Language("en"), 1000, read_only=True)
    told = {words[2] for words in (*left, *right) if len(words) > 2}
    assert "help" in told
    assert not told & changing
    assert "accept" not in "".join(text for text, *_ in left)


def test_a_click_on_more_opens_the_help():
    _, right = foot(KEYS, "text", Language("en"), 60)
    assert right[0][-1] == "help"
