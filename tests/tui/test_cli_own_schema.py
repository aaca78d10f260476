"""A dataset made with a schema of one's own is read by it from then on, without naming it again."""

import json
import os

import pytest

from store.annotation import Annotation
from store.article import Article
from store.gold.dataset import GoldDataset
from store.schemas.loading import load_schema, parse_schema, schema_text
from store.span import Span
from tests.store.closures import TOML
from tests.store.sound_dataset import edit
from tui.main import main
from tui.tasks import reviewing

TEXT = "北斗マルシェは老朽化により閉店する。"
REASON = Span("s1", 7, 10, "REASON", "老朽化", status="accepted")


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder with a schema and an article, in which a review begins and ends without a screen."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(reviewing, "check_terminal", lambda paths: None)
    monkeypatch.setattr(reviewing, "open_screen", lambda *_: None)
    (tmp_path / "closure.toml").write_text(TOML, "utf-8")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    return tmp_path


def review(*arguments):
    return main(["review", "--gold", "gold.json", "--annotator", "hanako", *arguments])


@pytest.fixture
def path(place, capsys):
    """A dataset that was made in a review by the schema, with one confirmed article."""
    assert review("a.txt", "--schema", "closure.toml") == 0
    with GoldDataset.open(place / "gold.json", annotator="hanako") as gold:
        [article] = gold.article_ids()
        gold.confirm(Annotation(article, "hanako", (REASON,), schema="closure 1.0"))
    capsys.readouterr()
    return place / "gold.json"


def other_version(place, version="1.1", old="REASON", new="MOTIVE"):
    (place / "closure.toml").write_text(TOML.replace('"1.0"', f'"{version}"').replace(old, new), "utf-8")


def versions(path):
    return [one["version"] for one in json.loads(path.read_bytes())["schemas"].values()]


def test_it_is_said_once_that_the_dataset_holds_the_schema(place, capsys):
    begin = ["a.txt", "--schema", "closure.toml"]
    assert review(*begin) == 0
    said = f"akapen: {place}/gold.json: holds the schema closure 1.0 from now on\n"
    assert said in capsys.readouterr().err
    assert review(*begin) == 0
    assert "from now on" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    [
        ["export", "--gold", "gold.json"],
        ["stats", "--gold", "gold.json"],
        ["score", "gold.json"],
        ["score", "gold.json", "gold.json"],
        ["release", "--gold", "gold.json", "-o", "out"],
        ["doctor", "--gold", "gold.json"],
        ["schema", "gold.json"],
        ["review", "--gold", "gold.json", "--annotator", "hanako"],
        ["review", "--gold", "gold.json", "--read-only"],
    ],
)
def test_every_command_reads_it_by_the_schema_that_it_holds(path, place, capsys, command):
    (place / "closure.toml").unlink()
    assert main(command) == 0
    assert ": read by the schema closure 1.0, which it holds\n" in capsys.readouterr().err


def test_annotators_are_compared_by_it(path, capsys):
    with GoldDataset.open(path, annotator="taro") as gold:
        gold.confirm(Annotation(gold.article_ids()[0], "taro", (REASON,), schema="closure 1.0"))
    assert main(["agree", "gold.json"]) == 0
    out, err = capsys.readouterr()
    assert "REASON" in out
    assert "which it holds" in err


def test_annotations_of_another_tool_join_by_it(path, place, capsys):
    (place / "theirs.jsonl").write_text(json.dumps({"text": TEXT * 2, "label": [[7, 10, "REASON"]]}), "utf-8")
    assert main(["import", "theirs.jsonl", "--format", "doccano", "--gold", "gold.json"]) == 0
    assert capsys.readouterr().err.count("closure 1.0, which it holds") == 1
    with GoldDataset.open(path, read_only=True) as gold:
        assert [one.schema for one in gold.annotations()] == ["closure 1.0"] * 2


def test_the_next_command_needs_no_schema_named(path, capsys):
    assert review("--schema", "closure.toml") == 0
    assert capsys.readouterr().err.endswith(f"export --gold {path} -o gold.jsonl\n")


def test_an_import_makes_a_dataset_that_holds_the_schema(place, capsys):
    assert main(["import", "a.txt", "--gold", "new.json", "--schema", "closure.toml"]) == 0
    assert versions(place / "new.json") == ["1.0"]
    assert main(["review", "--gold", "new.json"]) == 0
    assert "read by the schema closure 1.0, which it holds" in capsys.readouterr().err


def test_a_shipped_schema_is_only_held_while_nothing_else_tells_of_it(place, capsys):
    assert main(["import", "a.txt", "--gold", "new.json", "--schema", "recall"]) == 0
    assert versions(place / "new.json") == ["1.0"]
    assert review("a.txt", "--schema", "incident") == 0
    assert versions(place / "gold.json") == []


