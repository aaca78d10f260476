"""spaCy's DocBin: articles as documents whose entities are our spans, in a file that `spacy train` takes.

An entity runs from word to word, so the words are morphemes cut further at the edges of spans. So every text
and every span is held exactly, which spaCy's own tokeniser doesn't promise.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from store.annotation import Annotation
from store.article import Article
from store.extras import library
from store.formats.flat import flat, lost, name_of, unheld
from store.formats.piece import Item, Part, Piece, Settings
from store.formats.words import words_of
from store.line_view import evidence_of, not_stated_of, record_of
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
        text = _sound(article.text)
        words = words_of(text, settings.tokenise(text), spans)
        document = spacy.tokens.Doc(
            vocabulary, [text[word.start : word.end] for word in words], [word.blank for word in words]
        )
        entities, overlapping = flat(spans)
        document.set_ents([_marked(document, span) for span in entities])
        document.spans[SPANS] = [_marked(document, span) for span in spans]
        document.user_data = _about(article, annotation, settings.schema)
        documents.add(document)
        what = f'overlapping span (in doc.spans["{SPANS}"] with all spans, not in doc.ents)'
        yield from [lost(article, annotation, what)] * len(overlapping)
        yield from unheld(article, annotation)
    yield Part(documents.to_bytes())


def _about(article: Article, annotation: Annotation, schema: Schema) -> dict[str, Any]:
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
        "evidence": evidence_of(values, annotation.gold_spans()),
        "not_stated": not_stated_of(values),
    }


def _marked(document: Any, span: Span) -> Any:
    return document.char_span(span.start, span.end, label=span.label)


def _sound(text: str) -> str:
    """Return a text of the same length without halves of surrogate pairs, which spaCy can't encode."""
    return text.encode("utf-8", "replace").decode("utf-8")
