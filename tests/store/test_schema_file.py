from collections import Counter

import pytest

from store.errors import SchemaError, UnreadableFileError
from store.gold.own_schema import own_schema
from store.schemas.loading import load_schema, parse_schema, shipped_schemas, ships

GOOD = """\
name = "mini"
version = "1"
title = { ja = "小", en = "mini" }

[[labels]]
id = "MAKER"
key = "1"
name = { ja = "製造者", en = "maker" }
colour = "#0072B2"
definition = { ja = "作った者", en = "who made it" }
terms = ["北斗食品"]
patterns = ['[A-Z]{2}-\\d+']

[[fields]]
id = "kind"
type = "code"
name = { ja = "種類", en = "kind" }
definition = { ja = "種類", en = "kind" }
labels = ["MAKER"]
codes = [
    { id = "a", name = { ja = "あ", en = "a" } },
    { id = "b", name = { ja = "い", en = "b" } },
]
"""


def changed(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, 1)


def refusal(text: str) -> SchemaError:
    with pytest.raises(SchemaError) as caught:
        parse_schema(text, "my.toml")
    return caught.value


def test_a_good_schema_is_read_whole():
    schema = parse_schema(GOOD, "my.toml")
    assert schema.stamp == "mini 1"
    assert schema.labels[0].terms == ("北斗食品",)
    assert schema.fields[0].code_ids == {"a", "b"}


@pytest.mark.parametrize("name", shipped_schemas())
def test_shipped_schemas_are_good(name):
    assert load_schema(name).labels


def test_without_a_path_the_default_schema_has_all_labels_and_fields():
    schema = load_schema()
    assert [label.key for label in schema.labels] == list("123456789")
    assert len(schema.fields) == 23


def test_a_file_of_the_folder_is_not_taken_for_the_shipped_schema_unasked(tmp_path, monkeypatch):
    before = [load_schema("incident"), load_schema("recall")]
    for name in ("incident", "recall"):
        (tmp_path / name).write_text(GOOD, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert load_schema() == before[0]
    assert [ships(one) for one in before] == [True, True]
    assert own_schema(Counter({"recall 1.0": 2}), {}) == before[1]


def test_a_file_is_preferred_to_a_shipped_name(tmp_path, monkeypatch):
    (tmp_path / "incident").write_text(GOOD, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert load_schema("incident").name == "mini"


def test_bom_and_crlf_are_harmless(tmp_path):
    path = tmp_path / "my.toml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert load_schema(path).name == "mini"


@pytest.mark.parametrize(
    ("old", "new", "place", "problem"),
    [
        ('version = "1"', "version = 1", "line 2, version", "expected text in quotes, got a whole number"),
        ('version = "1"\n', "", None, "`version` is missing"),
        ('version = "1"', 'version = "1 beta"', "line 2, version", "must be one word, such as 1.0"),
        ('version = "1"', 'version = ""', "line 2, version", "must be one word, such as 1.0"),
        (
            'title = { ja = "小", en = "mini" }',
            'title = "小"',
            "line 3, title",
            "expected a table such as { ja",
        ),
        ('key = "1"', 'key = "12"', "line 7, labels[0].key", "not one digit"),
        ("colour =", "color =", "line 9, labels[0].color", "unknown key"),
        ("#0072B2", "blue", "line 9, labels[0].colour", "'blue' is not a colour"),
        ('id = "MAKER"', 'id = "A B"', "line 6, labels[0].id", "an id is made of"),
        ('terms = ["北斗食品"]', 'terms = ["北斗食品", " "]', "line 11, labels[0].terms[1]", "empty word"),
        ("'[A-Z]{2}", "'[A-Z{2}", "line 12, labels[0].patterns[0]", "not a regular expression"),
        (r"[A-Z]{2}-\d+", "x*", "line 12, labels[0].patterns[0]", "matches the empty text"),
        ('["MAKER"]', '["MAKER", "NIX"]', "line 19, fields[0].labels[1]", "'NIX' is no label"),
        (
            'type = "code"',
            'type = "number"',
            "line 16, fields[0].type",
            "'number' is none of text, integer, date, code",
        ),
        ('type = "code"', 'type = "text"', "line 20, fields[0].codes", "only a code field"),
        ('id = "b"', 'id = "a"', "line 22, fields[0].codes[1].id", "stands in codes[0] already"),
        ("codes = [", "cues = [''", None, "not TOML"),
    ],
)
def test_errors_name_file_line_and_key(old, new, place, problem):
    error = refusal(changed(old, new))
    assert error.source == "my.toml"
    assert problem in str(error)
    if place:
        assert error.place == place


def test_a_label_or_key_twice_is_refused():
    twice = GOOD + GOOD[GOOD.index("[[labels]]") : GOOD.index("[[fields]]")]
    assert refusal(twice).place == "line 25, labels[1].id"
    assert refusal(twice.replace('id = "MAKER"', 'id = "M2"', 1)).place == "line 26, labels[1].key"


def test_toml_that_is_broken_is_refused_with_line_and_column():
    error = refusal(changed('version = "1"', 'version = "1'))
    assert error.place is not None
    assert error.place.startswith("line 2, column")


def test_a_code_field_needs_codes():
    start = GOOD.index("codes = [")
    assert "needs `codes`" in str(refusal(GOOD[:start]))


def test_a_check_names_known_fields():
    error = refusal(GOOD + '[[checks]]\nlower = "kind"\nupper = "nix"\n')
    assert error.place == "line 26, checks[0].upper"


def test_deep_nesting_is_refused():
    assert "nested too deeply" in str(refusal("a = " + "[" * 100_000))


def test_missing_and_undecodable_files_are_named(tmp_path):
    with pytest.raises(
        UnreadableFileError, match=r"nix\.toml: no such file, nor a shipped schema \(.*incident"
    ):
        load_schema(tmp_path / "nix.toml")
    (tmp_path / "sjis.toml").write_bytes("# 日本".encode("cp932"))
    with pytest.raises(UnreadableFileError, match="save it as UTF-8"):
        load_schema(tmp_path / "sjis.toml")
    with pytest.raises(UnreadableFileError, match="is a folder"):
        load_schema(tmp_path)
