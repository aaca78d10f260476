"""Near-duplicates: the same notice on two sites, which must not be split between training and test.

Each text is cut into overlapping runs of characters; the smallest hashes of these make its sketch, and how
many two sketches share estimates how alike the texts are (A. Broder, On the Resemblance and Containment of
Documents, 1997). One pass over the articles, at a constant cost each.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from heapq import nsmallest
from zlib import crc32

from store.article import Article

RUN = 5
"""Characters a run: long enough that runs shared by chance are rare in Japanese."""
SKETCH = 128
"""Hashes a sketch; the estimate is off by 0.04 as a rule."""
ALIKE = 0.5
"""Share of the runs that two texts must have in common: half of the whole of both."""
CROWD = 8
"""Articles remembered a hash, and compared an article: stock phrases tell nothing and must not cost."""

_NO_LETTER = re.compile(r"[\W_]+")


def sketch_of(text: str) -> frozenset[int]:
    """Return the sketch of a text; width, case, spaces and punctuation don't matter."""
    plain = _NO_LETTER.sub("", unicodedata.normalize("NFKC", text).casefold())
    runs = {plain[at : at + RUN] for at in range(max(1, len(plain) - RUN + 1))}
    return frozenset(nsmallest(SKETCH, {crc32(run.encode("utf-8", "surrogatepass")) for run in runs}))


def likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """Return about which share of the runs of both texts together they have in common."""
    smallest = nsmallest(SKETCH, one | other)
    return sum(value in one and value in other for value in smallest) / len(smallest)


def groups(articles: Iterable[Article]) -> dict[str, str]:
    """Return the group of each article: the id of its first member, by which it stays called as it grows.

    Args:
        articles: in the order of their import.
    """
    ids: list[str] = []
    first: list[int] = []
    sketches: list[frozenset[int]] = []
    known: dict[int, list[int]] = {}
    for at, article in enumerate(articles):
        mine = sketch_of(article.text)
        met = Counter(other for value in mine for other in known.get(value, ()))
        likeliest = (other for other, _ in met.most_common(CROWD))
        ids.append(article.id)
        first.append(at)
        _join(first, at, [other for other in likeliest if likeness(mine, sketches[other]) >= ALIKE])
        sketches.append(mine)
        for value in mine:
            crowd = known.setdefault(value, [])
            if len(crowd) < CROWD:
                crowd.append(at)
    return {article_id: ids[_first(first, at)] for at, article_id in enumerate(ids)}


def _join(first: list[int], at: int, alike: Iterable[int]) -> None:
    """Make one group of an article and those that it resembles; the oldest member gives the name."""
    members = {_first(first, other) for other in (at, *alike)}
    for member in members:
        first[member] = min(members)


def _first(first: list[int], at: int) -> int:
    while first[at] != at:
        at = first[at]
    return at
