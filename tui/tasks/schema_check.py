"""Checking a schema file whole: its own rules, and the built-in extractors that it names."""

from collections.abc import Iterator

from store.errors import SchemaError
from store.schema import Schema
from store.schemas.checking import Problem
from store.schemas.loading import examine, faults, schema_text


def check_schema(path: str) -> tuple[Schema | None, list[SchemaError]]:
    """Return the schema of a file, none where it can't be made, and all that is wrong with it.

    Raises:
        UnreadableFileError: there is no such file, or it isn't UTF-8.
    """
    text, source = schema_text(path)
    schema, found = examine(text, source)
    if schema:
        found += faults(text, source, _unknown_extractors(schema))
    return schema, found


def _unknown_extractors(schema: Schema) -> Iterator[Problem]:
    from extract.record.registry import FILLER_IDS
    from extract.registry import RULE_IDS

    for at, label in enumerate(schema.labels):
        for index, name in enumerate(label.extractors):
            if name not in RULE_IDS:
                yield ("labels", at, "extractors", index), _unknown(name, RULE_IDS)
    for at, field in enumerate(schema.fields):
        if field.extractor is not None and field.extractor not in FILLER_IDS:
            yield ("fields", at, "extractor"), _unknown(field.extractor, FILLER_IDS)


def _unknown(name: str, known: frozenset[str]) -> str:
    return f"there is no extractor {name!r}; there are {', '.join(sorted(known))}"
