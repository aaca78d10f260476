"""Prodigy's JSON Lines: tokens, spans on tokens (`token_end` inclusive), hashes and an answer.

Prodigy passes over spans that aren't on tokens when it trains, so the tokens are cut at the edges of spans.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any

import msgspec

from store.annotation import Annotation, Status
from store.article import Article
from store.clock import moment
from store.formats.flat import flat, name_of, unheld
from store.formats.piece import Item, Part, Piece, Settings
from store.formats.words import Word, words_of
from store.line_view import evidence_of, not_stated_of, record_of
from store.span import Span

_ANSWERS: dict[Status, str] = {"confirmed": "accept", "skipped": "ignore", "flagged": "ignore"}


def write_prodigy(items: Iterable[Item], settings: Settings) -> Iterator[Piece]:
    """Yield one task a line."""
    for article, annotation in items:
        yield Part(msgspec.json.encode(_task(article, annotation, settings)) + b"\n")
        yield from unheld(article, annotation)


def _task(article: Article, annotation: Annotation, settings: Settings) -> dict[str, Any]:
    gold, values = annotation.gold_spans(), annotation.gold_values()
    words = words_of(article.text, settings.tokenise(article.text), gold)
    spans = list(_spans(gold, words))
    overlaps = bool(flat(gold)[1])
    name = annotation.annotator
    return {
        "text": article.text,
        "_input_hash": _hash(article.text),
        "_task_hash": _hash(article.text, msgspec.json.encode(spans).decode()),
        "tokens": list(_tokens(article.text, words)),
        "spans": spans,
        "record": record_of(values, settings.schema),
        "evidence": evidence_of(values, gold),
        "not_stated": not_stated_of(values),
        "note": annotation.note,
        "meta": {
            "id": name_of(article),
            "title": article.title,
            "source": article.source,
            "published": article.published,
        },
        "answer": _ANSWERS.get(annotation.status, "ignore"),
        "_view_id": "spans_manual" if overlaps else "ner_manual",
        "_timestamp": int(moment(annotation.confirmed or annotation.updated)),
        "_annotator_id": name,
        "_session_id": name,
    }


def _hash(*parts: str) -> int:
    """A signed 32-bit hash, as Prodigy keeps them."""
    digest = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:4], "big", signed=True)


def _tokens(text: str, words: Sequence[Word]) -> Iterator[dict[str, Any]]:
    for number, (start, end, blank) in enumerate(words):
        yield {"text": text[start:end], "start": start, "end": end, "id": number, "ws": blank}


def _spans(spans: Iterable[Span], words: Sequence[Word]) -> Iterator[dict[str, Any]]:
    starts = {word.start: number for number, word in enumerate(words)}
    ends = {word.end: number for number, word in enumerate(words)}
    for span in spans:
        plain = {"start": span.start, "end": span.end, "label": span.label, "text": span.text}
        yield plain | {"token_start": starts[span.start], "token_end": ends[span.end]}
