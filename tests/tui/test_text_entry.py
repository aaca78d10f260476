"""What is typed or pasted into an entry."""

import pytest
from textual import events

from tui.widgets.text_entry import TextEntry, visible

FAMILY = "葛\U000e0100城と\U0001f468\u200d\U0001f469\u200d\U0001f467"


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("\x1b[31m赤\u202e逆", "[31m赤逆"),
        ("表\tとBOM\ufeff", "表とBOM"),
        (FAMILY, FAMILY),
        ("e\u0301　か゛", "e\u0301　か゛"),
        ("\n北斗食品\r\n 株式会社 \n", "北斗食品 株式会社"),
    ],
)
async def test_what_acts_on_a_terminal_is_dropped(sit, pasted: str, kept: str) -> None:
    assert " ".join(visible(line).strip() for line in pasted.splitlines() if line) == kept
    async with sit() as sitting:
        await sitting.press("m")
        sitting.app.post_message(events.Paste(pasted))
        await sitting.until(lambda: sitting.app.screen.query_one(TextEntry).value == kept)
        await sitting.press("!", "enter")
        await sitting.until(lambda: sitting.annotation.note == kept + "!")


async def test_an_input_methods_full_width_space_stays(sit) -> None:
    async with sit() as sitting:
        await sitting.press("m")
        await sitting.write("宛先　誤り")
        await sitting.press("enter")
        await sitting.until(lambda: sitting.annotation.note == "宛先　誤り")
        await sitting.press("tab", "home", "enter")
        await sitting.write("北斗　食品")
        await sitting.press("enter")
        assert sitting.value("victim").value == "北斗　食品"


async def test_a_full_width_space_parts_words_in_the_queue(sit) -> None:
    async with sit() as sitting:
        await sitting.press("q", "/")
        await sitting.write("第二報　北斗")
        await sitting.sees("1/2 ")
        assert sitting.app.screen.search.entry.value == "第二報　北斗"


@pytest.mark.parametrize("keys", [(), ("tab",), ("q",), ("*",), ("?",), ("c",)])
async def test_letters_of_an_input_method_are_said_to_be_no_keys(sit, keys: tuple[str, ...]) -> None:
    async with sit(size=(80, 24), tongue="ja") as sitting:
        await sitting.press(*keys)
        await sitting.write("採")
        await sitting.sees("「採」はキーではありません")
        await sitting.press("down" if keys not in ((), ("c",)) else "escape")
        await sitting.until(lambda: "「採」はキー" not in sitting.text)


async def test_where_letters_are_text_nothing_is_said_about_them(sit) -> None:
    async with sit(size=(80, 24), tongue="ja") as sitting:
        for keys in (("m",), ("/",), ("ctrl+p",), ("tab", "enter")):
            await sitting.press(*keys)
            await sitting.write("採用")
            assert "はキーではありません" not in sitting.text
            await sitting.press("escape")
