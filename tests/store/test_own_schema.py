"""The schemas that a dataset holds: whole, checked like any schema file, and which of them is its own."""

import json
from collections import Counter
from pathlib import Path

import pytest
import tomli
from msgspec.structs import replace
from tinydb import TinyDB

from store import read_gold
from store.annotation import Annotation
from store.article import Article
from store.errors import DatasetError
from store.gold.compare import compare_datasets
from store.gold.dataset import GoldDataset
from store.gold.journal import journal_path
from store.gold.merge import merge
from store.gold.own_schema import own_schema
from store.health.doctor import Examination, repair
from store.schema import Names, Schema
from store.schemas.loading import load_schema, parse_schema
from tests.store.closures import TOML
from tests.store.sound_dataset import edit

CLOSURE = parse_schema(TOML, "closure.toml")
NEWER = replace(CLOSURE, version="1.1", fields=())
MINE = replace(load_schema(), title=Names("私の", "mine"))


def made(path: Path, *schemas: Schema, stamps: tuple[str, ...] = ()) -> Path:
    with GoldDataset.open(path, annotator="花子") as gold:
        [article], _ = gold.add([Article.from_text("北斗マルシェは老朽化により閉店する。")])
        for number, stamp in enumerate(stamps):
            gold.confirm(Annotation(article.id, f"花子{number}", schema=stamp))
        for schema in schemas:
            gold.hold(schema, [one.name for one in schemas])
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return made(tmp_path / "gold.json", CLOSURE, stamps=("closure 1.0",))


def held(path: Path) -> dict[str, Schema]:
    with GoldDataset.open(path, read_only=True) as gold:
        return gold.schemas()


def test_a_schema_is_held_whole_as_its_file_has_it(path: Path) -> None:
    assert held(path) == {"closure": CLOSURE}
    with TinyDB(path, encoding="utf-8") as database:
        [document] = database.table("schemas").all()
    stated = tomli.loads(TOML)
    [label], [field] = document.pop("labels"), document.pop("fields")
    [stated_label], [stated_field] = stated.pop("labels"), stated.pop("fields")
    for one, other in ((document, stated), (label, stated_label), (field, stated_field)):
        assert {key: one[key] for key in other} == other


@pytest.mark.parametrize(
    ("stamps", "holds", "own"),
    [
        ((), (), None),
        ((), (CLOSURE,), CLOSURE),
        (("closure 0.9", "closure 1.0"), (CLOSURE,), CLOSURE),
        (("closure 1.0", ""), (), None),
        (("recall 0.9",), (CLOSURE,), load_schema("recall")),
        (("incident 1.2",), (MINE,), MINE),
        (("incident 1.2", "closure 1.0"), (CLOSURE,), None),
        ((), (CLOSURE, MINE), None),
    ],
)
def test_a_datasets_own_schema_is_the_one_that_all_annotations_name(
    stamps: tuple[str, ...], holds: tuple[Schema, ...], own: Schema | None
) -> None:
    assert own_schema(Counter(stamps), {one.name: one for one in holds}) == own


@pytest.mark.parametrize(
    ("before", "now", "names", "after"),
    [
        ((), CLOSURE, (), (CLOSURE,)),
        ((CLOSURE,), NEWER, ("closure",), (NEWER,)),
        ((CLOSURE,), MINE, ("closure", "incident"), (CLOSURE, MINE)),
        ((CLOSURE,), MINE, (), (MINE,)),
        ((), load_schema(), (), ()),
        ((), load_schema("recall"), ("recall",), ()),
        ((), load_schema("recall"), (), (load_schema("recall"),)),
        ((MINE,), load_schema(), ("incident",), ()),
    ],
    ids=[
        "the first",
        "in place of one of its name",
        "beside one that annotations name",
        "in place of one that none names",
        "what is read by anyway",
        "what ships and is named",
        "what ships and nothing else tells of",
        "in place of one's own what ships",
    ],
)
def test_what_a_dataset_holds(
    tmp_path: Path, before: tuple[Schema, ...], now: Schema, names: tuple[str, ...], after: tuple[Schema, ...]
) -> None:
    path = made(tmp_path / "gold.json", *before)
    with GoldDataset.open(path) as gold:
        assert gold.hold(now, names) == (before != after)
        assert not gold.hold(now, names)
    assert held(path) == {one.name: one for one in after}


BROKEN = [
    ({"labels": []}, "schemas[1].labels: a schema needs at least one label"),
    ({"version": 1}, "schemas[1].version: expected text in quotes, got a whole number"),
    ({"labels": None}, "schemas[1].labels: expected a list in [ ], got nothing"),
    ({"name": "\u001b[2J\n"}, None),
    ({"name": " "}, "schemas[1].name: must not be empty"),
    ({"x\n": {"$gt": 1}}, "unknown key"),
    ({"title": [[[[]]]]}, "schemas[1].title: expected a table such as"),
]


