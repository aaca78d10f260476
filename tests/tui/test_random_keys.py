"""It never falls over: seeded random keys, clicks and resizes, with what must hold after each.

`AKAPEN_RANDOM_KEYS` says how many events (default 300; a release is tried with 50,000) and
`AKAPEN_RANDOM_SEED` which. Events go through the driver as a terminal's would, faster than any hand types;
each is worked off, and what is in memory looked at, before the next. Every 50th waits until everything is
painted and saved, and is then held against the disk.
"""

import os
import random
from itertools import pairwise

from rich.cells import cell_len
from textual import events
from textual.geometry import Size
from textual.keys import _character_to_key

from store.change import Change

COUNT = int(os.environ.get("AKAPEN_RANDOM_KEYS", "300"))
SEED = int(os.environ.get("AKAPEN_RANDOM_SEED", "20261122"))
SIZES = [(120, 30), (80, 24), (60, 20), (160, 48), (45, 12)]
LETTERS = "北斗食品ガｶﾞ𠮷々ー、。か゛0123abcz[]-"
NEVER = {"ctrl+q"}
LOOK_AT_DISK = 50
NOTICE = (
    "不正アクセスのお知らせ\n北斗食品株式会社は2023年4月5日、通販サイト「北斗マルシェ」への不正アクセスにより、"
    "2,577件を含む約1万2,345件が漏えいしたと発表した。\n"
    "対象は2021年7月20日から2022年12月5日までで、北斗食品株式会社は警察に相談している。"
)
TEXTS = (
    NOTICE,
    NOTICE + "\n第二報。" + "家族\U0001f468\u200d\U0001f469\u200d\U0001f467と葛\U000e0100城、か゛。" * 20,
    NOTICE.replace("\n", "") + "一行のまま続く長い文、" * 300,
    "　" + NOTICE + "\t表\x07\u202e右から左\u202c\u200b[bold]印[/bold]\n" * 5,
    "\n\n" + NOTICE + "\n・行\n\n" * 200,
)


def holds(sitting) -> None:
    """Look at what is in memory: text, spans, what the pane shows, and undo."""
    session, annotation = sitting.app.session, sitting.annotation
    text = session.article.text
    assert all(span.text == text[span.start : span.end] for span in annotation.spans)
    assert all(one.start <= other.start for one, other in pairwise(annotation.spans))
    live = [span for span in annotation.spans if span.status != "rejected"]
    over = [(one, other) for one, other in pairwise(live) if one.end > other.start]
    assert not over, session.history.last
    pane = sitting.review.pane
    assert {span.id: span for span in pane._layer.all()} == {span.id: span for span in annotation.spans}
    assert session.undecided == annotation.undecided
    history, before = session.history.undo(annotation)
    assert not Change.between(history.redo(before)[1], annotation)


async def on_disk(sitting) -> None:
    """Wait until everything is saved, then hold the disk against the screen."""
    await sitting.pilot.pause()
    await sitting.saved()
    session = sitting.app.session
    with session.saver.gate:
        kept = sitting.dataset.annotation(session.article.id)
        history = sitting.dataset.history(session.article.id)
    assert kept is not None and not Change.between(kept, sitting.annotation)
    assert history == session.history


def send(sitting, *sent: events.Event) -> None:
    """Send events as the terminal would."""
    driver = sitting.app._driver
    assert driver is not None
    for event in sent:
        event.set_sender(sitting.app)
        driver.send_message(event)


def key_event(key: str) -> events.Key:
    """Return the event of a key by its name or character."""
    name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    return events.Key(name, key if len(key) == 1 else None)


def click(x: int, y: int) -> list[events.Event]:
    """Return the events of one click."""
    return [kind(None, x, y, 0, 0, 1, False, False, False) for kind in (events.MouseDown, events.MouseUp)]


async def stay() -> None:
    """Do nothing in place of leaving, which a random choice in the palette also finds."""


async def test_random_keys_and_clicks(sit, monkeypatch) -> None:
    chance = random.Random(SEED)
    async with sit(texts=TEXTS) as sitting:
        monkeypatch.setattr(sitting.app, "action_leave", stay)
        keys = [key for action in sitting.app.keys.actions for key in action.keys if key not in NEVER]
        for number in range(1, COUNT + 1):
            dice = chance.random()
            if dice < 0.03:
                size = sitting.app._driver._size = Size(*chance.choice(SIZES))
                send(sitting, events.Resize(size, size))
            elif dice < 0.08:
                width, height = sitting.app.size
                send(sitting, *click(chance.randrange(width), chance.randrange(height)))
            else:
                send(sitting, key_event(chance.choice(LETTERS) if dice < 0.2 else chance.choice(keys)))
            await sitting.pilot._wait_for_screen()
            assert sitting.app._exception is None and sitting.app.is_running, number
            if not sitting.review.is_opening:
                holds(sitting)
            if number % LOOK_AT_DISK == 0:
                await on_disk(sitting)
        while sitting.app.screen is not sitting.review:
            await sitting.press("escape")
        await on_disk(sitting)
        await sitting.until(lambda: sitting.app.size.width == cell_len(sitting.rows[0]))
