"""It never falls over: seeded random keys, clicks, drags and resizes, with what must hold after each.

`AKAPEN_RANDOM_KEYS` says how many events (default 300; a release is tried with 50,000) and
`AKAPEN_RANDOM_SEED` which. Events go through the driver as a terminal's would, faster than any hand types;
each is worked off and saved, and all that must hold is looked at, before the next. Leaving is among them: the
program is then started again on what it has left.
"""

import asyncio
import os
import random
import time
from itertools import pairwise
from unicodedata import category

from rich.cells import cell_len
from textual import events

from store.annotation import Annotation
from store.change import Change
from store.gold.dataset import GoldDataset
from store.history import History
from tests.tui.random_events import RandomEvents

COUNT = int(os.environ.get("AKAPEN_RANDOM_KEYS", "300"))
SEED = int(os.environ.get("AKAPEN_RANDOM_SEED", "20261122"))
LEAVE = "ctrl+q"
PAINTED_EVERY, FILE_EVERY = 25, 1000
"""Events after which the screen is looked at cell by cell, and the file opened by a reader of its own."""
PATIENCE = 60.0
TURNS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""What changes the direction of writing."""
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
    "\n".join([NOTICE] * 30),
)
MADE_HERE = (
    "二〇二四年五月七日、株式会社北斗フーズの元社員が顧客リスト１，２００件を持ち出した。" * 3,
    "！",
    "e\u0301\u0323" * 40 + "\U0001f1ef\U0001f1f5" * 9 + " שלום " + "北" * 200,
)
"""Texts whose suggestions the extractor makes when they are opened."""


def holds(sitting) -> None:
    """Look at what is in memory: text, spans, what pane and queue show, and undo."""
    session, annotation = sitting.app.session, sitting.annotation
    text = session.article.text
    assert all(span.text == text[span.start : span.end] for span in annotation.spans)
    assert all(one.start <= other.start for one, other in pairwise(annotation.spans))
    live = [span for span in annotation.spans if span.status != "rejected"]
    assert not [(one, other) for one, other in pairwise(live) if one.end > other.start]
    shown = sitting.review.pane._layer.between(0, len(text))
    assert {span.id: span for span in shown} == {span.id: span for span in annotation.spans}
    summary = session.queue.summary(annotation.article)
    assert session.undecided == annotation.undecided == summary.undecided
    assert summary.status == annotation.status
    history, before = session.history.undo(annotation)
    assert history == session.history or not Change.between(history.redo(before)[1], annotation)
    history, after = session.history.redo(annotation)
    assert history == session.history or not Change.between(history.undo(after)[1], annotation)


def kept(dataset: GoldDataset, article: str) -> tuple[Annotation | None, History]:
    """Return what a dataset has of an article."""
    return dataset.annotation(article), dataset.history(article)


def same(found: tuple[Annotation | None, History], annotation: Annotation, history: History) -> None:
    """Hold what was found against what is on the screen."""
    assert found[0] is not None and not Change.between(found[0], annotation)
    assert found[0].keystrokes <= annotation.keystrokes and found[1] == history


def painted(sitting) -> None:
    """Look at every row of the screen: as wide as the terminal, and nothing in it that acts on one."""
    width = sitting.app.size.width
    for row in sitting.rows:
        assert cell_len(row) == width, row
        assert not [letter for letter in row if category(letter) in ("Cc", "Zl", "Zp") or letter in TURNS], (
            row
        )


class Run:
    """One start of the program, until it is left or the events are used up."""

    def __init__(self, sitting, drawn: RandomEvents) -> None:
        self.sitting, self.app, self.drawn = sitting, sitting.app, drawn
        self.left = False
        self._looked: Annotation | None = None
        really_leave = self.app.exit

        def leave(*arguments: object, **options: object) -> None:
            self.left = True
            really_leave(*arguments, **options)

        self.app.exit = leave

    def send(self, sent: list[events.Event]) -> None:
        """Send events as the terminal would."""
        driver = self.app._driver
        assert driver is not None
        for event in sent:
            if isinstance(event, events.Resize):
                driver._size = event.size
            event.set_sender(self.app)
            driver.send_message(event)

    async def settle(self, number: int) -> None:
        """Wait until all that was sent is worked off and saved, unless the program is left by it."""
        end = time.monotonic() + PATIENCE
        while True:
            worked = asyncio.ensure_future(self.sitting.pilot._wait_for_screen(PATIENCE))
            while not worked.done() and not self.left:
                await asyncio.wait([worked], timeout=0.02)
            if not worked.done():
                worked.cancel()
            assert self.app._exception is None, (SEED, number, self.app._exception)
            assert self.left or self.app.is_running, f"left by itself at event {number} of seed {SEED}"
            busy = self.sitting.review.is_opening or self.app.session.saver.pending
            if self.left or not busy:
                return
            assert time.monotonic() < end, f"never came to rest at event {number} of seed {SEED}"
            await asyncio.sleep(0)

    async def step(self, number: int, path) -> None:
        """Send what comes next and look at all that must hold."""
        self.send(self.drawn.draw(self.app.size))
        await self.settle(number)
        session = self.app.session
        if self.left or not session.is_open:
            return
        if session.annotation is not self._looked:
            holds(self.sitting)
            with session.saver.gate:
                same(kept(self.sitting.dataset, session.article.id), session.annotation, session.history)
            self._looked = session.annotation
        if number % PAINTED_EVERY == 0:
            await self.sitting.pilot.pause()
            painted(self.sitting)
        if number % FILE_EVERY == 0:
            with session.saver.gate, GoldDataset.open(path, annotator="tester", read_only=True) as reader:
                same(kept(reader, session.article.id), session.annotation, session.history)


async def test_random_keys_and_clicks(sit, tmp_path) -> None:
    chance = random.Random(SEED)
    path, number = tmp_path / "gold.json", 0
    while number < COUNT:
        async with sit(texts=TEXTS, unseen=MADE_HERE, tongue=chance.choice(("ja", "en"))) as sitting:
            keys = [key for action in sitting.app.keys.actions for key in action.keys]
            run = Run(sitting, RandomEvents(chance, keys, LEAVE))
            while number < COUNT and not run.left:
                number += 1
                await run.step(number, path)
        session = run.app.session
        if session.is_open:
            with GoldDataset.open(path, annotator="tester", read_only=True) as dataset:
                same(kept(dataset, session.article.id), session.annotation, session.history)
