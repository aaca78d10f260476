"""Web and e-mail addresses, inside which no name is a name."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from extract.document import Document
from extract.lazy_pattern import lazy
from extract.mention import Mention

_ADDRESS = lazy(
    r"[A-Za-z0-9._+-](?:(?<=h)ttps?://[!-~]+|(?<![A-Za-z0-9._+-].)[A-Za-z0-9._+-]{0,63}@[A-Za-z0-9.-]{1,255})"
)
"""The first letter stands apart: a text is searched fast for a class of letters."""


def outside_addresses(document: Document, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Pass over mentions that begin inside an address."""
    addresses = document.once(_addresses)
    for mention in mentions:
        index = bisect_right(addresses, mention.start, key=lambda address: address[0]) - 1
        if index < 0 or addresses[index][1] <= mention.start:
            yield mention


def _addresses(document: Document) -> list[tuple[int, int]]:
    return [match.span() for match in _ADDRESS.finditer(document.folded)]
