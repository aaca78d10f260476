"""Merging any two datasets: whatever was in either is in the third, and what clashed is said."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from store.annotation import Annotation
from store.article import Article
from store.change import Change
from store.errors import DatasetError
from store.gold.dataset import GoldDataset
from store.gold.merge import merge
from store.gold.storage import GoldStorage
from store.span import Span
from tests.store.simulated_disk import SimulatedDisk

ARTICLES = [Article.from_text(f"北斗食品{number}") for number in range(3)]
PEOPLE = ("花子", "太郎")

deeds = st.lists(
    st.tuples(
        st.sampled_from(ARTICLES),
        st.sampled_from(PEOPLE),
        st.sampled_from(("save", "save", "confirm", "delete")),
        st.sampled_from(("", "一", "二")),
        st.booleans(),
    ),
    max_size=8,
)


def empty(name: str) -> GoldDataset:
    return GoldDataset(GoldStorage(Path(name), disk=SimulatedDisk(Random(0))), "花子")


def made(name: str, what: list[tuple[Article, str, str, str, bool]], second: int) -> GoldDataset:
    gold = empty(name)
    for at, (article, person, deed, note, spans) in enumerate(what):
        if deed == "delete":
            if article.id in gold.index.articles:
                gold.delete(article.id)
            continue
        gold.add([article])
        accepted = (Span("s1", 0, 4, "ORG", "北斗食品", status="accepted"),) if spans else ()
        time = f"2026-01-01T00:00:{at + second:02}+09:00"
        one = Annotation(article.id, person, accepted, note=note, status="draft", updated=time)
        if deed == "confirm":
            gold.confirm(one)
        else:
            gold.save(one)
    return gold


def states(gold: GoldDataset, key: tuple[str, str]) -> list[Annotation]:
    """Every state of an annotation that a dataset knows."""
    now = gold.annotation(*key)
    return [*([now] if now else []), *(one.annotation for one in gold.revisions(*key))]


def known(state: Annotation, gold: GoldDataset, key: tuple[str, str]) -> bool:
    return any(not Change.between(state, one.annotation) for one in gold.revisions(*key))


@settings(max_examples=60, deadline=None)
@given(deeds, deeds, st.integers(0, 9))
def test_nothing_is_lost_and_what_clashes_is_said(
    ours: list[tuple[Article, str, str, str, bool]],
    theirs: list[tuple[Article, str, str, str, bool]],
    second: int,
) -> None:
    first, other, into = made("a.json", ours, 0), made("b.json", theirs, second), empty("c.json")
    conflicts = merge(first, other, into)
    assert set(into.article_ids()) == {*first.article_ids(), *other.article_ids()}
    keys = {*first.index.annotations, *first.index.revisions}
    for key in keys | {*other.index.annotations, *other.index.revisions}:
        left = states(into, key)
        for state in (*states(first, key), *states(other, key)):
            assert any(not Change.between(state, one) for one in left), (key, state)
        assert len(into.revisions(*key)) >= max(len(gold.revisions(*key)) for gold in (first, other))
        assert [one.number for one in into.revisions(*key)] == list(range(1, len(into.revisions(*key)) + 1))
        one, two = first.annotation(*key), other.annotation(*key)
        said = any((conflict.article, conflict.annotator) == key for conflict in conflicts)
        if not (one and two and Change.between(one, two)):
            assert not said
        elif not any(known(state, gold, key) for state, gold in ((one, other), (two, first))):
            assert said
    for gold in (first, other):
        again = empty("d.json")
        merge(into, gold, again)
        assert [*again.annotations()] == [*into.annotations()]
        for key in keys | {*again.index.revisions}:
            assert again.revisions(*key) == into.revisions(*key)


TIMES = [f"2026-01-0{day}T00:00:00+09:00" for day in range(1, 10)]
IMPORT = {"created": TIMES[4], "updated": TIMES[4], "confirmed": TIMES[4], "status": "confirmed"}
RICH = {"spans": (Span("s1", 0, 4, "ORG", "北斗食品", status="accepted"),)}


@pytest.mark.parametrize(
    ("winner", "loser"),
    [
        ({"created": TIMES[0], "updated": TIMES[1]}, IMPORT | RICH),
        ({"created": TIMES[0], "updated": TIMES[0], "seconds": 1.0}, IMPORT | RICH),
        ({"created": TIMES[0], "updated": TIMES[0], "keystrokes": 1}, IMPORT | RICH),
        (IMPORT | {"confirmed": TIMES[5]}, IMPORT | RICH | {"updated": TIMES[4]}),
        ({}, IMPORT | RICH),
        ({"seconds": 1.0}, {"status": "pending", "seconds": 9.0, "updated": TIMES[8]}),
        (IMPORT | RICH, dict.fromkeys(("created", "updated", "confirmed"), TIMES[8])),
        (
            {"seconds": 1.0, "status": "confirmed", "confirmed": TIMES[3]},
            {"seconds": 1.0, "status": "confirmed", "confirmed": TIMES[2], "revision": 9} | RICH,
        ),
        ({"seconds": 1.0, "revision": 2}, {"seconds": 1.0, "revision": 1, "updated": TIMES[8]} | RICH),
        ({"seconds": 1.0, "updated": TIMES[2]}, {"seconds": 1.0, "updated": TIMES[1]} | RICH),
    ],
    ids=[
        "edited before imported",
        "time spent before imported",
        "keys pressed before imported",
        "confirmed after it came before imported",
        "of unknown making before imported",
        "begun before untouched",
        "the richer of two imports",
        "the later confirmation",
        "the more often confirmed",
        "the later update",
    ],
)
def test_who_wins_a_conflict(winner: dict[str, Any], loser: dict[str, Any]) -> None:
    sides = []
    for note, about in (("wins", winner), ("loses", loser)):
        gold = empty(f"{note}.json")
        gold.add(ARTICLES[:1])
        gold.save(Annotation(ARTICLES[0].id, "花子", **({"status": "draft"} | about), note=note))
        sides.append(gold)
    for first, other in (sides, sides[::-1]):
        into = empty("both.json")
        assert merge(first, other, into)
        [merged] = into.annotations()
        assert merged.note == "wins"
        assert "loses" in [one.annotation.note for one in into.revisions()]


def test_of_two_that_weigh_the_same_the_first_wins() -> None:
    sides = [empty("a.json"), empty("b.json")]
    for gold, note in zip(sides, ("一", "二"), strict=True):
        gold.add(ARTICLES[:1])
        gold.save(Annotation(ARTICLES[0].id, "花子", status="draft", note=note, seconds=1.0))
    into = empty("c.json")
    merge(*sides, into)
    assert [one.note for one in into.annotations()] == ["一"]


def test_tables_that_are_not_ours_come_along(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.json", "b.json", "c.json")]
    for path, rows in zip(paths, (["同じ", "甲"], ["同じ", "乙", "丙"]), strict=False):
        with GoldDataset.open(path) as gold:
            gold.add(ARTICLES[:1])
        with TinyDB(path, encoding="utf-8") as database:
            database.table("mine").insert_multiple({"row": row} for row in rows)
    with (
        GoldDataset.open(paths[0]) as one,
        GoldDataset.open(paths[1]) as other,
        GoldDataset.open(paths[2]) as into,
    ):
        assert merge(one, other, into) == ()
    with TinyDB(paths[2], encoding="utf-8") as database:
        assert sorted(row["row"] for row in database.table("mine")) == ["丙", "乙", "同じ", "甲"]


def test_of_a_damaged_dataset_nothing_is_merged(tmp_path: Path) -> None:
    for name in ("first", "second"):
        with GoldDataset.open(tmp_path / f"{name}.json", annotator="花子") as gold:
            gold.add(ARTICLES)
            gold.save(Annotation(ARTICLES[0].id, "花子", note=name))
    second = tmp_path / "second.json"
    second.write_bytes(second.read_bytes().replace(b'"note":"second"', b'"note":["second"]'))
    with (
        GoldDataset.open(tmp_path / "first.json", read_only=True) as one,
        GoldDataset.open(second, read_only=True) as other,
        pytest.raises(DatasetError, match=r"second\.json @ annotations\[1\]\.note"),
        GoldDataset.open(tmp_path / "both.json") as into,
    ):
        merge(one, other, into)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["first.json", "second.json"]
