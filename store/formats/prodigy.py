"""Prodigy's JSON Lines: tokens, spans on tokens (`token_end` inclusive), hashes and an answer."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from hashlib import sha256
from typing import Any

import msgspec

from store.annotation import Annotation, Status
from store.article import Article
from store.formats.flat import flat, name_of, unheld
from store.formats.piece import Item, Loss, Part, Piece, Settings, Tokens
from store.line_view import record_of
from store.span import Span

_ANSWERS: dict[Status, str] = {"confirmed": "accept", "skipped": "ignore", "flagged": "ignore"}


def write_prodigy(items: Iterable[Item], settings: Settings) -> Iterator[Piece]:
    """Yield one task a line; spans that aren't on tokens stand without them, and are said."""
    for article, annotation in items:
        tokens = settings.tokenise(article.text)
        starts = {start: number for number, (start, _) in enumerate(tokens)}
        ends = {end: number for number, (_, end) in enumerate(tokens)}
        spans = [_span(span, starts, ends) for span in annotation.gold_spans()]
        task = _task(article, annotation, tokens, spans, settings)
        yield Part(msgspec.json.encode(task) + b"\n")
        misfits = sum("token_start" not in span for span in spans)
        yield from [Loss(name_of(article), "span that begins or ends within a token")] * misfits
        yield from unheld(article, annotation, record=True)


def _task(
    article: Article, annotation: Annotation, tokens: Tokens, spans: list[dict[str, Any]], settings: Settings
) -> dict[str, Any]:
    overlaps = bool(flat(annotation.gold_spans())[1])
    name = annotation.annotator
    return {
        "text": article.text,
        "_input_hash": _hash(article.text),
        "_task_hash": _hash(article.text, msgspec.json.encode(spans).decode()),
        "tokens": list(_tokens(article.text, tokens)),
        "spans": spans,
        "record": record_of(annotation.gold_values(), settings.schema),
        "meta": {
            "id": name_of(article),
            "title": article.title,
            "source": article.source,
            "published": article.published,
        },
        "answer": _ANSWERS.get(annotation.status, "ignore"),
        "_view_id": "spans_manual" if overlaps else "ner_manual",
        "_timestamp": _seconds(annotation.confirmed or annotation.updated),
        "_annotator_id": name,
        "_session_id": name,
    }


def _hash(*parts: str) -> int:
    """A signed 32-bit hash, as Prodigy keeps them."""
    digest = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:4], "big", signed=True)


def _tokens(text: str, tokens: Tokens) -> Iterator[dict[str, Any]]:
    for number, (start, end) in enumerate(tokens):
        yield {
            "text": text[start:end],
            "start": start,
            "end": end,
            "id": number,
            "ws": text[end : end + 1] == " ",
        }


def _span(span: Span, starts: dict[int, int], ends: dict[int, int]) -> dict[str, Any]:
    plain = {"start": span.start, "end": span.end, "label": span.label, "text": span.text}
    if span.start not in starts or span.end not in ends:
        return plain
    return plain | {"token_start": starts[span.start], "token_end": ends[span.end]}


def _seconds(time: str) -> int:
    return int(datetime.fromisoformat(time).timestamp()) if time else 0
