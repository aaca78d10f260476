"""How to quit is told."""

import pytest


@pytest.mark.parametrize(
    "keys", [(), ("tab",), ("tab", "enter"), ("/",), ("q",), ("q", "/"), ("*",), ("?",), ("c",), ("m",)]
)
async def test_ctrl_c_says_which_key_quits_and_ends_nothing(sit, keys: tuple[str, ...]) -> None:
    async with sit(size=(80, 24)) as sitting:
        await sitting.press(*keys)
        if keys == ("tab", "enter"):
            await sitting.press("end")
        screen = sitting.app.screen
        await sitting.press("ctrl+c")
        await sitting.sees("^Q quits")
        assert sitting.app.screen is screen and sitting.app.is_running


@pytest.mark.parametrize(
    "keys", [("q", "down"), ("q", "/", "a"), ("*", "down"), ("?", "down"), ("f", "down")]
)
async def test_what_was_said_is_gone_with_the_next_key(sit, keys: tuple[str, ...]) -> None:
    async with sit(size=(80, 24)) as sitting:
        *before, after = keys
        await sitting.press(*before, "ctrl+c")
        await sitting.sees("^Q quits")
        await sitting.press(after)
        await sitting.until(lambda: "quits" not in sitting.text)


async def test_the_theme_is_told_where_it_is_switched(sit) -> None:
    async with sit() as sitting:
        await sitting.press("q", "f2")
        await sitting.sees("theme: ")


async def test_ctrl_c_tells_the_key_of_a_keymap(sit) -> None:
    async with sit(keymap='"quit" = "f10"') as sitting:
        await sitting.press("ctrl+c")
        await sitting.sees("F10 quits")
        await sitting.press("j")
        assert "quits" not in sitting.text


async def test_ctrl_c_copies_what_is_selected_in_an_entry(sit) -> None:
    async with sit() as sitting:
        await sitting.press("m", *"abc", "shift+left", "shift+left", "ctrl+c")
        assert sitting.app.clipboard == "bc"


@pytest.mark.parametrize(("tongue", "words"), [("en", "^Q quit"), ("ja", "^Q 終了")])
async def test_the_queues_foot_tells_how_to_quit(sit, tongue: str, words: str) -> None:
    async with sit(size=(80, 24), tongue=tongue) as sitting:
        await sitting.press("q")
        await sitting.sees(words)
        assert "検索" in sitting.rows[-1] or "search" in sitting.rows[-1]


@pytest.mark.parametrize(
    ("field", "keys", "value"),
    [
        ("victim", ("ctrl+u", *"HOKUTO"), "HOKUTO"),
        ("victim", ("ctrl+u",), "北斗食品株式会社"),
        ("victim", (), "北斗食品株式会社"),
        ("misuse", tuple("none"), "none_found"),
    ],
)
async def test_a_value_that_is_typed_is_set_before_leaving(
    sit, field: str, keys: tuple[str, ...], value
) -> None:
    async with sit() as sitting:
        await sitting.go_to(field)
        await sitting.press("enter")
        await sitting.press(*keys, "ctrl+q")
        await sitting.until(lambda: not sitting.app.is_running)
        assert sitting.value(field).value == value


@pytest.mark.parametrize(("field", "value"), [("cause", "unauthorized_access"), ("affected_count", 12345)])
async def test_a_choice_that_was_only_looked_at_is_dropped(sit, field: str, value) -> None:
    async with sit() as sitting:
        await sitting.go_to(field)
        await sitting.press("enter")
        await sitting.press("down", "ctrl+q")
        await sitting.until(lambda: not sitting.app.is_running)
        assert (sitting.value(field).value, sitting.value(field).status) == (value, "suggested")


async def test_what_cannot_be_a_value_is_told_and_stays_to_be_left_by_escape(sit) -> None:
    async with sit() as sitting:
        await sitting.go_to("card_count")
        await sitting.press("enter")
        await sitting.press("ctrl+u", *"many", "ctrl+q")
        await sitting.sees("not an integer")
        assert sitting.app.is_running and sitting.review.editor.entry.value == "many"
        await sitting.press("escape", "ctrl+q")
        await sitting.until(lambda: not sitting.app.is_running)
