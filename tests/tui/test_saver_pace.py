"""When the saver saves: after the edit is painted, once for edits in a burst, at once if somebody waits."""

import time
from pathlib import Path

import pytest

from store.annotation import Annotation
from store.article import Article
from store.gold.dataset import GoldDataset
from tui.review import saver as saver_module
from tui.review.saver import BREATH, LONGEST_BREATH, Job, Saver, SaveReport


@pytest.fixture
def gold(tmp_path: Path):
    with GoldDataset.open(tmp_path / "gold.json", annotator="花子") as dataset:
        dataset.add([Article.from_text("北斗食品株式会社")])
        yield dataset


@pytest.fixture
def saves(gold: GoldDataset, monkeypatch: pytest.MonkeyPatch) -> list[tuple[float, str]]:
    """When each save began, and the note that it saved."""
    made: list[tuple[float, str]] = []
    save = gold.save

    def noted(annotation: Annotation, *rest: object) -> None:
        made.append((time.monotonic(), annotation.note))
        save(annotation, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(gold, "save", noted)
    return made


def note(gold: GoldDataset, text: str) -> Job:
    return Job(Annotation(gold.article_ids()[0], "花子", note=text))


def settled(saver: Saver) -> None:
    end = time.monotonic() + 5
    while saver.pending:
        assert time.monotonic() < end
        time.sleep(0.002)


def test_an_edit_is_pending_from_the_start_and_saved_a_breath_later(gold, saves):
    saver = Saver(gold, lambda report: None)
    handed_in = time.monotonic()
    saver.hand_in(note(gold, "一"))
    assert saver.pending
    settled(saver)
    [(began, text)] = saves
    assert text == "一" and began - handed_in >= BREATH


def test_edits_in_a_burst_are_one_save_of_the_last(gold, saves):
    saver = Saver(gold, lambda report: None)
    for text in "一二三":
        saver.hand_in(note(gold, text))
    settled(saver)
    assert [text for _, text in saves] == ["三"]


def test_edits_without_end_are_saved_all_the_same(gold, saves):
    saver = Saver(gold, lambda report: None)
    end = time.monotonic() + 3 * LONGEST_BREATH
    while time.monotonic() < end:
        saver.hand_in(note(gold, "続"))
        time.sleep(BREATH / 4)
    assert saves
    settled(saver)


def test_who_waits_for_the_disk_does_not_wait_for_a_breath(gold, saves, monkeypatch):
    monkeypatch.setattr(saver_module, "BREATH", 60.0)
    monkeypatch.setattr(saver_module, "LONGEST_BREATH", 60.0)
    saver = Saver(gold, lambda report: None)
    saver.hand_in(note(gold, "一"))
    assert saver.flush(timeout=5) and [text for _, text in saves] == ["一"]


def test_saved_is_told_only_when_nothing_is_left(gold, saves):
    reports: list[tuple[SaveReport, bool]] = []
    saver = Saver(gold, lambda report: reports.append((report, saver.pending)))
    saver.hand_in(note(gold, "一"))
    assert saver.close()
    assert [(report.saved_at is not None, pending) for report, pending in reports] == [(True, False)]
    again = gold.annotation(gold.article_ids()[0])
    assert again is not None and again.note == "一"
