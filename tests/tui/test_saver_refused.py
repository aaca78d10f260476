"""Jobs that the dataset refuses: nothing of theirs or of others' is dropped, and the notice fits its line."""

import errno
import time
from pathlib import Path

import pytest

from store.annotation import Annotation
from store.article import Article
from store.gold.dataset import GoldDataset
from tui.review import saver as saver_module
from tui.review.saver import Job, Saver

HALF_A_PAIR = "\ud800"


@pytest.fixture
def gold(tmp_path: Path):
    with GoldDataset.open(tmp_path / "gold.json", annotator="花子") as dataset:
        dataset.add([Article.from_text("北斗食品株式会社"), Article.from_text("北斗マルシェ")])
        dataset.storage.fold()
        yield dataset


@pytest.fixture
def saver(gold: GoldDataset, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(saver_module, "RETRY_SECONDS", 0.01)
    saver = Saver(gold, lambda report: None)
    yield saver
    saver.close(0.1)


def job(gold: GoldDataset, number: int, note: str) -> Job:
    return Job(Annotation(gold.article_ids()[number], "花子", note=note))


def until(condition) -> None:
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.005)


def notes(gold: GoldDataset) -> list[str]:
    return [one.note for one in gold.annotations()]


def refuse(*_: object) -> None:
    raise OSError(errno.ENOSPC, "full")


def test_what_can_not_be_written_holds_up_no_other_article(gold, saver):
    saver.hand_in(job(gold, 0, HALF_A_PAIR))
    saver.hand_in(job(gold, 1, "別"))
    until(lambda: saver.last)
    assert notes(gold) == ["別"]
    assert saver.pending and "U+D800, half of a pair" in saver.last.problem
    assert saver.unsaved(gold.article_ids()[0]).note == HALF_A_PAIR
    saver.hand_in(job(gold, 0, "正"))
    assert saver.flush(10)
    assert notes(gold) == ["正", "別"]


def test_a_job_that_is_refused_while_the_disk_is_full_is_kept(gold, saver, monkeypatch):
    with monkeypatch.context() as full:
        full.setattr(gold.storage._journal, "append", refuse)
        saver.hand_in(job(gold, 0, "一"))
        until(lambda: gold.pending)
        saver.hand_in(job(gold, 1, HALF_A_PAIR))
        seen = saver.last
        until(lambda: saver.last is not seen and "half of a pair" in saver.last.problem)
        assert saver.unsaved(gold.article_ids()[1]).note == HALF_A_PAIR
    until(lambda: not gold.pending)
    assert notes(gold) == ["一"]


def test_the_notice_is_the_problem_without_the_path(gold, saver, monkeypatch):
    with monkeypatch.context() as full:
        full.setattr(gold.storage._journal, "append", refuse)
        saver.hand_in(job(gold, 0, "一"))
        until(lambda: saver.last)
        assert saver.last.problem == "can't be saved: the disk is full: free some space"
    assert saver.flush(10)


def test_leaving_without_saving_does_not_wait_long(gold, saver, monkeypatch):
    with monkeypatch.context() as full:
        full.setattr(gold.storage._journal, "append", refuse)
        saver.hand_in(job(gold, 0, "一"))
        until(lambda: gold.pending)
        begun = time.monotonic()
        assert not saver.close(0.2)
        assert time.monotonic() - begun < 2
