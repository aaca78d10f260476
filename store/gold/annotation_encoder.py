"""Annotations as JSON documents: an edit changes one of ten thousand spans, and only that one is encoded.

The others have been and are known to read back the same. All of them would take 10 ms at every save, in which
no other thread goes on, and so no key is answered.
"""

from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from store.annotation import Annotation
from store.change import shared
from store.gold.codec import encode
from store.span import Span

FEW = 1_000
"""Spans; an annotation with no more is encoded as a whole, in half a millisecond."""


class AnnotationEncoder:
    """Encodes annotations, and remembers the spans of the last one that has many.

    Args:
        path: the file that they are for.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last: tuple[tuple[Span, ...], tuple[msgspec.Raw, ...]] = (), ()

    def encode(self, annotation: Annotation, place: str) -> msgspec.Raw:
        """Return an annotation as a JSON document that reads back the same.

        Args:
            annotation: which.
            place: where it will stand in the file, as `annotations[12]`.

        Raises:
            DatasetError: it holds what a gold file can't.
        """
        if len(annotation.spans) <= FEW:
            return encode(annotation, self._path, place)
        encode(replace(annotation, spans=()), self._path, place)
        spans: Any = self._encoded(annotation.spans, place)
        return msgspec.Raw(msgspec.json.encode(replace(annotation, spans=spans)))

    def _encoded(self, spans: tuple[Span, ...], place: str) -> tuple[msgspec.Raw, ...]:
        last, known = self._last
        head, tail = shared(last, spans)
        changed = spans[head : len(spans) - tail]
        fresh = [encode(span, self._path, f"{place}.spans[{at}]") for at, span in enumerate(changed, head)]
        raws = (*known[:head], *fresh, *known[len(known) - tail :])
        self._last = spans, raws
        return raws
