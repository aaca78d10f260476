"""Which schema a dataset is read by: the one asked for, else its own, that its annotations name."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import msgspec

from store.errors import DatasetError, UsageError
from store.gold.own_schema import names_of, own_schema
from store.gold.reader import GoldReader
from store.plural import number_of
from store.schema import Schema
from store.schemas.loading import DEFAULT_SCHEMA, load_schema, shipped_schemas
from tui.printing import say
from tui.tasks.strangers import say_strangers


class Basis(msgspec.Struct, frozen=True):
    """What a choice is made by."""

    path: Path
    """The dataset."""
    stamps: Counter[str]
    """How many annotations name which schema, by name and version."""
    held: Mapping[str, Schema]
    """The schemas that the dataset holds, by name."""
    asked: Schema | None
    """The schema that was asked for."""

    @property
    def named(self) -> Counter[str]:
        """How many annotations name which schema, whatever its version."""
        return names_of(self.stamps)

    @property
    def choice(self) -> Schema:
        """The schema that was asked for, else the dataset's own; without either, `incident`."""
        own = self.asked or own_schema(self.stamps, self.held)
        return own or self.held.get(DEFAULT_SCHEMA) or load_schema()


def basis_of(gold: GoldReader, asked: Schema | None) -> Basis:
    """Return what a dataset tells of its schema.

    Raises:
        DatasetError: one that it holds is broken, and none was asked for.
    """
    try:
        held = gold.schemas()
    except DatasetError:
        if asked is None:
            raise
        held = {}
    return Basis(gold.path, gold.stamps(), held, asked)


def schema_of(gold: GoldReader, asked: Schema | None) -> Schema:
    """Return the schema to read a dataset by, and say what of it another one made.

    Raises:
        DatasetError: one that the dataset holds is broken, and none was asked for.
        UsageError: where none was asked for, it made no annotation, so that what they hold would be left out.
    """
    basis = basis_of(gold, asked)
    schema = basis.choice
    if asked is None and basis.named and schema.name not in basis.named:
        raise _refusal(basis, schema, "")
    say_choice(basis, schema)
    say_strangers(gold, basis.stamps, basis.held, schema)
    return schema


def schema_to_change_by(basis: Basis) -> Schema:
    """Return the schema to change a dataset by: one that its annotations name, if there are any.

    Raises:
        UsageError: they name another, one that is nowhere, or several of which none was asked for.
    """
    several = basis.named or Counter(dict.fromkeys(basis.held, 0))
    if basis.asked is None and len(several) > 1:
        listed = ", ".join(f"{name}: {count}" for name, count in several.items())
        problem = f"annotations were made with several schemas ({listed}); choose one with --schema FILE"
        raise UsageError(f"{basis.path}: {problem}")
    schema = basis.choice
    if basis.named and schema.name not in basis.named:
        raise _refusal(basis, schema, ", or another dataset with --gold")
    return schema


def say_choice(basis: Basis, schema: Schema) -> None:
    """Say on stderr which schema is in use, and how many annotations one of another name made."""
    if basis.asked is None and schema.name in basis.held:
        say(f"akapen: {basis.path}: read by the schema {schema.stamp}, which it holds")
    elif basis.asked is None and schema.name != DEFAULT_SCHEMA:
        say(f"akapen: {basis.path}: read by the schema {schema.name}, which its annotations were made with")
    for name, count in basis.named.items():
        if name != schema.name:
            made = _made_with(Counter({name: count}), schema)
            say(f"akapen: {basis.path}: {made}; --schema {_file_of(name)} names it")


def _made_with(named: Counter[str], schema: Schema) -> str:
    made = number_of(named.total(), "annotation was", "annotations were")
    return f"{made} made with the schema {' or '.join(named)}, not {schema.name}"


def _refusal(basis: Basis, schema: Schema, other_way: str) -> UsageError:
    way = f"name that with --schema {_file_of(next(iter(basis.named)))}{other_way}"
    return UsageError(f"{basis.path}: {_made_with(basis.named, schema)}; {way}")


def _file_of(name: str) -> str:
    return name if name in shipped_schemas() else "FILE"
