"""What stands twice in a gold file: JSON readers take the last and drop the others without a word.

Files that were joined by hand or by a version control have it: two people's new documents got one number.
"""

import re
from collections.abc import Iterator, Mapping

import msgspec

Found = Mapping[str, Mapping[str, msgspec.Raw]]
"""Documents by table and number, as a JSON reader has them."""

_KEY = re.compile(rb'[\s{},]*("(?:[^"\\]|\\.)*")\s*:\s*')
_END = re.compile(rb"[\s}]*")


def twice(data: bytes, found: Found) -> str | None:
    """Return the first place in a file, as `steps[3]`, behind which something is that no reader would see.

    Args:
        data: a whole gold file.
        found: what a JSON reader makes of it: with nothing twice, its documents in the order of the file.
    """
    at, table = 0, ""
    for name, number, raw in _expected(found):
        head = _KEY.match(data, at)
        key = msgspec.json.decode(head[1], type=str) if head else ""
        place = f"{table}[{key}]" if table and key.isdigit() else key
        if head is None or key != (name if number is None else number):
            return place
        at = head.end() + len(raw)
        if data[head.end() : at] != raw:
            return place
        table = name
    return None if _END.fullmatch(data, at) else f"{table} (at its end)"


def _expected(found: Found) -> Iterator[tuple[str, str | None, bytes]]:
    """Yield the head of each table, then each of its documents, with the bytes that are to follow."""
    for name, table in found.items():
        yield name, None, b"{"
        for number, raw in table.items():
            yield name, number, bytes(raw)
