"""Fitting: what another tool's file says of an article, made an article and an annotation of ours."""

from collections import Counter
from collections.abc import Generator, Iterator, Mapping
from typing import Literal, TypeVar

import msgspec

from store.annotation import Annotation
from store.article import Article
from store.clock import now
from store.errors import DataError
from store.formats.foreign import Foreign, ForeignSpan
from store.formats.foreign_record import Support, values_of
from store.formats.mending import fit, transferred
from store.formats.reading import Finding, Notice
from store.plural import number_of
from store.published import iso_date
from store.quoting import quoted
from store.schema import Schema
from store.span import HUMAN, Decision, Extent, Span
from store.value import FieldValue

Labelled = TypeVar("Labelled", Span, Extent)
Placed = list[tuple[Span, ForeignSpan]]
"""Spans as ours, each with what the file says of it."""


class Fitting(msgspec.Struct, frozen=True):
    """How foreign annotations become ours."""

    schema: Schema
    annotator: str
    """Who it is where the file doesn't say."""
    kind: Literal["gold", "suggestions"] = "gold"
    """gold: confirmed by their annotator; suggestions: undecided, for our annotator to review."""
    labels: Mapping[str, str] = {}
    """Their label to ours, where they differ."""
    unit: str | None = None
    """What offsets count, where the file doesn't say: `code-point` or `utf-16`."""
    known: Mapping[str, Article] = {}
    """Articles that are there, by their text without white space, for formats that lose it."""


def squeezed(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())


def fitted(foreign: Foreign, name: str, fitting: Fitting) -> Iterator[Finding]:
    """Yield the article of what a file of a form says, its annotation, and what is to be said of them."""
    if foreign.article and foreign.annotation and fitting.kind == "gold":
        yield foreign.article
        yield _relabelled(foreign.annotation, fitting.labels)
        return
    if not foreign.text.strip():
        yield DataError(foreign.source, "has no text", foreign.place)
        return
    for kind, count in Counter(foreign.beyond).items():
        yield Notice(foreign.where, f"{number_of(count, kind)} left out; spans, record and note are read")
    known = fitting.known.get(squeezed(foreign.text))
    if known:
        moved = transferred(foreign.text, foreign.spans, known.text)
        foreign = msgspec.structs.replace(foreign, text=known.text, spans=moved)
    article = known or foreign.article or _article(foreign)
    standing = _standing(name, fitting)
    placed = yield from _placed(foreign, article.text, fitting, *standing)
    values = yield from values_of(foreign, fitting.schema, _support(foreign, placed), *standing)
    yield article
    yield _annotation(article, foreign, tuple(span for span, _ in placed), values, fitting)


def _relabelled(annotation: Annotation, labels: Mapping[str, str]) -> Annotation:
    """Return an annotation of ours with other labels, what the machine had suggested included."""
    if not labels:
        return annotation

    def renamed(one: Labelled) -> Labelled:
        return msgspec.structs.replace(one, label=labels.get(one.label, one.label))

    spans = (
        msgspec.structs.replace(renamed(span), suggested=span.suggested and renamed(span.suggested))
        for span in annotation.spans
    )
    return msgspec.structs.replace(annotation, spans=tuple(spans))


def _article(foreign: Foreign) -> Article:
    text = foreign.text.replace("\r\n", "\n").replace("\r", "\n")
    published = iso_date(foreign.published or "")
    article = Article.from_text(text, title=foreign.title, source=foreign.origin, published=published)
    given = foreign.id if foreign.id != article.id else None
    return msgspec.structs.replace(article, external_id=given)


def _standing(name: str, fitting: Fitting) -> tuple[str, Decision]:
    return (HUMAN, "accepted") if fitting.kind == "gold" else (f"import.{name}", "suggested")


def _placed(
    foreign: Foreign, text: str, fitting: Fitting, origin: str, status: Decision
) -> Generator[Notice, None, Placed]:
    """Return the spans as they lie in a text of ours, and say what was mended or left out."""
    found = fit(foreign.text, foreign.spans, fitting.unit or foreign.unit)
    if found.counted:
        yield Notice(foreign.where, f"offsets count {found.counted}; mended")
    if found.doubtful:
        doubt = "offsets may count UTF-16 units; taken as code points (else say --unit utf-16)"
        yield Notice(foreign.where, doubt)
    placed: Placed = []
    unknown = Counter[str]()
    for asked, place in zip(foreign.spans, found.places, strict=True):
        label = fitting.labels.get(asked.label, asked.label)
        if place is None:
            surface = quoted(asked.text or "")
            yield Notice(
                foreign.where, f"{asked.start}-{asked.end} {surface}: fits the text nowhere; left out"
            )
        elif fitting.schema.label(label) is None:
            unknown[label] += 1
        else:
            ruled = asked.origin if asked.origin not in (None, HUMAN) else origin
            span = Span("", *place, label, text[slice(*place)], ruled, asked.score, asked.why, status)
            placed.append((span, asked))
    for label, count in unknown.items():
        left_out = f"{number_of(count, 'span')} left out (map it with --map {label}=OURS)"
        yield Notice(foreign.where, f"label {label} is not in the schema; {left_out}")
    return _numbered(placed)


def _numbered(placed: Placed) -> Placed:
    ordered = sorted(placed, key=lambda pair: (pair[0].start, pair[0].end))
    return [
        (msgspec.structs.replace(span, id=f"s{number}"), asked)
        for number, (span, asked) in enumerate(ordered, 1)
    ]


def _support(foreign: Foreign, placed: Placed) -> Support:
    """Return the spans that support each field; the file says so by their places as it counts them."""
    by_place = {(asked.start, asked.end): span for span, asked in placed}
    return {
        field: [by_place[place] for place in places if place in by_place]
        for field, places in foreign.evidence.items()
    }


def _annotation(
    article: Article,
    foreign: Foreign,
    spans: tuple[Span, ...],
    values: tuple[FieldValue, ...],
    fitting: Fitting,
) -> Annotation:
    gold, time = fitting.kind == "gold", now()
    return Annotation(
        article.id,
        (foreign.annotator or fitting.annotator) if gold else fitting.annotator,
        spans,
        values,
        status="confirmed" if gold else "pending",
        note=foreign.note,
        revision=int(gold),
        schema=fitting.schema.stamp,
        created=time,
        updated=time,
        confirmed=time if gold else None,
    )
