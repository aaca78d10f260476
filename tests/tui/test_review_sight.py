"""What keys act on is in sight."""

import pytest

from tests.tui.conftest import TEXT

LONG = TEXT + "\n" + "。\n".join(f"北斗食品株式会社の拠点{number}に関する説明" for number in range(40))


def is_in_sight(sitting) -> bool:
    pane = sitting.review.pane
    top = pane.scroll_offset.y
    return top <= pane.rows.row(pane.cursor) < top + pane.scrollable_size.height


async def test_the_text_shows_its_current_span_when_the_focus_comes_back(sit) -> None:
    async with sit(size=(80, 24), texts=(LONG,)) as sitting:
        sitting.review.pane.cursor = len(LONG) - 1
        await sitting.press("tab", "home")
        assert not is_in_sight(sitting), "the record shows its evidence"
        await sitting.press("tab")
        assert is_in_sight(sitting)


@pytest.mark.parametrize("key", ["v", "x", "}", "7", "end", "shift+right", "t", "f"])
async def test_a_key_brings_what_it_acts_on_into_sight(sit, key: str) -> None:
    async with sit(size=(80, 24), texts=(LONG,)) as sitting:
        sitting.review.pane.cursor = len(LONG) - 1
        sitting.review.pane.scroll_to(y=0, animate=False, force=True)
        assert not is_in_sight(sitting)
        await sitting.press(key)
        assert is_in_sight(sitting)
