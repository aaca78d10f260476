"""IOB2 in four columns, as CoNLL-2003 has them: token, two unused columns, tag.

Tokens are morphemes, or characters where spans may begin within a morpheme. White space is no token, so it is
not in the file; a blank line stands after each sentence and line of the text.
"""

from collections.abc import Iterable, Iterator

from store.formats.flat import flat, lost, unheld
from store.formats.piece import Item, Part, Piece, Settings, Tokens
from store.span import Span

BEGINNING = b"-DOCSTART- -X- -X- O\n\n"
UNITS = ("token", "character")
_ENDS = frozenset("。！？")


def write_conll(items: Iterable[Item], settings: Settings) -> Iterator[Piece]:
    """Yield each article as a document, its losses after it."""
    for article, annotation in items:
        tokens = settings.tokenise(article.text) if settings.unit == "token" else characters(article.text)
        spans, overlapping = flat(annotation.gold_spans())
        tags, misfits = tag(spans, tokens)
        yield Part(BEGINNING + "".join(_lines(article.text, tokens, tags)).encode("utf-8", "replace"))
        yield from (lost(article, annotation, "overlapping span") for _ in overlapping)
        yield from (lost(article, annotation, "span that begins or ends within a token") for _ in misfits)
        yield from unheld(article, annotation, record=False, note=False)


def characters(text: str) -> Tokens:
    """Return each character that isn't white space as a token."""
    return [(at, at + 1) for at, character in enumerate(text) if not character.isspace()]


def tag(spans: Iterable[Span], tokens: Tokens) -> tuple[list[str], list[Span]]:
    """Return the IOB2 tag of each token, and the spans whose edges are no tokens' edges."""
    starts = {start: index for index, (start, _) in enumerate(tokens)}
    ends = {end: index for index, (_, end) in enumerate(tokens)}
    tags, misfits = ["O"] * len(tokens), []
    for span in spans:
        if span.start in starts and span.end in ends:
            first, last = starts[span.start], ends[span.end]
            tags[first : last + 1] = [f"B-{span.label}", *[f"I-{span.label}"] * (last - first)]
        else:
            misfits.append(span)
    return tags, misfits


def _lines(text: str, tokens: Tokens, tags: list[str]) -> Iterator[str]:
    before = 0
    for (start, end), mark in zip(tokens, tags, strict=True):
        ended = "\n" in text[before:start] or (before and text[before - 1] in _ENDS)
        if ended and before and not mark.startswith("I-"):
            yield "\n"
        yield f"{text[start:end]} -X- _ {mark}\n"
        before = end
    yield "\n"
