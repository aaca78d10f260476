"""The extractor: one text in, suggested spans and record values out."""

from collections.abc import Iterator

from extract.document import Document
from extract.lessons import NOTHING, Lessons
from extract.mention import Mention
from extract.overlap import resolve, without_twins
from extract.record import fill_record
from extract.record.registry import FILLER_IDS
from extract.registry import RULE_IDS, Rule, rule
from extract.suggestion import Suggestions
from extract.terms import find_terms
from store.errors import SchemaError
from store.schema import Label, Schema
from store.span import Span


class Extractor:
    """Suggests spans and record values by a schema: built-in rules that it names, its own terms, and lessons.

    Args:
        schema: names the rules and declares the terms of each label.
        lessons: what gold has taught so far.
    """

    def __init__(self, schema: Schema, lessons: Lessons = NOTHING) -> None:
        """Make ready for a schema.

        Raises:
            SchemaError: a label or a field names an extractor that there isn't.
        """
        _check_names(schema)
        self.schema = schema
        self._lessons = lessons
        self._rules: dict[str, tuple[Rule, ...]] = {
            label.id: tuple(rule(rule_id) for rule_id in label.extractors) for label in schema.labels
        }

    def suggest(self, text: str, published: str | None = None) -> Suggestions:
        """Suggest spans in text order and the record that follows from them.

        Args:
            text: the article's text; offsets of the spans are code points of it.
            published: publication date, ISO 8601 at any precision; resolves years that the text leaves out.
        """
        document = Document(text, published)
        spans = tuple(self._spans(document))
        return Suggestions(spans, fill_record(document, spans, self.schema))

    def _spans(self, document: Document) -> Iterator[Span]:
        mentions = (mention for label in self.schema.labels for mention in self._mentions(document, label))
        ids = [label.id for label in self.schema.labels]
        kept = without_twins(mentions) if self.schema.overlap else resolve(mentions, ids)
        for number, found in enumerate(kept, start=1):
            text = document.text[found.start : found.end]
            yield Span(
                f"s{number}", found.start, found.end, found.label, text, found.rule, found.score, found.why
            )

    def _mentions(self, document: Document, label: Label) -> Iterator[Mention]:
        for find in self._rules[label.id]:
            for found in find(document):
                yield found if found.label == label.id else _relabelled(found, label)
        yield from find_terms(document, label)
        yield from self._lessons.find(document, label.id)


def _check_names(schema: Schema) -> None:
    for label in schema.labels:
        for rule_id in label.extractors:
            _check_name(schema, f"labels.{label.id}.extractors", rule_id, RULE_IDS)
    for field in schema.fields:
        if field.extractor is not None:
            _check_name(schema, f"fields.{field.id}.extractor", field.extractor, FILLER_IDS)


def _check_name(schema: Schema, place: str, name: str, known: frozenset[str]) -> None:
    if name not in known:
        there_are = ", ".join(sorted(known))
        raise SchemaError(
            f"schema {schema.name}", f"there is no extractor {name!r}; there are {there_are}", place
        )


def _relabelled(found: Mention, label: Label) -> Mention:
    return Mention(found.start, found.end, label.id, found.rule, found.score, found.why)
