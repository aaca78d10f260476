"""Comparison: how two states of gold differ, by span and by field, whatever their ids are."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, TypeVar

import msgspec

from store.annotation import Annotation
from store.article import Article
from store.gold.reader import GoldReader
from store.plural import number_of
from store.schema import Schema
from store.span import Span

Item = TypeVar("Item")

Kind = Literal["schema", "article", "annotation", "span", "field", "status", "note"]


class Difference(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing that is not the same in both; none on the side where it is not there."""

    article: str
    annotator: str
    kind: Kind
    key: str
    """The label, the field's id, the schema's name, or what of an article."""
    before: str | None = None
    after: str | None = None

    def __str__(self) -> str:
        """On one line, with the sign of a diff."""
        what = f"{self.article} {self.annotator} {self.kind} {self.key}".replace("  ", " ").strip()
        if self.before is None:
            return f"+ {what}: {self.after}"
        if self.after is None:
            return f"- {what}: {self.before}"
        return f"~ {what}: {self.before} → {self.after}"


def compare(before: Annotation, after: Annotation) -> Iterator[Difference]:
    """Yield how the gold of two annotations of one article differs, spans first, in text order."""
    whose = before.article, before.annotator
    for old, new in _paired(before.gold_spans(), after.gold_spans()):
        yield Difference(*whose, "span", _first(old, new).label, _side(_shown, old), _side(_shown, new))
    old_fields, new_fields = _record(before), _record(after)
    for field in sorted(old_fields.keys() | new_fields.keys()):
        if old_fields.get(field) != new_fields.get(field):
            yield Difference(*whose, "field", field, old_fields.get(field), new_fields.get(field))
    if before.status != after.status:
        yield Difference(*whose, "status", "", before.status, after.status)
    if before.note != after.note:
        yield Difference(*whose, "note", "", before.note, after.note)


def _side(show: Callable[[Item], str], item: Item | None) -> str | None:
    return None if item is None else show(item)


def _first(*items: Item | None) -> Item:
    return next(item for item in items if item is not None)


def _shown(span: Span) -> str:
    return f"{span.label} {span.start}-{span.end} {span.text}"


def _paired(before: Iterable[Span], after: Iterable[Span]) -> Iterator[tuple[Span | None, Span | None]]:
    """Yield the spans that one side alone has, each beside the one that took its place."""
    olds, news = ({span.extent: span for span in spans} for spans in (before, after))
    left = [span for extent, span in news.items() if extent not in olds]
    pairs: list[tuple[Span | None, Span | None]] = []
    for extent, old in olds.items():
        if extent not in news:
            new = next((one for one in left if one.start < old.end and old.start < one.end), None)
            if new:
                left.remove(new)
            pairs.append((old, new))
    pairs += [(None, new) for new in left]
    yield from sorted(pairs, key=lambda pair: (_first(*pair).start, _first(*pair).end))


def _record(annotation: Annotation) -> dict[str, str]:
    """The record as shown: the values of a field in one text, `not stated` in words."""
    found: dict[str, list[str]] = {}
    for value in annotation.gold_values():
        found.setdefault(value.field, []).append("not stated" if value.value is None else str(value.value))
    return {field: ", ".join(sorted(values)) for field, values in found.items()}


def compare_datasets(before: GoldReader, after: GoldReader) -> Iterator[Difference]:
    """Yield how two datasets differ, article by article; those that only the second has come last.

    The schemas that they hold come first.
    """
    yield from _compare_schemas(before.schemas(), after.schemas())
    ids = list(dict.fromkeys((*before.article_ids(), *after.article_ids())))
    annotators = sorted({*before.annotators(), *after.annotators()})
    for article_id in ids:
        yield from _compare_articles(_article(before, article_id), _article(after, article_id))
        for annotator in annotators:
            old, new = (gold.annotation(article_id, annotator) for gold in (before, after))
            if old and new:
                yield from compare(old, new)
            elif old or new:
                sides = _side(_summary, old), _side(_summary, new)
                yield Difference(article_id, annotator, "annotation", "", *sides)


def _compare_schemas(before: Mapping[str, Schema], after: Mapping[str, Schema]) -> Iterator[Difference]:
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name), after.get(name)
        if old != new:
            parts = [
                part for part in Schema.__struct_fields__ if getattr(old, part, 0) != getattr(new, part, 0)
            ]
            what = f"{new.version} ({', '.join(parts)})" if old and new else _side(_version, new)
            yield Difference("", "", "schema", name, _side(_version, old), what)


def _version(schema: Schema) -> str:
    return schema.version


def _article(gold: GoldReader, article_id: str) -> Article | None:
    return gold.article(article_id) if article_id in gold.index.articles else None


def _compare_articles(before: Article | None, after: Article | None) -> Iterator[Difference]:
    if before is None or after is None:
        if before or after:
            sides = _side(_title, before), _side(_title, after)
            yield Difference(_first(before, after).id, "", "article", "", *sides)
        return
    for name in ("title", "source", "published", "external_id", "meta"):
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield Difference(before.id, "", "article", name, str(old), str(new))


def _title(article: Article) -> str:
    return article.title


def _summary(annotation: Annotation) -> str:
    spans = number_of(len(annotation.gold_spans()), "span")
    values = number_of(len(annotation.gold_values()), "value")
    return f"{annotation.status}, {spans}, {values}"
