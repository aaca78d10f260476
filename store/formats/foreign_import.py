"""Articles and annotations made of what other tools' files say."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Literal

import msgspec

from store.annotation import Annotation
from store.article import Article
from store.clock import now
from store.formats.akapen_import import read_own
from store.formats.brat_import import read_brat
from store.formats.conll_import import read_conll
from store.formats.doccano_import import read_doccano
from store.formats.foreign import Foreign, ForeignFinding, ForeignSpan
from store.formats.foreign_record import Support, values_of
from store.formats.label_studio_import import read_label_studio
from store.formats.mending import fit, transferred
from store.formats.prodigy_import import read_prodigy
from store.formats.reading import Finding, Notice, guarded
from store.published import iso_date
from store.quoting import quoted
from store.schema import Schema
from store.span import HUMAN, Decision, Span
from store.value import FieldValue

READERS: dict[str, Callable[[Path], Iterator[ForeignFinding]]] = {
    "jsonl": read_own,
    "doccano": read_doccano,
    "label-studio": read_label_studio,
    "prodigy": read_prodigy,
    "brat": read_brat,
    "conll": read_conll,
}


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


def read_foreign(path: Path, name: str, fitting: Fitting) -> Iterator[Finding]:
    """Yield the articles of another tool's file, each followed by its annotation, and what is to be said."""
    for found in guarded(READERS[name](path)):
        if isinstance(found, Foreign):
            yield from _fitted(found, name, fitting)
        else:
            yield found


def squeezed(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())


def _fitted(foreign: Foreign, name: str, fitting: Fitting) -> Iterator[Finding]:
    if foreign.article and foreign.annotation and fitting.kind == "gold":
        yield foreign.article
        yield foreign.annotation
        return
    where = f"{foreign.source} @ {foreign.place}"
    known = fitting.known.get(squeezed(foreign.text))
    if known:
        moved = transferred(foreign.text, foreign.spans, known.text)
        foreign = msgspec.structs.replace(foreign, text=known.text, spans=moved)
    article = known or foreign.article or _article(foreign)
    fitted = fit(foreign.text, foreign.spans, fitting.unit or foreign.unit)
    if fitted.counted:
        yield Notice(where, f"offsets count {fitted.counted}; mended")
    if fitted.doubtful:
        yield Notice(where, "offsets may count UTF-16 units; taken as code points (else say --unit utf-16)")
    origin, status = _standing(name, fitting)
    placed: Placed = []
    for asked, place in zip(foreign.spans, fitted.places, strict=True):
        label = fitting.labels.get(asked.label, asked.label)
        if place is None:
            surface = quoted(asked.text or "")
            yield Notice(where, f"{asked.start}-{asked.end} {surface}: fits the text nowhere; left out")
        elif fitting.schema.label(label) is None:
            unknown = f"label {label} is not in the schema; left out (map it with --map {label}=OURS)"
            yield Notice(where, unknown)
        else:
            text = article.text[slice(*place)]
            ruled = asked.origin if asked.origin not in (None, HUMAN) else origin
            placed.append((Span("", *place, label, text, ruled, asked.score, asked.why, status), asked))
    placed = _numbered(placed)
    values = yield from values_of(foreign, fitting.schema, _support(foreign, placed), origin, status)
    yield article
    yield _annotation(article, foreign, tuple(span for span, _ in placed), values, fitting)


def _article(foreign: Foreign) -> Article:
    text = foreign.text.replace("\r\n", "\n").replace("\r", "\n")
    published = iso_date(foreign.published or "")
    article = Article.from_text(text, title=foreign.title, source=foreign.origin, published=published)
    given = foreign.id if foreign.id != article.id else None
    return msgspec.structs.replace(article, external_id=given)


def _standing(name: str, fitting: Fitting) -> tuple[str, Decision]:
    return (HUMAN, "accepted") if fitting.kind == "gold" else (f"import.{name}", "suggested")


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
