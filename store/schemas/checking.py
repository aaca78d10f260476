"""The rules of a schema that its types can't say: names that must differ, be known, or have a form."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

import msgspec

from store.schema import Field, Label, Schema
from store.toml_place import Path

Problem = tuple[Path, str]
"""The path of the key at fault, and what is wrong with it."""

_ID = re.compile(r"\w[\w-]*")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_KEY = re.compile(r"[0-9]")


def problems(schema: Schema) -> Iterator[Problem]:
    """Yield what is wrong with a schema, in the order of its parts."""
    if not schema.name.strip():
        yield ("name",), "must not be empty"
    if schema.version.split() != [schema.version]:
        yield ("version",), "must be one word, such as 1.0: annotations name it behind the name and a blank"
    if not schema.labels:
        yield ("labels",), "a schema needs at least one label"
    yield from _ids("labels", [label.id for label in schema.labels])
    yield from _twice("labels", "key", [label.key for label in schema.labels])
    for index, label in enumerate(schema.labels):
        yield from _in_label(("labels", index), label)
    yield from _ids("fields", [field.id for field in schema.fields])
    for index, field in enumerate(schema.fields):
        yield from _in_field(("fields", index), field)
        yield from _unknown_labels(("fields", index), field, schema)
    for index, check in enumerate(schema.checks):
        for key, name in (("lower", check.lower), ("upper", check.upper)):
            if schema.field(name) is None:
                yield ("checks", index, key), f"{name!r} is no field of this schema"


def problems_of_parts(data: dict[str, Any]) -> Iterator[Problem]:
    """Yield what is wrong with each label and field for itself, of those whose keys and types are right."""
    for index, label in enumerate(_listed(data, "labels")):
        with suppress(msgspec.ValidationError):
            yield from _in_label(("labels", index), msgspec.convert(label, Label))
    for index, field in enumerate(_listed(data, "fields")):
        with suppress(msgspec.ValidationError):
            yield from _in_field(("fields", index), msgspec.convert(field, Field))


def _listed(data: dict[str, Any], part: str) -> list[Any]:
    found = data.get(part)
    return found if isinstance(found, list) else []


def _ids(part: str, ids: list[str], above: Path = ()) -> Iterator[Problem]:
    for index, name in enumerate(ids):
        if not _ID.fullmatch(name):
            yield (*above, part, index, "id"), f"{name!r}: an id is made of letters, digits, _ and -"
    yield from _twice(part, "id", ids, above)


def _twice(part: str, key: str, names: list[str], above: Path = ()) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for index, name in enumerate(names):
        if first.setdefault(name, index) != index:
            yield (*above, part, index, key), f"{name!r} stands in {part}[{first[name]}] already"


def _in_label(path: Path, label: Label) -> Iterator[Problem]:
    if not _KEY.fullmatch(label.key):
        yield (*path, "key"), f"{label.key!r} is not one digit, 1 to 9 or 0"
    if not _COLOUR.fullmatch(label.colour):
        yield (*path, "colour"), f"{label.colour!r} is not a colour such as #0072B2"
    for key in ("terms", "exclude"):
        yield from _empty((*path, key), getattr(label, key))
    for index, pattern in enumerate(label.patterns):
        yield from _pattern((*path, "patterns", index), pattern)


def _pattern(path: Path, pattern: str) -> Iterator[Problem]:
    import regex  # what matches them, with a time limit (extract/terms.py); few schemas have patterns

    try:
        compiled = regex.compile(pattern)
    except (regex.error, RecursionError, OverflowError) as error:
        yield path, f"not a regular expression: {error}"
        return
    if compiled.match(""):
        yield path, f"{pattern!r} matches the empty text, so it would match everywhere"


def _unknown_labels(path: Path, field: Field, schema: Schema) -> Iterator[Problem]:
    for index, label in enumerate(field.labels):
        if schema.label(label) is None:
            known = ", ".join(label.id for label in schema.labels)
            yield (*path, "labels", index), f"{label!r} is no label of this schema ({known})"


def _in_field(path: Path, field: Field) -> Iterator[Problem]:
    if field.type == "code" and not field.codes:
        yield (*path, "type"), "a code field needs `codes`"
    if field.type != "code" and field.codes:
        yield (*path, "codes"), f"only a code field has codes; this one is {field.type}"
    yield from _ids("codes", [code.id for code in field.codes], path)
    for index, code in enumerate(field.codes):
        yield from _empty((*path, "codes", index, "terms"), code.terms)
    yield from _empty((*path, "cues"), field.cues)


def _empty(path: Path, words: Iterable[str]) -> Iterator[Problem]:
    for index, word in enumerate(words):
        if not word.strip():
            yield (*path, index), "an empty word would match everywhere"
