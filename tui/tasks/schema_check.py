"""Checking a schema file whole: its own rules, and the built-in extractors that it names."""

from collections.abc import Iterator

from store.errors import SchemaError
from store.schema import Field, Schema
from store.schemas.checking import Problem
from store.schemas.loading import examine, faults, load_schema, schema_text


def check_schema(path: str) -> tuple[Schema | None, list[SchemaError]]:
    """Return the schema of a file, none where it can't be made, and all that is wrong with it.

    Raises:
        UnreadableFileError: there is no such file, or it isn't UTF-8.
    """
    text, source = schema_text(path)
    schema, found = examine(text, source)
    if schema:
        found += faults(text, source, _extractor_problems(schema))
    return schema, found


def _extractor_problems(schema: Schema) -> Iterator[Problem]:
    from extract.record.registry import FILLER_IDS
    from extract.registry import RULE_IDS

    for at, label in enumerate(schema.labels):
        for index, name in enumerate(label.extractors):
            if name not in RULE_IDS:
                yield ("labels", at, "extractors", index), _unknown(name, RULE_IDS)
    for at, field in enumerate(schema.fields):
        if field.extractor is not None and field.extractor not in FILLER_IDS:
            yield ("fields", at, "extractor"), _unknown(field.extractor, FILLER_IDS)
        elif filled := _type_filled(field):
            problem = f"the extractor {field.extractor!r} fills fields of type {filled}, not {field.type}"
            yield ("fields", at, "type"), problem


def _type_filled(field: Field) -> str | None:
    """Return the type that a field would have to be for its extractor, none where it is or has no extractor.

    A text can be whatever isn't a number.
    """
    like = load_schema().field(field.extractor or "")
    fits = like is None or field.type == like.type or (field.type == "text" and like.type != "integer")
    return None if like is None or fits else like.type


def _unknown(name: str, known: frozenset[str]) -> str:
    return f"there is no extractor {name!r}; there are {', '.join(sorted(known))}"
