"""brat's standoff: `.txt` and `.ann` beside each other, a folder an annotator, with `annotation.conf`."""

import re
from collections.abc import Iterable, Iterator

from store.annotation import Annotation
from store.article import Article
from store.formats.flat import file_name, lost, unheld
from store.formats.piece import Item, Part, Piece, Settings
from store.schema import Schema
from store.span import Span


def write_brat(items: Iterable[Item], settings: Settings) -> Iterator[Piece]:
    """Yield the configuration and the two files of each article; a note hangs on the first span."""
    yield Part(_configuration(settings.schema).encode(), "annotation.conf")
    for article, annotation in items:
        place = f"{file_name(annotation.annotator)}/{file_name(article.id)}"
        yield Part(article.text.encode("utf-8", "replace"), f"{place}.txt")
        yield Part("".join(_lines(article, annotation)).encode("utf-8", "replace"), f"{place}.ann")
        spans = _held(annotation)
        split = sum("\n" in span.text for span in spans)
        yield from [lost(article, annotation, "line end within a span (the span is in fragments)")] * split
        bare = len(annotation.gold_spans()) - len(spans)
        yield from [lost(article, annotation, "span of nothing but line ends")] * bare
        yield from unheld(article, annotation, record=False, note=bool(spans))


def _configuration(schema: Schema) -> str:
    labels = "\n".join(label.id for label in schema.labels)
    overlap = "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n" if schema.overlap else ""
    return f"[entities]\n{labels}\n\n[relations]\n{overlap}\n[events]\n\n[attributes]\n"


def _held(annotation: Annotation) -> list[Span]:
    """Return the spans of which a T line can say anything."""
    return [span for span in annotation.gold_spans() if span.text.strip("\n")]


def _lines(article: Article, annotation: Annotation) -> Iterator[str]:
    spans = _held(annotation)
    for number, span in enumerate(spans, 1):
        fragments = list(_fragments(span))
        places = ";".join(f"{start} {end}" for start, end in fragments)
        surface = " ".join(article.text[start:end] for start, end in fragments)
        yield f"T{number}\t{span.label} {places}\t{surface}\n"
    if annotation.note and spans:
        yield f"#1\tAnnotatorNotes T1\t{' '.join(annotation.note.split())}\n"


def _fragments(span: Span) -> Iterator[tuple[int, int]]:
    """A T line can't hold a line end, so a span over several lines is given line by line."""
    for line in re.finditer(r"[^\n]+", span.text):
        yield span.start + line.start(), span.start + line.end()
