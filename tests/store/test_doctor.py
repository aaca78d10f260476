"""The doctor finds what is wrong, says where, and saves to a new file what can be saved."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.errors import DatasetError, UnreadableFileError
from store.gold.dataset import GoldDataset
from store.health.doctor import Examination, repair
from tests.store.sound_dataset import SCHEMA, edit, examine, repaired, sound_dataset


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return sound_dataset(tmp_path / "gold.json")


def test_nothing_is_wrong_with_a_sound_file(path: Path) -> None:
    assert examine(path) == []
    with repaired(path) as saved, GoldDataset.open(path, read_only=True) as gold:
        assert saved.storage.tables.keys() == gold.storage.tables.keys()
        assert list(saved.annotations()) == list(gold.annotations())
        assert saved.revisions() == gold.revisions()


def annotation(data: dict[str, Any]) -> dict[str, Any]:
    found = data["annotations"]["2"]
    assert isinstance(found, dict)
    return found


def span(data: dict[str, Any]) -> dict[str, Any]:
    found = annotation(data)["spans"][1]
    assert isinstance(found, dict)
    return found


def value(data: dict[str, Any], at: int) -> dict[str, Any]:
    found = annotation(data)["values"][at]
    assert isinstance(found, dict)
    return found


WRONGS: list[tuple[Callable[[dict[str, Any]], object], str]] = [
    (
        lambda data: span(data).update(end=12),
        "annotations[2].spans[1]: says '5月1日' where the text has '5月1' (mended)",
    ),
    (
        lambda data: span(data).update(end=99),
        "annotations[2].spans[1]: 9-99 lies outside the text of 20 characters (lost)",
    ),
    (lambda data: span(data).update(start=-1), "annotations[2].spans[1]: -1-13 lies outside"),
    (
        lambda data: span(data).update(start="9"),
        "annotations[2].spans[1]: Expected `int`, got `str` - at `$.start` (lost)",
    ),
    (
        lambda data: span(data).update(label="HOTEL"),
        "annotations[2].spans[1]: the schema has no label HOTEL (kept)",
    ),
    (lambda data: span(data).update(id="s1"), "annotations[2].spans[1]: the id s1 is there twice (mended)"),
    (
        lambda data: value(data, 0).update(value="令和5年"),
        "published_on should be a date as 2024-05-01, not '令和5年'",
    ),
    (lambda data: value(data, 0).update(value="2024-02-30"), "should be a date"),
    (
        lambda data: value(data, 1).update(value="120件"),
        "affected_count should be of type integer, not '120件' (kept)",
    ),
    (
        lambda data: value(data, 2).update(value="storm"),
        "annotations[2].values[2]: cause has no code 'storm' (kept)",
    ),
    (lambda data: value(data, 2).update(field="mood"), "the schema has no field mood (kept)"),
    (
        lambda data: value(data, 1).update(id="v1"),
        "annotations[2].values[1]: the id v1 is there twice (mended)",
    ),
    (
        lambda data: value(data, 0).update(evidence=["s9"]),
        "names spans as evidence that are not there (mended)",
    ),
    (
        lambda data: annotation(data).update(status="done"),
        "annotations[2].status: not what it should be (lost)",
    ),
    (lambda data: annotation(data).update(annotator=7), "neither article nor annotator can be told (lost)"),
    (lambda data: annotation(data).update(mood="good"), "annotations[2].mood: not what it should be (lost)"),
    (lambda data: data["annotations"].update({"9": annotation(data)}), "annotations[9]: the annotation of"),
    (
        lambda data: data["revisions"].update({"9": data["revisions"]["1"]}),
        "revisions[9]: the number 1 is there twice (mended)",
    ),
    (lambda data: data["articles"].update({"9": data["articles"]["1"]}), "articles[9]: the article"),
    (
        lambda data: data["articles"]["1"].update(text="別"),
        "articles[1]: the text is not the one that was imported",
    ),
    (lambda data: data["articles"].pop("2"), "annotations[2]: there is no article"),
    (lambda data: data["steps"]["2"].update(number=5), "are not whole (lost)"),
    (
        lambda data: data["histories"]["2"].update(position=7),
        "histories[2]: is of no undo steps that are there (lost)",
    ),
    (
        lambda data: data["revisions"]["1"].update(number="x"),
        "Expected `int`, got `str` - at `$.number` (lost)",
    ),
    (lambda data: data["meta"]["1"].update(version=-1), "meta: of format -1, which akapen never wrote"),
    (lambda data: data.pop("meta"), "file: a TinyDB file of something else"),
]


@pytest.mark.parametrize(("change", "said"), WRONGS, ids=[said[-40:] for _, said in WRONGS])
def test_each_wrong_is_found_and_the_rest_saved(
    path: Path, change: Callable[[dict[str, Any]], object], said: str
) -> None:
    edit(path, change)
    assert any(said in found for found in examine(path)), examine(path)
    with repaired(path) as saved:
        assert len(list(saved.annotations())) >= 2
        assert len(saved.article_ids()) >= 2
        assert saved.history(saved.article_ids()[-1]).position == 1
    assert not [one for one in Examination(saved.path, SCHEMA).findings if one.fate == "lost"]


def test_what_is_saved_of_a_wounded_annotation(path: Path) -> None:
    edit(path, lambda data: (span(data).update(end=None), annotation(data).update(seconds="long")))
    with repaired(path) as saved:
        found = saved.annotation(saved.article_ids()[1])
        assert found is not None
        assert ([one.id for one in found.spans], found.note, found.status) == (["s1"], "メモ", "confirmed")
        assert found.values[0].evidence == ()


def test_an_annotation_that_is_there_twice_becomes_a_revision(path: Path) -> None:
    edit(path, lambda data: data["annotations"].update({"9": annotation(data) | {"note": "別"}}))
    assert any("is there twice; this one becomes a revision (mended)" in found for found in examine(path))
    with repaired(path) as saved:
        kept = saved.revisions(saved.article_ids()[1])
        assert [(one.number, one.event, one.annotation.note) for one in kept] == [
            (1, "confirm", "メモ"),
            (2, "merge", "別"),
        ]


def test_a_newer_or_missing_file_is_refused(path: Path) -> None:
    edit(path, lambda data: data["meta"]["1"].update(version=2))
    with pytest.raises(DatasetError, match="newer akapen"):
        Examination(path, SCHEMA)
    with pytest.raises(UnreadableFileError, match="not there"):
        Examination(path.with_name("none.json"), SCHEMA)


def test_a_repair_never_overwrites(path: Path) -> None:
    with pytest.raises(DatasetError, match="there already"):
        repair(Examination(path, SCHEMA), path)
