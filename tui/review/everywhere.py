"""The same surface everywhere: finding its places in a text, and making or deciding spans at those chosen."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from store.annotation import Annotation
from store.article import Article
from store.schema import Schema
from store.span import Decision, Span
from tui.review.edits import add_span, decide_span, in_the_way, new_span, relabel, with_room
from tui.review.value_edits import unlink
from tui.text.folding import occurrences

if TYPE_CHECKING:
    from extract.document import Document


class Place(msgspec.Struct, frozen=True):
    """One place of a surface."""

    article: str
    title: str
    start: int
    end: int
    before: str
    """The sentence up to the surface."""
    after: str
    """The sentence behind it."""
    there: Span | None = None
    """The span that lies exactly there, a rejected one too."""
    taken: bool = False
    """Whether another span shares some of its characters."""


def places(
    article: Article,
    document: "Document",
    annotation: Annotation,
    surface: str,
    label: str,
    *,
    overlap: bool,
) -> Iterator[Place]:
    """Yield the places of a surface in one article, in text order.

    Args:
        article: whose text is searched.
        document: its sentences.
        annotation: its spans.
        surface: the words.
        label: what spans there are to be.
        overlap: whether spans may share characters; those of other labels then lie
            neither there nor in the way.
    """
    exact = {(span.start, span.end): span for span in annotation.spans if not overlap or span.label == label}
    for start in occurrences(surface, article.text):
        end = start + len(surface)
        first, last = document.sentence_at(start)
        there = exact.get((start, end))
        others = not overlap and in_the_way(annotation, start, end, besides=there.id if there else "")
        yield Place(
            article.id,
            article.title,
            start,
            end,
            article.text[min(first, start) : start],
            article.text[end : max(last, end)],
            there,
            bool(others),
        )


def decide_places(
    annotation: Annotation,
    text: str,
    chosen: Iterable[Place],
    label: str,
    decision: Decision,
    schema: Schema,
) -> Annotation:
    """Return the annotation with spans of a label at all chosen places, accepted, suggested or rejected.

    Args:
        annotation: of the article that the places are in.
        text: the article's text.
        chosen: the places; where no span is, rejecting does nothing.
        label: what the spans are to be.
        decision: what becomes of them.
        schema: says whether spans may share characters, else what lies in the way gives way; and which
            fields take a label as evidence.
    """
    for place in chosen:
        there = annotation.span(place.there.id) if place.there else None
        if decision == "rejected":
            annotation = decide_span(annotation, there.id, decision) if there else annotation
        elif there is None:
            span = new_span(annotation, text, place.start, place.end, label, status=decision)
            annotation = add_span(annotation, span, overlap=schema.overlap)
        else:
            if there.label != label:
                annotation = unlink(relabel(annotation, there.id, label), schema, there.id)
            annotation = decide_span(annotation, there.id, decision)
            annotation = annotation if schema.overlap else with_room(annotation, there.id)
    return annotation
