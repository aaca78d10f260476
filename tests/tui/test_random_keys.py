"""It never falls over: seeded random keys, clicks and resizes, with what must hold after each.

`AKAPEN_RANDOM_KEYS` says how many keys (default 300; a release is tried with 50,000).
"""

import os
import random
from itertools import pairwise

from rich.cells import cell_len

from store.change import Change

COUNT = int(os.environ.get("AKAPEN_RANDOM_KEYS", "300"))
SIZES = [(120, 30), (80, 24), (60, 20), (160, 48), (45, 12)]
LETTERS = "北斗食品ガｶﾞ𠮷々ー、。か゛0123abcz[]-"
NEVER = {"ctrl+q"}


def holds(sitting) -> None:
    annotation, text = sitting.annotation, sitting.app.session.article.text
    assert all(span.text == text[span.start : span.end] for span in annotation.spans)
    assert all(one.start <= other.start for one, other in pairwise(annotation.spans))
    live = [span for span in annotation.spans if span.status != "rejected"]
    assert all(one.end <= other.start for one, other in pairwise(live))
    session = sitting.app.session
    history, before = session.history.undo(annotation)
    assert not Change.between(history.redo(before)[1], annotation)


async def test_random_keys_and_clicks(sit) -> None:
    chance = random.Random(20261122)
    async with sit() as sitting:
        keys = [key for action in sitting.app.keys.actions for key in action.keys if key not in NEVER]
        for number in range(COUNT):
            dice = chance.random()
            if dice < 0.03:
                await sitting.pilot.resize_terminal(*chance.choice(SIZES))
            elif dice < 0.08:
                width, height = sitting.app.size
                await sitting.pilot.click(offset=(chance.randrange(width), chance.randrange(height)))
            else:
                await sitting.press(chance.choice(LETTERS) if dice < 0.2 else chance.choice(keys))
            assert sitting.app._exception is None and sitting.app.is_running, number
            holds(sitting)
        while sitting.app.screen is not sitting.review:
            await sitting.press("escape")
        await sitting.saved()
        await sitting.until(lambda: sitting.app.size.width == cell_len(sitting.rows[0]))
        kept = sitting.dataset.annotation(sitting.annotation.article)
        assert kept is not None and not Change.between(kept, sitting.annotation)
