"""What is said at the edges of a screen fits its size, whenever that changes."""

import pytest

SIZES = [(60, 20), (160, 48), (80, 24), (100, 30)]


def edges(sitting):
    """Return the rows of status and keys; the queue has keys only."""
    return sitting.rows[-2:]


@pytest.mark.parametrize("keys", [(), ("tab",), ("q",)], ids=["text", "record", "queue"])
async def test_the_lines_are_those_of_the_size(sit, keys):
    wanted = {}
    for size in SIZES:
        async with sit(size=size) as sitting:
            await sitting.press(*keys)
            wanted[size] = edges(sitting)
    async with sit(size=SIZES[-1]) as sitting:
        await sitting.press(*keys)
        for size in SIZES:
            await sitting.pilot.resize_terminal(*size)
            await sitting.until(lambda: edges(sitting) == wanted[size], size)  # noqa: B023


@pytest.mark.parametrize("key", ["ctrl+p", "?", "*", "q"])
async def test_what_is_under_a_dialog_fits_as_well(sit, key):
    async with sit(size=(60, 20)) as sitting:
        wanted = edges(sitting)
    async with sit(size=(160, 48)) as sitting:
        await sitting.press(key)
        await sitting.pilot.resize_terminal(60, 20)
        await sitting.press("escape")
        await sitting.until(lambda: edges(sitting) == wanted)
        assert sitting.review.pane.size.width >= 58


async def test_a_list_of_choices_grows_and_shrinks(sit):
    async with sit(size=(80, 40)) as sitting:
        await sitting.press("ctrl+p")
        for height, shown in ((40, 12), (18, 6), (14, 2), (40, 12)):
            await sitting.pilot.resize_terminal(80, height)
            await sitting.until(lambda: sum(bar.display for bar in sitting.app.screen._bars) == shown)  # noqa: B023
            await sitting.sees("Tab choose")
