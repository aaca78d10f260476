import json

import pytest

from tui.main import main

GOOD = """\
name = "mini"
version = "1"
title = { ja = "小", en = "mini" }
[[labels]]
id = "MAKER"
key = "1"
name = { ja = "製造者", en = "maker" }
colour = "#0072B2"
definition = { ja = "作った者", en = "who made it [/bold]" }
extractors = ["organisations"]
"""


def test_schema_shows_labels_and_fields(capsys):
    assert main(["schema"]) == 0
    out = capsys.readouterr().out
    assert all(word in out for word in ("incident", "ORG", "組織", "list of code", "victim"))


def test_schema_for_a_program(capsys):
    assert main(["schema", "incident", "--json"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert [label["key"] for label in schema["labels"]] == list("123456789")
    assert next(field for field in schema["fields"] if field["id"] == "cause")["list"] is True


def test_a_users_schema_is_shown_literally(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    (tmp_path / "my.toml").write_text(GOOD, "utf-8")
    assert main(["schema", str(tmp_path / "my.toml")]) == 0
    assert "who made it [/bold]" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["recall", "--check", "recall"], "--check: names the file and shows nothing of it; leave out FILE"),
        (["--check", "recall", "--toml"], "--check: names the file and shows nothing of it; leave out FILE"),
        (["recall", "--json", "--toml"], "--json: not with --toml"),
    ],
)
def test_options_of_which_one_would_do_nothing_are_refused(arguments, problem, capsys):
    assert main(["schema", *arguments]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.startswith(f"akapen: {problem}")) == ("", True)


def test_check_of_a_good_schema(tmp_path, capsys):
    path = tmp_path / "my.toml"
    path.write_text(GOOD, "utf-8")
    assert main(["schema", "--check", str(path)]) == 0
    assert capsys.readouterr().err == f"akapen: {path}: good; mini 1: 1 label, 0 fields\n"


def test_check_of_a_bad_schema_is_status_1_with_line_and_key(tmp_path, capsys):
    path = tmp_path / "my.toml"
    path.write_text(GOOD.replace('key = "1"', 'key = "A"'), "utf-8")
    assert main(["schema", "--check", str(path)]) == 1
    assert capsys.readouterr().err == (
        f"akapen: {path} @ line 6, labels[0].key: 'A' is not one digit, 1 to 9 or 0\n"
    )


def test_check_names_every_fault_and_unknown_extractors(tmp_path, capsys):
    path = tmp_path / "my.toml"
    path.write_text(GOOD.replace('key = "1"', 'key = "A"').replace('"organisations"', '"places"'), "utf-8")
    assert main(["schema", "--check", str(path), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [fault["place"] for fault in found["faults"]] == [
        "line 6, labels[0].key",
        "line 10, labels[0].extractors[0]",
    ]
    assert found["faults"][1]["problem"].startswith("there is no extractor 'places'; there are causes, ")
    assert not found["good"]


@pytest.mark.parametrize("name", ["incident", "recall"])
def test_a_shipped_schema_as_toml_passes_the_check(tmp_path, capfdbinary, name):
    assert main(["schema", name, "--toml"]) == 0
    path = tmp_path / "my.toml"
    path.write_bytes(capfdbinary.readouterr().out)
    assert main(["schema", "--check", str(path)]) == 0
    assert b"good" in capfdbinary.readouterr().err


@pytest.mark.parametrize("arguments", [["--check"], []])
def test_a_missing_schema_is_status_2(tmp_path, capsys, arguments):
    assert main(["schema", *arguments, str(tmp_path / "nix.toml")]) == 2
    assert "no such file, nor a shipped schema" in capsys.readouterr().err


def test_keys_are_listed_with_ids(capsys):
    assert main(["keys"]) == 0
    out = capsys.readouterr().out
    assert "span.accept" in out
    assert "article.confirm" in out


def test_keys_for_a_program(capsys):
    assert main(["keys", "--json"]) == 0
    actions = {action["id"]: action["keys"] for action in json.loads(capsys.readouterr().out)}
    assert actions["span.accept"] == ["a"]
    assert actions["edit.undo"] == ["u"]


def test_a_keymap_file_is_laid_over_or_refused(tmp_path, capsys):
    path = tmp_path / "keymap.toml"
    path.write_text('"span.accept" = "y"\n', "utf-8")
    assert main(["keys", "--json", "--keymap", str(path)]) == 0
    actions = {action["id"]: action["keys"] for action in json.loads(capsys.readouterr().out)}
    assert actions["span.accept"] == ["y"]
    path.write_text('"span.nix" = "y"\n', "utf-8")
    assert main(["keys", "--keymap", str(path)]) == 2
    assert "line 1, span.nix: no such action" in capsys.readouterr().err


def test_check_names_every_unknown_key_wrong_type_and_rule_in_one_run(tmp_path, capsys):
    path = tmp_path / "my.toml"
    second = GOOD[GOOD.index("[[labels]]") :].replace('"MAKER"', '"SHOP"').replace('key = "1"', 'key = "A"')
    field = '[[fields]]\nid = "kind"\ntype = "number"\nlist = 1\nlabels = ["MAKER", 3]\nname = "種類"\n'
    first = GOOD.replace("colour =", "color =").replace('version = "1"', "version = 1")
    path.write_text(first + second + field, "utf-8")
    assert main(["schema", "--check", str(path)]) == 1
    assert [line.removeprefix(f"akapen: {path} @ ") for line in capsys.readouterr().err.splitlines()] == [
        "line 2, version: expected text in quotes, got a whole number",
        "line 8, labels[0].color: unknown key; docs/schemas.md lists those that there are",
        "line 4, labels[0]: `colour` is missing",
        "line 13, labels[1].key: 'A' is not one digit, 1 to 9 or 0",
        "line 20, fields[0].type: 'number' is none of text, integer, date, code",
        "line 21, fields[0].list: expected true or false, got a whole number",
        "line 22, fields[0].labels[1]: expected text in quotes, got a whole number",
        "line 23, fields[0].name: expected a table such as { ja = …, en = … }, got text",
        "line 18, fields[0]: `definition` is missing",
    ]


@pytest.mark.parametrize(
    ("kind", "extractor", "filled"),
    [
        ("integer", "victim", "text"),
        ("text", "affected_count", "integer"),
        ("date", "contact", "text"),
        ("integer", "published_on", "date"),
        ("text", "published_on", None),
        ("text", "contact", None),
        ("integer", "fraud_count", None),
    ],
)
def test_an_extractor_must_fill_what_the_field_holds(tmp_path, capsys, kind, extractor, filled):
    """Else it would suggest names for numbers, which no table of numbers can hold."""
    field = f'[[fields]]\nid = "f"\ntype = "{kind}"\nextractor = "{extractor}"\n'
    names = 'name = { ja = "f", en = "f" }\ndefinition = { ja = "f", en = "f" }\n'
    path = tmp_path / "my.toml"
    path.write_text(f"{GOOD}\n{field}{names}", "utf-8")
    assert main(["schema", "--check", str(path)]) == (1 if filled else 0)
    told = f"fields[0].type: the extractor {extractor!r} fills fields of type {filled}, not {kind}\n"
    assert (told in capsys.readouterr().err) == (filled is not None)
