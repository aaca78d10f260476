"""Schema files: TOML in, a checked schema out, or one error that names file, line and key."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from store.errors import SchemaError, UnreadableFileError
from store.schema import Schema
from store.schemas.checking import Problem, problems, problems_of_parts
from store.schemas.conversion import conversion_problems
from store.source import read_utf8
from store.toml_place import Path as KeyPath
from store.toml_place import lines_of, nearest_line
from store.toml_text import toml_entries

DEFAULT_SCHEMA = "incident"

_FOLDER = Path(__file__).parent


def shipped_schemas() -> tuple[str, ...]:
    """Return the names of the schemas that come with akapen."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.toml")))


def load_schema(path: Path | str | None = None) -> Schema:
    """Load a schema file, or a shipped schema by its name; without either, `incident`.

    Raises:
        UnreadableFileError: there is no such file, or it isn't UTF-8.
        SchemaError: the file breaks TOML or a rule of schemas; names line and key.
    """
    return parse_schema(*schema_text(path))


def ships(schema: Schema) -> bool:
    """Whether a schema is one that comes with akapen, unchanged."""
    return schema.name in shipped_schemas() and shipped_schema(schema.name) == schema


def shipped_schema(name: str) -> Schema:
    """Return a schema that comes with akapen, whatever files the current folder has."""
    return parse_schema(*shipped_text(name))


def shipped_text(name: str) -> tuple[str, str]:
    """Return the text of a schema that comes with akapen, and how errors call it."""
    file = f"{name}.toml"
    return (_FOLDER / file).read_text("utf-8"), file


def schema_text(path: Path | str | None = None) -> tuple[str, str]:
    """Return the text of a schema file, or of a shipped schema by its name, and how errors call it.

    A file goes before a shipped schema that is called alike, but only where the name was asked for.

    Raises:
        UnreadableFileError: there is no such file, or it isn't UTF-8.
    """
    name = str(path or "")
    if not name:
        return shipped_text(DEFAULT_SCHEMA)
    if name in shipped_schemas() and not Path(name).is_file():
        return shipped_text(name)
    if not Path(name).exists():
        hint = f"no such file, nor a shipped schema ({', '.join(shipped_schemas())})"
        raise UnreadableFileError(name, hint)
    return read_utf8(Path(name)), name


def parse_schema(text: str, source: str) -> Schema:
    """Make a schema of a TOML text; `source` is how errors call it.

    Raises:
        SchemaError: the text breaks TOML or a rule of schemas; names line and key.
    """
    schema, found = examine(text, source)
    if found or schema is None:
        raise found[0]
    return schema


def examine(text: str, source: str) -> tuple[Schema | None, list[SchemaError]]:
    """Return the schema that a TOML text holds, and all that is wrong with it.

    A text that isn't TOML hides what else may be wrong. Unknown and missing keys and wrong types leave no
    schema: then what labels and fields must not be together isn't looked at.
    """
    text = text.replace("\r\n", "\n")
    try:
        schema, found = examine_entries(toml_entries(text, source, SchemaError))
    except SchemaError as error:
        return None, [error]
    return schema, faults(text, source, found)


def examine_entries(entries: dict[str, Any]) -> tuple[Schema | None, Iterable[Problem]]:
    """Return the schema that the entries of a schema file make, none where they can't, and what is wrong."""
    try:
        schema = msgspec.convert(entries, Schema)
    except msgspec.ValidationError:
        return None, (*conversion_problems(entries, Schema), *problems_of_parts(entries))
    return schema, problems(schema)


def faults(text: str, source: str, found: Iterable[Problem]) -> list[SchemaError]:
    """Return the errors for problems of a schema with their lines, in the order of labels and fields."""
    listed = list(found)
    lines = lines_of(text) if listed else {}
    listed.sort(key=lambda problem: (not problem[0], nearest_line(lines, problem[0][:2])))
    return [
        SchemaError(source, what, f"line {nearest_line(lines, path)}, {dotted(path)}" if path else None)
        for path, what in listed
    ]


def dotted(path: KeyPath) -> str:
    """Return the path of a key as errors name it: `labels[2].key`."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")
