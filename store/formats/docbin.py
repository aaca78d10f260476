"""spaCy's DocBin: articles as documents whose entities are our spans, in a file that `spacy train` takes.

A document is words and the blanks behind them, and an entity runs from word to word. The words are
morphemes, cut further at the edges of spans, and all white space but single blanks is words of its own. So
every text and every span is held exactly, which spaCy's own tokeniser doesn't promise.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from store.annotation import Annotation
from store.article import Article
from store.extras import library
from store.formats.flat import flat, name_of, unheld
from store.formats.piece import Item, Loss, Part, Piece, Settings, Tokens
from store.line_view import record_of
from store.schema import Schema
from store.span import Span

SPANS = "sc"
"""The key of `doc.spans` that spaCy's span categoriser reads; it holds all spans, overlapping ones too."""


def write_docbin(items: Iterable[Item], settings: Settings) -> Iterator[Piece]:
    """Yield one DocBin; what stands beside the spans is the `user_data` of each document.

    Raises:
        MissingLibraryError: spaCy is not installed.
    """
    spacy = library("spacy", "spacy")
    vocabulary = spacy.vocab.Vocab()
    documents = spacy.tokens.DocBin(attrs=["ENT_IOB", "ENT_TYPE"], store_user_data=True)
    for article, annotation in items:
        spans = annotation.gold_spans()
        words, blanks = words_of(_sound(article.text), settings.tokenise(article.text), spans)
        document = spacy.tokens.Doc(vocabulary, words=words, spaces=blanks)
        document.user_data = about(article, annotation, settings.schema)
        entities, overlapping = flat(spans)
        document.set_ents([_marked(document, span) for span in entities])
        document.spans[SPANS] = [_marked(document, span) for span in spans]
        documents.add(document)
        what = f'overlapping span (in doc.spans["{SPANS}"] with all spans, not in doc.ents)'
        yield from [Loss(name_of(article), what)] * len(overlapping)
        yield from unheld(article, annotation, record=True, unstated=True, note=True)
    yield Part(documents.to_bytes())


def words_of(text: str, tokens: Tokens, spans: Iterable[Span]) -> tuple[list[str], list[bool]]:
    """Return the words of a text, cut at every edge of a token or span, and whether a blank follows each.

    A blank is a word of its own where a span begins with it or ends behind it.
    """
    starts, ends = {span.start for span in spans}, {span.end for span in spans}
    edges = {0, len(text), *starts, *ends, *(edge for token in tokens for edge in token)}
    words: list[str] = []
    blanks: list[bool] = []
    for start, end in pairwise(sorted(edges)):
        word = text[start:end]
        if word == " " and blanks and not blanks[-1] and start not in starts and end not in ends:
            blanks[-1] = True
        else:
            words.append(word)
            blanks.append(False)
    return words, blanks


def about(article: Article, annotation: Annotation, schema: Schema) -> dict[str, Any]:
    """Return what a document's `user_data` tells of an annotation."""
    values = annotation.gold_values()
    return {
        "id": name_of(article),
        "title": article.title,
        "source": article.source,
        "published": article.published,
        "annotator": annotation.annotator,
        "status": annotation.status,
        "note": annotation.note,
        "record": record_of(values, schema),
        "not_stated": [value.field for value in values if value.value is None],
    }


def _marked(document: Any, span: Span) -> Any:
    return document.char_span(span.start, span.end, label=span.label)


def _sound(text: str) -> str:
    """Return a text of the same length without halves of surrogate pairs, which spaCy can't encode."""
    return text.encode("utf-8", "replace").decode("utf-8")
