"""Garbage: what is there at the start is left alone, keys leave next to none, and it is rarely looked for."""

import gc

import pytest

from tests.tui.conftest import TEXT
from tui import memory

LINES, PAGES = 800, 20


@pytest.fixture
def collector():
    """Leave the collector as it was."""
    threshold = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)
    gc.enable()


def test_nothing_is_collected_until_it_has_settled(collector):
    with memory.held():
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0
    assert gc.get_threshold()[0] == memory.NEW


async def test_a_page_leaves_next_to_nothing_behind(sit, collector):
    async with sit(texts=(TEXT + "\n次の報告を待つ。" * LINES,)) as sitting:
        await sitting.press("pagedown")
        gc.collect()
        gc.disable()
        await sitting.press(*["pagedown"] * PAGES)
        assert gc.collect() < 10 * PAGES
