"""Which schema a dataset is read by: the one asked for, else the shipped one that its annotations name."""

from collections import Counter
from pathlib import Path

from store.errors import UsageError
from store.gold.reader import GoldReader
from store.plural import number_of
from store.schema import Schema
from store.schemas.loading import DEFAULT_SCHEMA, load_schema, shipped_schemas
from tui.printing import say
from tui.tasks.strangers import say_strangers


def schema_named(path: Path, stamps: Counter[str], asked: str | None) -> str | None:
    """Return the schema that was asked for, else the one shipped schema that all annotations name, said so.

    None means that neither is there; then `incident` is as good as any.
    """
    named = _names(stamps)
    if asked is not None or len(named) != 1 or not named.keys() <= set(shipped_schemas()):
        return asked
    [name] = named
    if name != DEFAULT_SCHEMA:
        say(f"akapen: {path}: read by the schema {name}, which its annotations were made with")
    return name


def schema_of(gold: GoldReader, asked: str | None) -> Schema:
    """Return the schema to read a dataset by, and say which annotations another one made.

    Raises:
        DataError: there is no such schema, or it is broken.
        UsageError: as `check_chosen`.
    """
    stamps = gold.schemas()
    schema = load_schema(schema_named(gold.path, stamps, asked))
    check_chosen(gold.path, stamps, schema, asked)
    say_strangers(gold, stamps, schema)
    return schema


def check_chosen(path: Path, stamps: Counter[str], schema: Schema, asked: str | None) -> None:
    """Say which annotations another schema made; where nobody asked for one, it must have made some.

    Raises:
        UsageError: it made none of them, so that what they hold would be left out.
    """
    named = _names(stamps)
    if asked is None and named and schema.name not in named:
        raise _refusal(path, named, schema, "")
    say_other_schemas(path, stamps, schema)


def schema_to_change_by(gold: GoldReader, asked: Schema | None) -> Schema:
    """Return the schema to change a dataset by: one that its annotations name, if there are any.

    Raises:
        UsageError: they name another, one that doesn't ship, or several of which none was asked for.
    """
    stamps = gold.schemas()
    named = _names(stamps)
    schema = asked or load_schema(schema_named(gold.path, stamps, None))
    if asked is None and len(named) > 1:
        listed = ", ".join(f"{name}: {count}" for name, count in named.items())
        problem = f"annotations were made with several schemas ({listed}); choose one with --schema FILE"
        raise UsageError(f"{gold.path}: {problem}")
    if named and schema.name not in named:
        raise _refusal(gold.path, named, schema, ", or another dataset with --gold")
    say_other_schemas(gold.path, stamps, schema)
    say_strangers(gold, stamps, schema)
    return schema


def say_other_schemas(path: Path, stamps: Counter[str], schema: Schema) -> None:
    """Say on stderr how many annotations were made with a schema of another name than the one in use."""
    for name, count in _names(stamps).items():
        if name != schema.name:
            made = _made_with(Counter({name: count}), schema)
            say(f"akapen: {path}: {made}; --schema {_file_of(name)} names it")


def _names(stamps: Counter[str]) -> Counter[str]:
    """How many annotations each schema made, whatever its version."""
    names = Counter[str]()
    for stamp, count in stamps.items():
        names[stamp.rpartition(" ")[0]] += count
    del names[""]
    return names


def _made_with(named: Counter[str], schema: Schema) -> str:
    made = number_of(named.total(), "annotation was", "annotations were")
    return f"{made} made with the schema {' or '.join(named)}, not {schema.name}"


def _refusal(path: Path, named: Counter[str], schema: Schema, other_way: str) -> UsageError:
    way = f"name that with --schema {_file_of(next(iter(named)))}{other_way}"
    return UsageError(f"{path}: {_made_with(named, schema)}; {way}")


def _file_of(name: str) -> str:
    return name if name in shipped_schemas() else "FILE"
