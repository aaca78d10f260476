from itertools import combinations

import pytest

from store.errors import UnreadableFileError
from tui.keyboard.keymap import KeymapError, load_keymap, parse_keymap, why_unusable
from tui.keyboard.keys import PLACES, TYPING_PLACES, load_keys, shown_key, shown_keys


def test_every_action_speaks_both_languages() -> None:
    for action in load_keys().actions:
        for names in (action.name, action.tooltip):
            assert names.ja.strip() and names.en.strip(), action.id
        assert not action.tooltip.en.endswith("."), action.id


def test_ids_are_unique() -> None:
    ids = [action.id for action in load_keys().actions]
    assert len(ids) == len(set(ids))


def test_no_two_actions_share_a_key_at_one_place() -> None:
    for one, other in combinations(load_keys().actions, 2):
        if set(one.where) & set(other.where):
            assert not set(one.keys) & set(other.keys), (one.id, other.id)


def test_shipped_keys_pass_the_check_of_a_keymap() -> None:
    for action in load_keys().actions:
        for key in action.keys:
            assert why_unusable(key, action) is None, (action.id, key)


@pytest.mark.parametrize("place", PLACES)
def test_every_place_shows_keys_at_its_foot(place: str) -> None:
    assert load_keys().foot(place)  # type: ignore[arg-type]


def test_the_four_edges_share_one_entry() -> None:
    edge = next(entry for entry in load_keys().foot("text") if entry.name.en == "edges")
    assert [key for key, _ in edge.keys] == ["[", "{", "}", "]"]


def test_plain_enter_never_confirms() -> None:
    for action in load_keys().actions:
        if action.id.startswith("article.confirm"):
            assert "enter" not in action.keys


def test_a_keymap_replaces_keys() -> None:
    table = parse_keymap('"span.accept" = "y"\n"span.next" = ["j", "ctrl+n"]\n', "keymap.toml")
    accept, following = table.action("span.accept"), table.action("span.next")
    assert accept is not None and accept.keys == ("y",)
    assert following is not None and following.keys == ("j", "ctrl+n")


def test_two_keys_can_be_swapped() -> None:
    table = parse_keymap('"span.accept" = "x"\n"span.reject" = "a"\n', "keymap.toml")
    reject = table.action("span.reject")
    assert reject is not None and reject.keys == ("a",)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('"span.accpt" = "y"', 1, "no such action"),
        ('# mine\n"span.accept" = "c"', 2, "already article.confirm"),
        ('"span.accept" = "hyper+y"', 1, "no such key"),
        ('"span.accept" = "ctrl+m"', 1, "terminals send enter"),
        ('"article.confirm" = "enter"', 1, "never confirm"),
        ('"edit.apply" = "y"', 1, "it is text"),
        ('"span.accept" = 3', 1, "give a key"),
        ('"span.accept" = []', 1, "give a key"),
    ],
)
def test_a_keymap_that_cannot_work_is_refused_with_its_place(text: str, line: int, words: str) -> None:
    with pytest.raises(KeymapError) as raised:
        parse_keymap(text, "keymap.toml")
    assert f"keymap.toml @ line {line}" in raised.value.message
    assert words in raised.value.message


@pytest.mark.parametrize("text", ["span.accept", "x = " + "[" * 99_999, "x = " + "9" * 6000])
def test_a_keymap_that_is_not_toml_is_refused(text: str) -> None:
    with pytest.raises(KeymapError, match="not TOML"):
        parse_keymap(text, "keymap.toml")


def test_a_missing_keymap_is_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UnreadableFileError):
        load_keymap(tmp_path / "none.toml")


def test_keys_are_shown_as_people_write_them() -> None:
    assert [shown_key(key) for key in ("ctrl+s", "left", "f1", "[", "+")] == ["^S", "←", "F1", "[", "+"]
    label = load_keys().action("span.label")
    assert label is not None and shown_keys(label) == "1-9 0"


def test_typing_places_hold_no_printable_keys() -> None:
    for place in TYPING_PLACES:
        for action in load_keys().at(place):
            assert all(len(key) > 1 for key in action.keys), action.id
