"""doccano's JSON Lines for sequence labelling: `label` holds start, end and label; `Comments` the note."""

from collections.abc import Iterable, Iterator

import msgspec

from store.formats.flat import name_of, unheld
from store.formats.offsets import to_unit
from store.formats.piece import Item, Part, Piece, Settings
from store.line_view import evidence_of, not_stated_of, record_of


def write_doccano(items: Iterable[Item], settings: Settings) -> Iterator[Piece]:
    """Yield one line an annotation.

    Further keys become an example's metadata in doccano; the note is among them, for doccano drops comments.
    """
    for article, annotation in items:
        at = to_unit(article.text, settings.unit)
        spans, values = annotation.gold_spans(), annotation.gold_values()
        line = {
            "id": name_of(article),
            "text": article.text,
            "label": [[at(span.start), at(span.end), span.label] for span in spans],
            "title": article.title,
            "source": article.source,
            "published": article.published,
            "annotator": annotation.annotator,
            "record": record_of(values, settings.schema),
            "evidence": {
                field: [[at(start), at(end)] for start, end in places]
                for field, places in evidence_of(values, spans).items()
            },
            "not_stated": not_stated_of(values),
            "offset_unit": settings.unit,
            "note": annotation.note,
            "Comments": [annotation.note] if annotation.note else [],
        }
        yield Part(msgspec.json.encode(line) + b"\n")
        yield from unheld(article, annotation)