@pytest.mark.parametrize(("change", "problem"), BROKEN)
def test_a_broken_one_is_refused_with_its_place_and_replaced_by_a_sound_one(
    path: Path, change: dict[str, object], problem: str | None
) -> None:
    edit(path, lambda data: data["schemas"]["1"].update(change))
    if problem:
        with pytest.raises(DatasetError) as refused:
            held(path)
        assert f"{path} @ {problem}" in refused.value.message or problem in refused.value.message
        assert refused.value.message.endswith("; `akapen review --schema FILE` puts a sound one there")
        [finding] = Examination(path, load_schema()).findings
        assert (finding.place, finding.fate) == (refused.value.place, "kept")
    with GoldDataset.open(path) as gold:
        assert gold.hold(CLOSURE, ["closure"])
    assert held(path) == {"closure": CLOSURE}


@pytest.mark.parametrize("document", [None, [], "x", 1, "[" * 5000])
def test_what_is_no_document_is_refused_and_lost_by_a_repair(path: Path, document: object) -> None:
    edit(path, lambda data: data["schemas"].update({"1": document}))
    with pytest.raises(DatasetError, match=r"@ schemas\[1\]"):
        held(path)
    examination = Examination(path, load_schema())
    assert ("schemas[1]", "lost") in [(one.place, one.fate) for one in examination.findings]
    repair(examination, path.with_name("saved.json"))
    assert held(path.with_name("saved.json")) == {}


def test_of_two_with_one_name_the_first_counts(path: Path) -> None:
    edit(path, lambda data: data["schemas"].update({"2": data["schemas"]["1"] | {"version": "1.1"}}))
    assert held(path) == {"closure": CLOSURE}
    findings = Examination(path, CLOSURE).findings
    assert [str(one) for one in findings] == [
        "schemas[2]: the schema closure is there twice; the first counts (kept)"
    ]
    with GoldDataset.open(path) as gold:
        assert gold.hold(CLOSURE, ["closure"])
    assert list(json.loads(path.read_bytes())["schemas"]) == ["1"]


def test_a_repair_saves_it(path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace('"steps": {', '"steps": {{'), "utf-8")
    saved = path.with_name("saved.json")
    repair(Examination(path, CLOSURE), saved)
    assert held(saved) == {"closure": CLOSURE}


def test_it_is_saved_out_of_a_journal_of_another_state(path: Path) -> None:
    before = path.read_bytes()
    with GoldDataset.open(path) as gold:
        gold.hold(NEWER, ["closure"])
        journal = journal_path(path).read_bytes()
    path.write_bytes(before)
    edit(path, lambda data: data["schemas"].clear())
    journal_path(path).write_bytes(journal)
    repair(Examination(path, CLOSURE), path.with_name("saved.json"))
    assert held(path.with_name("saved.json")) == {"closure": NEWER}


def test_nothing_is_missing_in_a_damaged_file_that_never_held_one(path: Path) -> None:
    edit(path, lambda data: data.pop("schemas"))
    path.write_text(path.read_text("utf-8").replace('"steps": {', '"steps": {{'), "utf-8")
    assert not [one for one in Examination(path, CLOSURE).findings if "schemas" in one.problem]


def test_datasets_differ_by_what_they_hold(tmp_path: Path) -> None:
    paths = [
        made(tmp_path / f"{number}.json", *what) for number, what in enumerate(((CLOSURE,), (NEWER,), ()))
    ]
    one, other, none = (GoldDataset.open(path, read_only=True) for path in paths)
    assert [*map(str, compare_datasets(one, other))] == ["~ schema closure: 1.0 → 1.1 (version, fields)"]
    assert [*map(str, compare_datasets(none, other))] == ["+ schema closure: 1.1"]
    assert [*map(str, compare_datasets(one, none))] == ["- schema closure: 1.0"]
    assert [*compare_datasets(one, one)] == []


def test_a_merge_holds_what_both_hold_and_says_what_differs(tmp_path: Path) -> None:
    first, second, both = (tmp_path / f"{name}.json" for name in ("a", "b", "c"))
    made(first, CLOSURE)
    made(second, NEWER, MINE)
    with (
        GoldDataset.open(first, read_only=True) as one,
        GoldDataset.open(second, read_only=True) as other,
        GoldDataset.open(both) as into,
    ):
        conflicts = merge(one, other, into)
    assert [*map(str, conflicts)] == ["~ schema closure: 1.0 → 1.1 (version, fields)"]
    assert held(both) == {"closure": CLOSURE, "incident": MINE}


def test_notebooks_read_by_it(path: Path) -> None:
    assert read_gold(path).schema == CLOSURE
    assert read_gold(path, schema="recall").schema == load_schema("recall")
