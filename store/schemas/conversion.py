"""Values of wrong types in a schema file: the library's messages in the words of who writes TOML."""

import re
from collections.abc import Iterator
from typing import Any, get_args, get_origin

import msgspec

from store.schema import FieldType, Pick
from store.schemas.checking import Problem
from store.toml_place import Path

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


def conversion_problems(value: object, kind: Any, path: Path = ()) -> Iterator[Problem]:
    """Yield all that keeps plain data from being of a type: unknown keys, missing ones, wrong types.

    Args:
        value: what a TOML file holds there.
        kind: a struct, a tuple of any length, or a simple type.
        path: where it stands in the file.
    """
    if isinstance(value, dict) and isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        yield from _in_table(value, kind, path)
    elif isinstance(value, list) and get_origin(kind) is tuple:
        for index, item in enumerate(value):
            yield from conversion_problems(item, get_args(kind)[0], (*path, index))
    else:
        try:
            msgspec.convert(value, kind)
        except msgspec.ValidationError as error:
            yield path, _in_words(str(error), path)


def _in_table(table: dict[str, Any], kind: type[msgspec.Struct], path: Path) -> Iterator[Problem]:
    known = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    for key, value in table.items():
        if key in known:
            yield from conversion_problems(value, known[key].type, (*path, key))
        else:
            yield (*path, key), "unknown key; docs/schemas.md lists those that there are"
    for key, field in known.items():
        if field.required and key not in table:
            yield path, f"`{key}` is missing"


def _in_words(what: str, path: Path) -> str:
    if found := re.fullmatch(r"Expected `([^`]*)`, got `([^`]*)`", what):
        wanted = found[1].split(" | ")[0]
        return f"expected {_WORDS.get(wanted, wanted)}, got {_GOT.get(found[2], found[2])}"
    if found := re.fullmatch(r"Invalid enum value (.*)", what):
        return f"{found[1]} is none of {', '.join(_CHOICES[str(path[-1])])}"
    return what[:1].lower() + what[1:]
