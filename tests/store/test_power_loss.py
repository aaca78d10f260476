"""Power losses at every operation of random sessions: what was acknowledged is there, and the file opens.

`POWER_LOSSES=20000 python -m pytest tests/store/test_power_loss.py` tries more of them.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

import msgspec
import pytest

from store.annotation import Annotation
from store.article import Article
from store.change import Change
from store.errors import DatasetError
from store.gold import storage
from store.gold.dataset import GoldDataset
from store.gold.storage import GoldStorage
from store.history import History
from store.span import Span
from tests.store.simulated_disk import PowerLoss, SimulatedDisk

LOSSES = int(os.environ.get("POWER_LOSSES", "400"))
LOSSES_A_SESSION = 10
PATH = Path("/gold.json")

State = bytes


def state(gold: GoldDataset) -> State:
    """All that a person would miss, in one comparable value."""
    ids = gold.article_ids()
    work = [(gold.annotation(one), gold.history(one)) for one in ids]
    return msgspec.json.encode([list(gold.articles()), work, gold.revisions()])


class Session:
    """A person at work on a simulated disk, who remembers what was acknowledged."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.disk = SimulatedDisk(chance)
        self.acceptable: list[State] = []
        self.gold = self.open()
        self.acceptable = [state(self.gold)]

    def open(self) -> GoldDataset:
        faults, self.disk.faults = self.disk.faults, 0.0
        gold = GoldDataset(GoldStorage(PATH, disk=self.disk), "北斗")
        self.disk.faults = faults
        return gold

    def do(self) -> None:
        """Do one thing; the disk may refuse it."""
        action = self.chance.choice(
            (self.add, self.edit, self.edit, self.edit, self.undo, self.confirm, self.leave)
        )
        with suppress(DatasetError):
            action()

    def add(self) -> None:
        article = Article.from_text(f"第{self.chance.random()}報\n" + "北斗食品は" * self.chance.randrange(9))
        self.expect(self.gold.add, [article])

    def edit(self) -> None:
        for article_id in self.gold.article_ids()[-1:]:
            before = self.gold.annotation(article_id) or Annotation(article_id, "北斗")
            spans = [span for span in before.spans if self.chance.random() < 0.8]
            spans.append(Span(str(self.chance.random()), 0, 2, "ORG", "第0"))
            after = msgspec.structs.replace(
                before, spans=tuple(spans), note="メモ" * self.chance.randrange(4)
            )
            old = self.gold.history(article_id)
            new = old.push("span.new", "北斗", "t", Change.between(before, after))
            self.expect(self.gold.save, after, new.steps[-1:], old.position)

    def undo(self) -> None:
        for article_id in self.gold.article_ids()[-1:]:
            before = self.gold.annotation(article_id)
            if before:
                history, after = self.turn(self.gold.history(article_id), before)
                self.expect(self.gold.save, after, (), None, history.position)

    def turn(self, history: History, annotation: Annotation) -> tuple[History, Annotation]:
        return history.undo(annotation) if self.chance.random() < 0.7 else history.redo(annotation)

    def confirm(self) -> None:
        for article_id in self.gold.article_ids()[-1:]:
            annotation = self.gold.annotation(article_id)
            if annotation:
                self.expect(self.gold.confirm, annotation)

    def leave(self) -> None:
        self.gold.close()
        self.acceptable = [state(self.gold)]
        self.gold = self.open()

    def expect(self, change: Callable[..., object], *arguments: object) -> None:
        """Make a change: its outcome is acceptable from the first write on, alone once it is acknowledged."""
        with self.gold.group():
            change(*arguments)
            self.acceptable.append(state(self.gold))
        self.acceptable = [state(self.gold)]


def lose_power(seed: int, faults: float) -> None:
    """Lose the power, and every third time just the process, again and again in one session."""
    session = Session(Random(seed))
    session.disk.faults = faults
    for loss in range(LOSSES_A_SESSION * 3 // 2):
        session.disk.lost_at = session.disk.operations + session.chance.randrange(1, 40)
        with pytest.raises(PowerLoss):
            while True:
                session.do()
        session.disk = session.disk.after_kill() if loss % 3 == 0 else session.disk.after_power_loss()
        session.gold = session.open()
        assert state(session.gold) in session.acceptable, f"seed {seed}, loss {loss}"
        session.acceptable = [state(session.gold)]
        session.disk.faults = faults


@pytest.mark.parametrize("seed", range(LOSSES // LOSSES_A_SESSION // 2))
@pytest.mark.parametrize("faults", [0.0, 0.03], ids=["sound disk", "failing disk"])
def test_acknowledged_work_survives(seed: int, faults: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "LARGE", 2000 if seed % 2 else storage.LARGE)  # fold amid the session, too
    lose_power(seed, faults)


@pytest.mark.parametrize("broken", range(1, 40))
def test_work_after_a_fold_that_failed_survives_the_process(broken: int) -> None:
    session = Session(Random(broken))
    for action in (session.add, session.edit, session.leave, session.edit):
        action()
    session.disk.fault_at = session.disk.operations + broken
    with suppress(DatasetError):
        session.gold.storage.fold()
    session.disk.fault_at = -1
    session.edit()
    session.gold = session.open()
    assert [state(session.gold)] == session.acceptable
