import tomllib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.schemas.loading import load_schema, shipped_schemas
from store.toml_place import line_of, lines_of

TEXT = '''# a comment with [brackets] and "quotes"
title.ja = "小 # no comment"
"odd key" = 'literal # "x"'
long = """
first ] }
second"""
list = [
  1, 2, # one, two
  { a = "}", b = [ "x",
    "y" ] },
]

[table . sub]
key = 1979-05-27T07:32:00Z

[[items]]
id = 1
[[items.parts]]
id = "p"
[[items]]
[[items.parts]]
[[items.parts]]
id = "q"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title", "ja"), 2),
        (("odd key",), 3),
        (("long",), 4),
        (("list",), 7),
        (("list", 1), 8),
        (("list", 2, "b", 1), 10),
        (("table", "sub", "key"), 14),
        (("items", 0, "id"), 17),
        (("items", 0, "parts", 0, "id"), 19),
        (("items", 1), 20),
        (("items", 1, "parts", 1, "id"), 23),
        (("items", 1, "parts", 1, "nix"), 22),
        (("nowhere",), 1),
    ],
)
def test_lines(path, line):
    assert line_of(TEXT, path) == line


def paths(value, path=()):
    yield path
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield from paths(inner, (*path, key))


def test_every_path_of_the_shipped_schemas_has_a_line():
    from importlib.resources import files

    for name in shipped_schemas():
        assert load_schema(name)
        text = (files("store") / "schemas" / f"{name}.toml").read_text("utf-8")
        lines = lines_of(text)
        assert [path for path in paths(tomllib.loads(text)) if path and path not in lines] == []


@given(st.text(alphabet="[]{}=.,\"'#\n ab1\\", max_size=40))
@example('"\\\\b" = 1')
def test_any_valid_toml_is_walked_to_its_end(text):
    try:
        parsed = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    assert [path for path in paths(parsed) if path and path not in lines_of(text)] == []