def test_another_version_is_told_and_takes_the_place_of_the_one_before(path, place, capsys):
    other_version(place)
    assert main(["export", "--gold", "gold.json", "--schema", "closure.toml"]) == 0
    assert versions(path) == ["1.0"]
    assert review("--read-only", "--schema", "closure.toml") == 0
    assert versions(path) == ["1.0"]
    capsys.readouterr()
    assert review("--schema", "closure.toml") == 0
    lost = "closure 1.1 lacks what annotations made by closure 1.0 hold: 1 span of REASON"
    now = "holds the schema closure 1.1 from now on, not closure 1.0"
    assert capsys.readouterr().err.splitlines()[:2] == [f"akapen: {path}: {lost}", f"akapen: {path}: {now}"]
    assert versions(path) == ["1.1"]
    assert main(["diff", "gold.json.1", "gold.json"]) == 1
    assert capsys.readouterr().out == "~ schema closure: 1.0 → 1.1 (version, labels)\n"


def test_a_change_without_a_new_version_is_told_too(path, place, capsys):
    other_version(place, "1.0")
    assert review("--schema", "closure.toml") == 0
    err = capsys.readouterr().err
    assert "closure 1.0 lacks what annotations made by closure 1.0 hold: 1 span of REASON" in err
    assert "holds the schema closure 1.0 from now on, not another closure 1.0" in err


