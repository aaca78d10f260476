"""Near-duplicates: the same notice on two sites, which must not be split between training and test."""

import unicodedata
from collections.abc import Iterable
from heapq import nsmallest
from zlib import crc32

from store.article import Article

SHINGLE = 8
"""Characters a shingle."""
SKETCH = 64
"""Shingle hashes kept an article: the smallest, so that the same shingles give the same ones."""
KEYS = 8
"""The first of them, by which articles are looked up."""
ALIKE = 0.5
"""The share of common hashes from which two articles count as one."""

Sketch = tuple[int, ...]


def groups(articles: Iterable[Article]) -> dict[str, str]:
    """Return the group of each article: the id of the first of those that are nearly the same.

    Later articles join the groups of earlier ones, so groups stay when articles are added.
    """
    group: dict[str, str] = {}
    sketches: dict[str, Sketch] = {}
    by_key: dict[int, list[str]] = {}
    for article in articles:
        sketch = sketch_of(article.text)
        near = dict.fromkeys(other for key in sketch[:KEYS] for other in by_key.get(key, ()))
        alike = next((other for other in near if likeness(sketch, sketches[other]) >= ALIKE), None)
        group[article.id] = group[alike] if alike else article.id
        sketches[article.id] = sketch
        for key in sketch[:KEYS]:
            by_key.setdefault(key, []).append(article.id)
    return group


def sketch_of(text: str) -> Sketch:
    """Return the sketch of a text, white space and widths left aside."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    last = max(1, len(plain) - SHINGLE + 1)
    hashes = {crc32(plain[at : at + SHINGLE].encode("utf-8", "surrogatepass")) for at in range(last)}
    return tuple(nsmallest(SKETCH, hashes))


def likeness(one: Sketch, other: Sketch) -> float:
    """Return the estimated share of common shingles (Jaccard), by the smallest hashes of both."""
    smallest = sorted({*one, *other})[:SKETCH]
    common = {*one} & {*other}
    return sum(value in common for value in smallest) / len(smallest)
