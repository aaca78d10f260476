"""Label Studio: tasks with annotations and the machine's predictions, and the config that fits them.

Offsets are code points, as its JSON has had them since 2021.
"""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

import msgspec

from store.annotation import Annotation
from store.article import Article
from store.formats.flat import name_of, unheld
from store.formats.piece import Item, Part, Piece, Settings
from store.line_view import not_stated_of
from store.schema import Field, Label, Schema
from store.span import HUMAN, Extent, Span
from store.value import FieldValue

TASKS, CONFIG = "tasks.json", "config.xml"


def write_label_studio(items: Iterable[Item], settings: Settings) -> Iterator[Piece]:
    """Yield the labelling config and one task an annotation, as a JSON array."""
    yield Part(labelling_config(settings.schema).encode(), CONFIG)
    for number, (article, annotation) in enumerate(items, 1):
        task = msgspec.json.encode(_task(number, article, annotation, settings.schema))
        yield Part((b"[\n" if number == 1 else b",\n") + task, TASKS)
        yield from unheld(article, annotation)
    yield Part(b"\n]\n", TASKS)


def labelling_config(schema: Schema) -> str:
    """Return the XML by which Label Studio shows labels and fields."""
    labels = "\n".join(f"    {_label(label)}" for label in schema.labels)
    fields = "\n".join(f"  {_field(field, schema)}" for field in schema.fields)
    name, to = _tag("label", schema), _tag("text", schema)
    text = f'  <Text name="{to}" value="$text" granularity="symbol"/>'
    return (
        f'<View>\n  <Labels name="{name}" toName="{to}">\n{labels}\n  </Labels>\n{text}\n{fields}\n</View>\n'
    )


def _tag(name: str, schema: Schema) -> str:
    """Return a name for a tag that isn't a field's, for all tags are called by theirs."""
    while schema.field(name):
        name += "_"
    return name


def _label(label: Label) -> str:
    look = f"hotkey={_quoted(label.key)} background={_quoted(label.colour)}"
    return f"<Label value={_quoted(label.id)} {look}/>"


def _field(field: Field, schema: Schema) -> str:
    name = f'name={_quoted(field.id)} toName="{_tag("text", schema)}"'
    if field.type != "code":
        return f"<TextArea {name} placeholder={_quoted(field.name.en)} maxSubmissions={_count(field)}/>"
    choice = "multiple" if field.many else "single"
    codes = "".join(f"<Choice value={_quoted(code.id)}/>" for code in field.codes)
    return f'<Choices {name} choice="{choice}">{codes}</Choices>'


def _quoted(text: str) -> str:
    """Return the value of an attribute; `xml.sax` would load the network's libraries for that."""
    return f'"{escape(text)}"'


def _count(field: Field) -> str:
    return '"100"' if field.many else '"1"'


def _task(number: int, article: Article, annotation: Annotation, schema: Schema) -> dict[str, Any]:
    """One task with its annotation.

    Who made it stands in the data, since Label Studio refuses a `completed_by` that is no member's address;
    and its converter keeps the keys `id` and `annotator` for itself.
    """
    gold = [_supporting(span, article, annotation, schema) for span in annotation.gold_spans()]
    gold += _record(annotation.gold_values(), schema)
    done = {
        "id": number,
        "result": gold,
        "was_cancelled": annotation.status == "skipped",
        "ground_truth": annotation.status == "confirmed",
        "lead_time": annotation.seconds,
    }
    about = {"title": article.title, "source": article.source, "published": article.published}
    about |= {"article_id": name_of(article), "annotated_by": annotation.annotator, "note": annotation.note}
    unstated = not_stated_of(annotation.gold_values())
    return {
        "id": number,
        "data": {"text": article.text, "not_stated": unstated} | about,
        "annotations": [done],
        "predictions": list(_predictions(article, annotation, schema)),
    }


def _region(region: str, extent: Extent, article: Article, origin: str, schema: Schema) -> dict[str, Any]:
    value = {"start": extent.start, "end": extent.end, "text": article.text[extent.start : extent.end]}
    tags = {"from_name": _tag("label", schema), "to_name": _tag("text", schema)}
    kind = {"type": "labels", "origin": _origin(origin)}
    return {"id": region} | tags | kind | {"value": value | {"labels": [extent.label]}}


def _supporting(span: Span, article: Article, annotation: Annotation, schema: Schema) -> dict[str, Any]:
    """The region of a gold span; the fields that it is evidence of stand in its notes."""
    region = _region(span.id, span.extent, article, HUMAN, schema)
    fields = [value.field for value in annotation.gold_values() if span.id in value.evidence]
    return region | {"meta": {"text": list(dict.fromkeys(fields))}} if fields else region


def _origin(origin: str) -> str:
    return "manual" if origin == HUMAN else "prediction"


def _record(values: Iterable[FieldValue], schema: Schema) -> list[dict[str, Any]]:
    """One result a field, as Label Studio keeps lists."""
    stated: dict[str, list[str]] = {}
    for value in values:
        if value.value is not None:
            stated.setdefault(value.field, []).append(str(value.value))
    results = []
    for name, found in stated.items():
        field = schema.field(name)
        kind, key = ("choices", "choices") if field and field.type == "code" else ("textarea", "text")
        results.append(
            {
                "id": f"field-{name}",
                "from_name": name,
                "to_name": _tag("text", schema),
                "type": kind,
                "value": {key: found},
            }
        )
    return results


def _predictions(article: Article, annotation: Annotation, schema: Schema) -> Iterator[dict[str, Any]]:
    """What the machine had suggested, whatever became of it."""
    suggested = [span for span in annotation.spans if span.origin != HUMAN]
    if suggested:
        result = [_prediction(span, article, schema) for span in suggested]
        scores = [span.score for span in suggested if span.score is not None]
        mean = sum(scores) / len(scores) if scores else 0.0
        yield {
            "model_version": f"akapen {annotation.extractor}".strip(),
            "score": round(mean, 6),
            "result": result,
        }


def _prediction(span: Span, article: Article, schema: Schema) -> dict[str, Any]:
    region = _region(f"p-{span.id}", span.suggested or span.extent, article, span.origin, schema)
    return region if span.score is None else region | {"score": span.score}
