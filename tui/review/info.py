"""What is known of a label or a field: its definition, and confirmed examples of this dataset."""

from collections import Counter
from collections.abc import Iterator

from store.annotation import Annotation
from store.schema import Field, Label
from tui.language import Language
from tui.review.form_rows import shown_value
from tui.review.session import ReviewSession
from tui.widgets.page import Line

EXAMPLES = 12
LOOKED_AT = 200
"""Confirmed articles that examples are taken from: enough to learn from, few enough to be quick."""

Page = tuple[str, list[Line]]
"""A heading and its lines."""


def label_page(session: ReviewSession, language: Language, label: Label) -> Page:
    """Return what is known of a label."""
    surfaces = Counter(
        span.text
        for annotation in _confirmed(session)
        for span in annotation.gold_spans()
        if span.label == label.id
    )
    lines: list[Line] = [("", language.name(label.definition), ""), ("", "", "")]
    return f"{label.key} {label.id} {language.both(label.name)}", [*lines, *_examples(surfaces, language)]


def field_page(session: ReviewSession, language: Language, field: Field) -> Page:
    """Return what is known of a field."""
    shown: Counter[str] = Counter()
    for annotation in _confirmed(session):
        for value in annotation.gold_values():
            if value.field == field.id:
                evidence = [span.text for span in annotation.spans if span.id in value.evidence]
                shown[" ← ".join([shown_value(field, value, language), *evidence[:1]])] += 1
    kind = language(f"info.type_{field.type}") + (f", {language('info.list')}" if field.many else "")
    lines: list[Line] = [
        ("", language.name(field.definition), ""),
        ("", language("info.type", type=kind), "dim"),
    ]
    if field.labels:
        lines.append(("", language("info.labels", labels=", ".join(field.labels)), "dim"))
    lines.append(("", "", ""))
    if field.codes:
        lines.append(("", language("info.codes"), "strong"))
        lines += [("", f"  {code.id}  {language.both(code.name)}", "") for code in field.codes]
        lines.append(("", "", ""))
    return language.both(field.name), [*lines, *_examples(shown, language)]


def _confirmed(session: ReviewSession) -> Iterator[Annotation]:
    with session.saver.gate:
        for article in session.queue.with_status("confirmed")[-LOOKED_AT:]:
            if annotation := session.dataset.annotation(article):
                yield annotation


def _examples(found: Counter[str], language: Language) -> list[Line]:
    lines: list[Line] = [("", language("info.confirmed_examples"), "strong")]
    if not found:
        return [*lines, ("", "  " + language("info.no_examples"), "dim")]
    return [*lines, *(("", f"  {text}  ×{count}", "") for text, count in found.most_common(EXAMPLES))]
