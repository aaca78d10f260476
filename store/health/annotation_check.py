"""Checks of one annotation: that it can be read and fits its text and its schema; and what is left of it."""

from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec

from store.annotation import Annotation
from store.article import Article
from store.health.finding import Finding
from store.published import iso_date
from store.schema import Field, Schema
from store.span import Span
from store.value import FieldValue

Item = TypeVar("Item", Span, FieldValue)


def salvaged(document: dict[str, Any], place: str) -> tuple[Annotation | None, list[Finding]]:
    """Return an annotation with all that can be read of it, none when it can't be told whose it is."""
    try:
        return msgspec.convert(document, Annotation), []
    except msgspec.ValidationError:
        findings: list[Finding] = []
    whose = document.get("article"), document.get("annotator")
    if not all(isinstance(part, str) for part in whose):
        return None, [Finding(place, "neither article nor annotator can be told", "lost")]
    annotation = Annotation(
        str(whose[0]),
        str(whose[1]),
        _items(document, "spans", Span, place, findings),
        _items(document, "values", FieldValue, place, findings),
    )
    for name in document.keys() - {"article", "annotator", "spans", "values"}:
        try:
            one = msgspec.convert({"article": "", "annotator": "", name: document[name]}, Annotation)
            annotation = msgspec.structs.replace(annotation, **{name: getattr(one, name)})
        except (msgspec.ValidationError, AttributeError):
            findings.append(Finding(f"{place}.{name}", "not what it should be", "lost"))
    return annotation, findings


def _items(
    document: dict[str, Any], name: str, type_: type[Item], place: str, findings: list[Finding]
) -> tuple[Item, ...]:
    found = []
    items = document.get(name, [])
    for at, item in enumerate(items if isinstance(items, list) else [items]):
        try:
            found.append(msgspec.convert(item, type_))
        except msgspec.ValidationError as error:
            findings.append(Finding(f"{place}.{name}[{at}]", str(error), "lost"))
    return tuple(found)


def check_spans(
    annotation: Annotation, article: Article, schema: Schema, place: str
) -> tuple[Annotation, list[Finding]]:
    """Return the annotation with spans that lie in the text and bear its characters, and what was wrong."""
    findings: list[Finding] = []
    kept: dict[str, Span] = {}
    for at, span in enumerate(annotation.spans):
        here = f"{place}.spans[{at}]"
        problem = span.misfit(article.text)
        if problem and not span.lies_in(article.text):
            findings.append(Finding(here, problem, "lost"))
            continue
        if span.id in kept:
            findings.append(Finding(here, f"the id {span.id} is there twice", "mended"))
            span = msgspec.structs.replace(span, id=_free(f"{span.id}x", kept))
        if problem:
            findings.append(Finding(here, problem, "mended"))
            span = msgspec.structs.replace(span, text=article.text[span.start : span.end])
        if schema.label(span.label) is None:
            findings.append(Finding(here, f"the schema has no label {span.label}", "kept"))
        kept[span.id] = span
    return msgspec.structs.replace(annotation, spans=tuple(kept.values())), findings


def check_values(annotation: Annotation, schema: Schema, place: str) -> tuple[Annotation, list[Finding]]:
    """Return the annotation with values whose ids and evidence are sound, and what was wrong."""
    findings: list[Finding] = []
    spans = {span.id for span in annotation.spans}
    kept: dict[str, FieldValue] = {}
    for at, value in enumerate(annotation.values):
        here = f"{place}.values[{at}]"
        if value.id in kept:
            findings.append(Finding(here, f"the id {value.id} is there twice", "mended"))
            value = msgspec.structs.replace(value, id=_free(f"{value.id}x", kept))
        if not spans.issuperset(value.evidence):
            findings.append(Finding(here, "names spans as evidence that are not there", "mended"))
            evidence = tuple(one for one in value.evidence if one in spans)
            value = msgspec.structs.replace(value, evidence=evidence)
        findings += [Finding(here, problem, "kept") for problem in _misfits(value, schema.field(value.field))]
        kept[value.id] = value
    return msgspec.structs.replace(annotation, values=tuple(kept.values())), findings


def _free(wanted: str, taken: dict[str, Any]) -> str:
    while wanted in taken:
        wanted += "x"
    return wanted


def _misfits(value: FieldValue, field: Field | None) -> Iterator[str]:
    if field is None:
        yield f"the schema has no field {value.field}"
    elif value.value is not None and (field.type == "integer") != isinstance(value.value, int):
        yield f"{value.field} should be of type {field.type}, not {value.value!r}"
    elif field.type == "code" and value.value is not None and field.code(str(value.value)) is None:
        yield f"{value.field} has no code {value.value!r}"
    elif field.type == "date" and value.value is not None and iso_date(str(value.value)) != value.value:
        yield f"{value.field} should be a date as 2024-05-01, not {value.value!r}"
