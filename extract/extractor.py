"""The extractor: one text in, suggested spans and record values out."""

from collections.abc import Iterator

from extract.document import Document
from extract.mention import Mention
from extract.overlap import resolve, without_twins
from extract.record import fill_record
from extract.registry import Rule, rule
from extract.suggestion import Suggestions
from extract.terms import find_terms
from store.schema import Label, Schema
from store.span import Span


class Extractor:
    """Suggests spans and record values by a schema: built-in rules that it names, and its own terms."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
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


def _relabelled(found: Mention, label: Label) -> Mention:
    return Mention(found.start, found.end, label.id, found.rule, found.score, found.why)
