"""The gold dataset as its users see it: what is put in comes out, now, after leaving and in stock TinyDB."""

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NoReturn

import msgspec
import pytest
from tinydb import TinyDB, where

from store.annotation import Annotation
from store.article import Article
from store.change import Change
from store.errors import DatasetError
from store.gold.dataset import GoldDataset
from store.gold.index import Index, Key
from store.history import History
from store.span import Span
from store.value import FieldValue

TEXTS = (
    "北斗食品株式会社は\nお詫びします。",
    "北斗マルシェ\u3000からのお知らせ 𠮷🙂",
    "が\x00\x1b[31m\u202e端",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "gold.json"


@pytest.fixture
def gold(path: Path) -> Iterator[GoldDataset]:
    with GoldDataset.open(path, annotator="花子") as dataset:
        dataset.add(Article.from_text(text, published="2024-05") for text in TEXTS)
        yield dataset


def reopened(gold: GoldDataset) -> GoldDataset:
    gold.close()
    return GoldDataset.open(gold.path, annotator=gold.annotator, read_only=True)


def drafted(gold: GoldDataset, at: int = 0, note: str = "") -> Annotation:
    span = Span("s1", 0, 4, "ORG", TEXTS[at][:4], origin="organisations", score=0.4)
    value = FieldValue("v1", "affected_count", 52000, evidence=("s1",), score=0.9)
    return Annotation(
        gold.article_ids()[at], "花子", spans=(span,), values=(value,), status="draft", note=note
    )


def test_articles_come_back_in_order(gold: GoldDataset) -> None:
    assert [article.text for article in reopened(gold).articles()] == list(TEXTS)


def test_the_same_text_is_added_once(gold: GoldDataset) -> None:
    new = Article.from_text("新しい")
    added, already = gold.add([Article.from_text(TEXTS[1], title="別の題"), new, new])
    assert added == [new]
    assert [article.text for article in already] == [TEXTS[1], "新しい"]
    assert len(gold.article_ids()) == 4


def test_an_unknown_article_is_a_key_error(gold: GoldDataset) -> None:
    with pytest.raises(KeyError):
        gold.article("none")
    assert gold.annotation("none") is None


def test_an_annotation_comes_back(gold: GoldDataset) -> None:
    annotation = drafted(gold, note="確認\nする")
    gold.save(annotation)
    assert gold.annotation(annotation.article) == annotation
    assert reopened(gold).annotation(annotation.article) == annotation


def test_annotators_stand_side_by_side(gold: GoldDataset) -> None:
    mine = drafted(gold)
    theirs = msgspec.structs.replace(mine, annotator="太郎", note="別")
    gold.save(mine)
    gold.save(theirs)
    assert gold.annotation(mine.article) == mine
    assert gold.annotation(mine.article, "太郎") == theirs
    assert list(gold.annotations(annotator="太郎")) == [theirs]
    assert gold.annotators() == ("太郎", "花子")


def test_annotations_are_in_order_of_import(gold: GoldDataset) -> None:
    for at in (2, 0, 1):
        gold.save(drafted(gold, at))
    assert [annotation.article for annotation in gold.annotations()] == list(gold.article_ids())


def test_summaries_tell_progress(gold: GoldDataset) -> None:
    annotation = drafted(gold)
    accepted = msgspec.structs.replace(annotation.spans[0], id="s2", status="accepted", score=0.1)
    gold.save(msgspec.structs.replace(annotation, spans=(*annotation.spans, accepted)))
    first, second, _ = reopened(gold).summaries()
    assert (first.status, first.spans, first.undecided, first.lowest) == ("draft", 2, 2, 0.4)
    assert (second.status, second.undecided, second.lowest) == ("pending", 0, None)
    assert second.published == "2024-05"


def test_undo_history_survives_leaving(gold: GoldDataset) -> None:
    states = [drafted(gold, note=note) for note in ("", "一", "二", "三")]
    history = History()
    for before, after in pairwise(states):
        old, history = history, history.push("article.note", after.note, "t", Change.between(before, after))
        gold.save(after, history.steps[-1:], old.position)
    history, undone = history.undo(states[-1])
    gold.save(undone, position=history.position)
    again = reopened(gold)
    assert again.history(undone.article) == history
    assert history.redo(undone)[1] == states[-1]


def test_a_new_step_drops_the_redo_branch_from_the_file(gold: GoldDataset) -> None:
    states = [drafted(gold, note=note) for note in ("", "一", "二")]
    history = History().push("x", "", "t", Change.between(states[0], states[1]))
    gold.save(states[1], history.steps)
    history, now = history.undo(states[1])
    gold.save(now, position=history.position)
    new = history.push("y", "", "t", Change.between(now, states[2]))
    gold.save(states[2], new.steps[-1:], history.position)
    assert reopened(gold).history(now.article) == new


def test_saving_a_step_twice_does_no_harm(gold: GoldDataset) -> None:
    before, after = drafted(gold), drafted(gold, note="一")
    history = History().push("x", "", "t", Change.between(before, after))
    for _ in range(2):
        gold.save(after, history.steps, 0)
    assert gold.history(after.article) == history


def test_confirming_keeps_each_revision(gold: GoldDataset) -> None:
    first = gold.confirm(drafted(gold, note="初版"))
    second = gold.confirm(msgspec.structs.replace(first, note="改版", status="draft"))
    assert (second.status, second.revision) == ("confirmed", 2)
    kept = reopened(gold).revisions(first.article)
    assert [(one.number, one.event, one.by, one.annotation.note) for one in kept] == [
        (1, "confirm", "花子", "初版"),
        (2, "confirm", "花子", "改版"),
    ]


class Unsearched(dict[Key, dict[int, int]]):
    """Revisions that may be looked up, and not gone through."""

    def items(self) -> NoReturn:  # type: ignore[override]
        raise AssertionError("gone through")

    __iter__ = keys = values = items  # type: ignore[assignment]


def test_the_revisions_of_one_annotation_are_looked_up(gold: GoldDataset) -> None:
    """Merging asks so for every annotation: going through all each time took minutes with 20,000."""
    one = gold.confirm(drafted(gold))
    gold.index.__dict__["revisions"] = Unsearched(gold.index.revisions)
    assert [kept.annotation for kept in gold.revisions(one.article, "花子")] == [one]
    assert gold.revisions(one.article, "太郎") == ()


def test_unconfirming_and_confirming_by_undo_and_redo_are_revisions(gold: GoldDataset) -> None:
    confirmed = gold.confirm(drafted(gold))
    gold.save(msgspec.structs.replace(confirmed, seconds=9.0))
    gold.save(msgspec.structs.replace(confirmed, status="draft"))
    gold.save(msgspec.structs.replace(confirmed, status="draft", note="直す"))
    gold.save(confirmed)
    gold.save(msgspec.structs.replace(confirmed, note="直した"))
    kept = [(one.event, one.annotation.note) for one in reopened(gold).revisions(confirmed.article)]
    assert kept == [("confirm", ""), ("unconfirm", ""), ("confirm", ""), ("confirm", "直した")]


def test_a_confirmation_counts_on_from_what_is_stored(gold: GoldDataset) -> None:
    draft = drafted(gold)
    assert [gold.confirm(draft).revision for _ in range(3)] == [1, 2, 3]


def test_deleting_leaves_the_last_state_as_a_revision(gold: GoldDataset) -> None:
    annotation = drafted(gold, note="最後")
    gold.save(annotation, History().push("x", "", "t", Change.between(annotation, annotation)).steps)
    gold.delete(annotation.article)
    again = reopened(gold)
    assert annotation.article not in again.article_ids()
    assert again.annotation(annotation.article) is None
    assert again.steps(annotation.article) == ()
    assert [(one.event, one.annotation) for one in again.revisions()] == [("delete", annotation)]


def test_deleting_keeps_the_index_and_it_stays_true(gold: GoldDataset) -> None:
    """Making it anew for each of many articles took minutes in a large dataset."""
    first, second = (drafted(gold, at) for at in range(2))
    for one in (first, second, msgspec.structs.replace(first, annotator="太郎")):
        gold.confirm(one)
    index = gold.index
    gold.delete(first.article)
    assert gold.index is index
    anew = Index(gold.storage.tables, gold.path)
    assert (index.articles, index.annotations) == (anew.articles, anew.annotations)
    assert (index.revisions, gold.steps(first.article)) == (anew.revisions, ())
    assert list(index.annotations) == [(second.article, "花子")]


def test_a_group_is_one_line_of_the_journal(gold: GoldDataset, path: Path) -> None:
    journal = path.with_name("gold.json.journal")
    lines = len(journal.read_bytes().splitlines())
    with gold.group():
        for at in range(3):
            gold.save(drafted(gold, at))
        assert len(journal.read_bytes().splitlines()) == lines
    assert len(journal.read_bytes().splitlines()) == lines + 1


def test_of_a_group_that_ends_in_an_error_nothing_is_there(gold: GoldDataset, path: Path) -> None:
    before = gold.article_ids(), drafted(gold, note="前")
    gold.save(before[1])
    with pytest.raises(LookupError), gold.group():
        gold.save(drafted(gold, note="後"))
        gold.add([Article.from_text("北斗マルシェ")])
        raise LookupError
    for one in (gold, reopened(gold)):
        assert (one.article_ids(), one.annotation(before[1].article)) == before
        assert not one.pending


def test_after_leaving_there_is_only_the_gold_file(gold: GoldDataset, path: Path) -> None:
    gold.close()
    assert os.listdir(path.parent) == ["gold.json"]
    assert path.stat().st_mode & 0o777 == 0o600


def test_nothing_done_leaves_nothing(path: Path) -> None:
    GoldDataset.open(path, annotator="花子").close()
    assert os.listdir(path.parent) == []


def test_reading_changes_nothing(gold: GoldDataset, path: Path) -> None:
    gold.close()
    before = path.stat()
    with GoldDataset.open(path, annotator="花子") as again:
        list(again.articles())
    assert path.stat() == before
    assert os.listdir(path.parent) == ["gold.json"]


def test_stock_tinydb_reads_and_writes_the_file(gold: GoldDataset, path: Path) -> None:
    annotation = drafted(gold)
    gold.save(annotation)
    gold.close()
    with TinyDB(path, encoding="utf-8", ensure_ascii=False) as stock:
        table = stock.table("annotations")
        found = table.get(where("article") == annotation.article)
        assert msgspec.convert(dict(found), Annotation) == annotation
        table.update({"note": "外から"}, where("article") == annotation.article)
        stock.table("mine").insert({"of": "someone else"})
    with GoldDataset.open(path, annotator="花子") as again:
        assert again.annotation(annotation.article) == msgspec.structs.replace(annotation, note="外から")
        again.save(annotation)
    with TinyDB(path, encoding="utf-8") as stock:
        assert stock.table("mine").all() == [{"of": "someone else"}]


def test_japanese_stands_unescaped(gold: GoldDataset, path: Path) -> None:
    gold.close()
    assert "北斗食品株式会社" in path.read_text(encoding="utf-8")


def test_half_a_surrogate_pair_is_refused_before_anything_changes(gold: GoldDataset) -> None:
    annotation = drafted(gold)
    gold.save(annotation)
    with pytest.raises(DatasetError, match="U\\+D83D, half of a pair"):
        gold.save(msgspec.structs.replace(annotation, note="壊\ud83d"))
    with pytest.raises(DatasetError, match="half of a pair"):
        gold.add([Article.from_text("よい"), Article.from_text("悪\udc80")])
    assert gold.annotation(annotation.article) == annotation
    assert len(gold.article_ids()) == 3
    assert not gold.pending


def test_what_could_not_be_read_back_is_refused(gold: GoldDataset) -> None:
    annotation = drafted(gold)
    wrong = msgspec.structs.replace(annotation.spans[0], start="0")
    for bad in ({"spans": (wrong,)}, {"seconds": float("nan")}, {"note": None}):
        with pytest.raises(DatasetError, match="can't be saved"):
            gold.save(msgspec.structs.replace(annotation, **bad))
    assert gold.annotation(annotation.article) is None


def test_the_login_name_is_the_annotator_without_another(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "hanako")
    with GoldDataset.open(path) as gold:
        assert gold.annotator == "hanako"
