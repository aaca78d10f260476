"""IOB2, read: tokens joined to a text again, without the white space that the format doesn't hold."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from store.errors import DataError
from store.formats.foreign import Foreign, ForeignFinding, ForeignSpan
from store.text_file import read_text

_COLUMN = re.compile(r"[^ \t]+")

Row = tuple[int, str, str]
"""Line number, token and tag; an empty token between sentences."""


def read_conll(path: Path) -> Iterator[ForeignFinding]:
    """Yield the documents of a file; the first column is the token, the last the tag, blanks or tabs between.

    Other white space may be a token, as U+3000 is to some tokenisers.
    """
    text, _ = read_text(path)
    rows: list[Row] = []
    document = 0
    for number, line in enumerate([*text.split("\n"), "-DOCSTART-"], 1):
        cells = _COLUMN.findall(line)
        if cells and cells[0] == "-DOCSTART-":
            if any(token for _, token, _ in rows):
                document += 1
                yield from _document(rows, str(path), document)
            rows = []
        elif len(cells) == 1:
            yield DataError(path, "a token without a tag", f"line {number}")
        else:
            rows.append((number, cells[0], cells[-1]) if cells else (number, "", ""))


def _document(rows: Iterable[Row], source: str, number: int) -> Iterator[ForeignFinding]:
    text, spans = "", []
    begun: tuple[int, str] | None = None
    for line, token, tag in [*rows, (0, "", "")]:
        kind, _, label = tag.partition("-")
        if token and kind not in ("O", "B", "I"):
            yield DataError(source, f"{tag!r} is no IOB2 tag", f"line {line}")
        if begun and (kind != "I" or label != begun[1]):
            spans.append(ForeignSpan(begun[0], len(text), begun[1], text[begun[0] :]))
            begun = None
        text += _between(text, token)
        if kind in ("B", "I") and begun is None:
            begun = len(text), label
        text += token
    yield Foreign(text.strip("\n"), source, f"document {number}", tuple(spans), unit="code-point")


def _between(text: str, token: str) -> str:
    """A line end between sentences, a blank between two words in Latin letters, else nothing."""
    if not token:
        return "\n" if text and not text.endswith("\n") else ""
    return (
        " "
        if text[-1:].isascii() and text[-1:].isalnum() and token[0].isascii() and token[0].isalnum()
        else ""
    )
