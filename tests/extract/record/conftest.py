"""Texts with their spans marked in place, so that a case shows what a role rule sees."""

from collections.abc import Callable
from typing import Any

import pytest

from docs.making.marked import unmarked
from extract.document import Document
from extract.record import fill_record
from extract.record.reading import Reading
from store.schema import Schema
from store.schemas.loading import load_schema
from store.value import FieldValue


@pytest.fixture(scope="session")
def schema() -> Schema:
    return load_schema()


@pytest.fixture
def fill(schema: Schema) -> Callable[..., tuple[FieldValue, ...]]:
    """Fill the record of a text such as `[ORG 北斗食品株式会社]は[DATE 2024年4月5日]、…`."""

    def run(marked: str, published: str | None = None, using: Schema = schema) -> tuple[FieldValue, ...]:
        text, spans = unmarked(marked)
        return fill_record(Document(text, published), spans, using)

    return run


@pytest.fixture
def record(fill: Callable[..., tuple[FieldValue, ...]], schema: Schema) -> Callable[..., dict[str, Any]]:
    """The values of a text by field; a list field's as a list."""

    def run(marked: str, published: str | None = None) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for value in fill(marked, published):
            field = schema.field(value.field)
            if field and field.many:
                made.setdefault(value.field, []).append(value.value)
            else:
                made[value.field] = value.value
        return made

    return run


@pytest.fixture
def read() -> Callable[[str], Reading]:
    """The reading of a marked text."""

    def run(marked: str) -> Reading:
        text, spans = unmarked(marked)
        return Reading(Document(text), spans)

    return run
