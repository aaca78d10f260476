"""Values of wrong types in a schema file: the library's messages in the words of who writes TOML."""

import re
from typing import get_args

import msgspec

from store.schema import FieldType, Pick
from store.schemas.checking import Problem
from store.schemas.toml_place import Path

_WORDS = {
    "str": "text in quotes",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list in [ ]",
    "object": "a table such as { ja = …, en = … }",
    "null": "nothing",
}
_GOT = _WORDS | {"str": "text", "array": "a list", "object": "a table", "bool": "true or false"}
_CHOICES = {"type": get_args(FieldType), "pick": get_args(Pick)}


def conversion_problem(error: msgspec.ValidationError) -> Problem:
    """Turn a conversion error into the path and the words of a problem."""
    what, _, where = str(error).partition(" - at `$")
    path: Path = tuple(
        int(index) if index else key for index, key in re.findall(r"\[(\d+)\]|\.([^.\[`]+)", where)
    )
    if found := re.fullmatch(r"Object contains unknown field `(.*)`", what):
        return (*path, found[1]), "unknown key; docs/schemas.md lists those that there are"
    if found := re.fullmatch(r"Object missing required field `(.*)`", what):
        return path, f"`{found[1]}` is missing"
    return path, _in_words(what, path)


def _in_words(what: str, path: Path) -> str:
    if found := re.fullmatch(r"Expected `([^`]*)`, got `([^`]*)`", what):
        wanted = found[1].split(" | ")[0]
        return f"expected {_WORDS.get(wanted, wanted)}, got {_GOT.get(found[2], found[2])}"
    if found := re.fullmatch(r"Invalid enum value (.*)", what):
        return f"{found[1]} is none of {', '.join(_CHOICES[str(path[-1])])}"
    return what[:1].lower() + what[1:]
