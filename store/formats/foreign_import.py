"""Articles and annotations made of what other tools' files say."""

import re
from collections.abc import Callable, Generator, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from store.annotation import Annotation
from store.article import Article
from store.clock import now
from store.formats.brat_import import read_brat
from store.formats.conll_import import read_conll
from store.formats.doccano_import import read_doccano
from store.formats.foreign import Foreign, ForeignFinding
from store.formats.label_studio_import import read_label_studio
from store.formats.mending import fit, transferred
from store.formats.prodigy_import import read_prodigy
from store.formats.reading import Finding, Notice, guarded
from store.published import iso_date
from store.quoting import quoted
from store.schema import Field, Schema
from store.span import HUMAN, Decision, Span
from store.value import FieldValue, Value

READERS: dict[str, Callable[[Path], Iterator[ForeignFinding]]] = {
    "doccano": read_doccano,
    "label-studio": read_label_studio,
    "prodigy": read_prodigy,
    "brat": read_brat,
    "conll": read_conll,
}

_INTEGER = re.compile(r"\d{1,18}")
"""As many digits as 64 bits hold for certain; no count of people or yen has more."""


class Fitting(msgspec.Struct, frozen=True):
    """How foreign annotations become ours."""

    schema: Schema
    annotator: str
    """Who it is where the file doesn't say."""
    kind: Literal["gold", "suggestions"] = "gold"
    """gold: confirmed by their annotator; suggestions: undecided, for our annotator to review."""
    labels: Mapping[str, str] = {}
    """Their label to ours, where they differ."""
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
    where = f"{foreign.source} @ {foreign.place}"
    known = fitting.known.get(squeezed(foreign.text))
    if known:
        moved = transferred(foreign.text, foreign.spans, known.text)
        foreign = msgspec.structs.replace(foreign, text=known.text, spans=moved)
    article = known or _article(foreign)
    fitted, counted = fit(foreign.text, foreign.spans)
    if counted:
        yield Notice(where, f"offsets count {counted}; mended")
    spans: list[Span] = []
    for asked, place in zip(foreign.spans, fitted, strict=True):
        label = fitting.labels.get(asked.label, asked.label)
        if place is None:
            yield Notice(
                where,
                f"{asked.start}-{asked.end} {quoted(asked.text or '')}: fits the text nowhere; left out",
            )
        elif fitting.schema.label(label) is None:
            yield Notice(
                where, f"label {label} is not in the schema; left out (map it with --map {label}=OURS)"
            )
        else:
            spans.append(_span(article, place[0], place[1], label, name, fitting))
    values = yield from _values(foreign, where, name, fitting)
    yield article
    yield _annotation(article, foreign, _numbered(spans), values, fitting)


def _article(foreign: Foreign) -> Article:
    text = foreign.text.replace("\r\n", "\n").replace("\r", "\n")
    published = iso_date(foreign.published or "")
    article = Article.from_text(text, title=foreign.title, source=foreign.origin, published=published)
    given = foreign.id if foreign.id != article.id else None
    return msgspec.structs.replace(article, external_id=given)


def _span(article: Article, start: int, end: int, label: str, name: str, fitting: Fitting) -> Span:
    origin, status = _standing(name, fitting)
    return Span("", start, end, label, article.text[start:end], origin, status=status)


def _standing(name: str, fitting: Fitting) -> tuple[str, Decision]:
    return (HUMAN, "accepted") if fitting.kind == "gold" else (f"import.{name}", "suggested")


def _numbered(spans: list[Span]) -> tuple[Span, ...]:
    ordered = sorted(spans, key=lambda span: (span.start, span.end))
    return tuple(msgspec.structs.replace(span, id=f"s{number}") for number, span in enumerate(ordered, 1))


def _values(
    foreign: Foreign, where: str, name: str, fitting: Fitting
) -> Generator[Finding, None, tuple[FieldValue, ...]]:
    origin, status = _standing(name, fitting)
    values: list[FieldValue] = []
    for field_id, stated in foreign.record.items():
        field = fitting.schema.field(field_id)
        for one in stated if isinstance(stated, list) else [stated]:
            value = _typed(field, one)
            if value is None:
                yield Notice(where, f"{field_id} = {one!r} is no value of this schema; left out")
            else:
                values.append(
                    FieldValue(f"v{len(values) + 1}", field_id, value, origin=origin, status=status)
                )
    return tuple(values)


def _typed(field: Field | None, stated: Any) -> Value | None:
    """Return a stated value as one of the field's type, none when it can't be."""
    text = str(stated).strip()
    if field is None or not text:
        return None
    if field.type == "integer":
        return int(text) if _INTEGER.fullmatch(text) else None
    if field.type == "date":
        return iso_date(text)
    return text if field.type == "text" or text in field.code_ids else None


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