def test_a_schema_of_another_name_is_refused_and_not_held(path, capsys):
    before = path.read_bytes()
    assert review("--schema", "recall") == 2
    assert "1 annotation was made with the schema closure, not recall" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_one_of_ones_own_under_a_shipped_name_is_held(place, capsys):
    mine = schema_text("incident")[0].replace('id = "ORG"', 'id = "FIRM"').replace('"ORG"', '"FIRM"')
    (place / "mine.toml").write_text(mine, "utf-8")
    assert review("a.txt", "--schema", "mine.toml") == 0
    capsys.readouterr()
    assert main(["schema", "gold.json", "--json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["labels"][0]["id"] == "FIRM"
    assert "read by the schema incident 1.2, which it holds" in err
    assert review("--schema", "incident") == 0
    assert "goes by the schema incident 1.2 from now on, not another incident 1.2" in capsys.readouterr().err
    assert versions(place / "gold.json") == []


def test_a_dataset_made_before_holds_it_once_it_is_named(path, capsys):
    edit(path, lambda data: data.pop("schemas"))
    assert review() == 2
    assert (
        "made with the schema closure, not incident; name that with --schema FILE" in capsys.readouterr().err
    )
    assert review("--schema", "closure.toml") == 0
    assert review() == 0


def test_a_broken_one_is_refused_until_a_sound_one_is_named(path, capsys):
    edit(path, lambda data: data["schemas"]["1"]["labels"][0].update(key="\u001b[2J"))
    problem = "schemas[1].labels[0].key: '\\x1b[2J' is not one digit, 1 to 9 or 0; `akapen review --schema"
    for command in (["export"], ["stats"], ["review"], ["import", "a.txt", "--format", "doccano"]):
        assert main([*command, "--gold", "gold.json"]) == 2
        assert f"akapen: {path} @ {problem}" in capsys.readouterr().err
    for command in (["diff", "gold.json", "gold.json"], ["merge", "gold.json", "gold.json", "-o", "c.json"]):
        assert main(command) == 2  # they know no --schema, so the way out must be another
        assert f"akapen: {path} @ {problem}" in capsys.readouterr().err
    assert main(["doctor", "--gold", "gold.json", "--schema", "closure.toml"]) == 1
    assert main(["export", "--gold", "gold.json", "--schema", "closure.toml"]) == 0
    assert review("--schema", "closure.toml") == 0
    assert main(["doctor", "--gold", "gold.json"]) == 0


def test_a_release_without_the_schema_file_holds_the_schema(path, place, capsys):
    (place / "closure.toml").unlink()
    assert main(["release", "--gold", "gold.json", "-o", "out"]) == 0
    assert load_schema(place / "out" / "schema.toml").stamp == "closure 1.0"
    capsys.readouterr()
    assert main(["schema", "gold.json", "--toml"]) == 0
    assert capsys.readouterr().out == (place / "out" / "schema.toml").read_text("utf-8")


def test_a_release_by_a_schema_file_holds_that_file(path, place):
    assert main(["release", "--gold", "gold.json", "--schema", "closure.toml", "-o", "out"]) == 0
    assert (place / "out" / "schema.toml").read_text("utf-8") == TOML


@pytest.fixture
def piped():
    """The schema in a pipe, as of `akapen schema gold.json --toml | … --schema /dev/stdin`: read but once."""
    reading, writing = os.pipe()
    os.write(writing, TOML.encode())
    os.close(writing)
    yield f"/dev/fd/{reading}"
    os.close(reading)


def test_a_schema_may_come_through_a_pipe(place, piped, capsys):
    assert main(["extract", "a.txt", "--schema", piped]) == 0
    out, err = capsys.readouterr()
    assert (json.loads(out)["spans"][0]["label"], err) == ("REASON", "")


@pytest.mark.parametrize("command", [["schema", "--toml"], ["release", "--gold", "gold.json", "-o", "out"]])
def test_a_schema_out_of_a_pipe_is_written_as_it_was_read(path, place, piped, capsys, command):
    assert main([*command, *([] if command[0] == "schema" else ["--schema"]), piped]) == 0
    out = capsys.readouterr().out or (place / "out" / "schema.toml").read_text("utf-8")
    assert parse_schema(out, "out") == parse_schema(TOML, "closure.toml")


def test_a_merge_tells_of_two_versions(path, place, capsys):
    (place / "gold.json").rename(place / "old.json")
    other_version(place)
    assert review("a.txt", "--schema", "closure.toml") == 0
    capsys.readouterr()
    assert main(["merge", "old.json", "gold.json", "-o", "both.json"]) == 1
    out, err = capsys.readouterr()
    assert out == "~ schema closure: 1.0 → 1.1 (version, labels)\n"
    assert "akapen log" not in err
    assert versions(place / "both.json") == ["1.0"]


def lines(place, *annotations):
    """Write annotations as our own export has them."""
    texts = [Article.from_text(TEXT + "。" * number) for number, _ in enumerate(annotations)]
    rows = [
        {"text": article.text, "annotation": {"article": article.id, "annotator": "hanako"} | annotation}
        for article, annotation in zip(texts, annotations, strict=True)
    ]
    (place / "lines.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def span(label):
    return {"id": "s1", "start": 7, "end": 10, "label": label, "text": "老朽化", "status": "accepted"}


UNKNOWN = [
    ({"spans": [span("REASON")]}, "holds 1 span of REASON, which incident 1.2 lacks"),
    (
        {"spans": [span("REASON")], "schema": "incident 1.2"},
        "holds 1 span of REASON, which incident 1.2 lacks",
    ),
    (
        {"values": [{"id": "v1", "field": "why", "value": "x"}]},
        "holds 1 value of why, which incident 1.2 lacks",
    ),
    (
        {"schema": "closure 1.0"},
        "2 annotations were made with the schema closure, not incident; name that with",
    ),
]


@pytest.mark.parametrize(("annotation", "problem"), UNKNOWN)
@pytest.mark.parametrize("command", [["import"], ["import", "--format", "jsonl"], ["review"]])
def test_own_lines_with_what_the_schema_lacks_are_refused(place, capsys, command, annotation, problem):
    lines(
        place,
        {"spans": []} | ({"schema": annotation["schema"]} if "schema" in annotation else {}),
        annotation,
    )
    assert main([*command, "lines.jsonl", "--gold", "gold.json"]) == 2
    assert problem in capsys.readouterr().err
    assert not (place / "gold.json").exists()


def test_own_lines_join_by_the_schema_that_is_named(place, capsys):
    lines(place, {"spans": [span("REASON")], "schema": "closure 1.0"}, {"spans": [span("REASON")]})
    assert main(["import", "lines.jsonl", "--gold", "gold.json", "--schema", "closure.toml"]) == 0
    assert main(["export", "--gold", "gold.json", "--status", "pending"]) == 0


def test_own_lines_of_another_version_join_and_are_told_of(place, capsys):
    lines(place, {"spans": [span("OLD")], "schema": "incident 1.1"})
    assert main(["import", "lines.jsonl", "--gold", "gold.json"]) == 0
    assert (
        "incident 1.2 lacks what annotations made by incident 1.1 hold: 1 span of OLD"
        in capsys.readouterr().err
    )


def test_of_several_schemas_incident_is_the_one_that_is_held(place, capsys):
    mine = schema_text("incident")[0].replace('id = "ORG"', 'id = "FIRM"').replace('"ORG"', '"FIRM"')
    (place / "mine.toml").write_text(mine, "utf-8")
    lines(place, {"schema": "incident 1.2", "spans": [span("FIRM")]}, {"schema": "recall 1.0"})
    assert main(["import", "lines.jsonl", "--gold", "gold.json", "--schema", "mine.toml"]) == 0
    capsys.readouterr()
    assert main(["schema", "gold.json", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["labels"][0]["id"] == "FIRM"
