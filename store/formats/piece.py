"""What writing a format yields: parts of its files, and what the format could not hold."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from store.annotation import Annotation
from store.article import Article
from store.schema import Schema


class Part(msgspec.Struct, frozen=True):
    """Some bytes of a file of the export, which follow those yielded before for the same file."""

    data: bytes
    file: str = ""
    """Path within the export's folder; empty for a format of one file."""


class Loss(msgspec.Struct, frozen=True):
    """Something of an article that the format could not hold."""

    article: str
    """The id by which the export knows the article."""
    what: str


Piece = Part | Loss
Item = tuple[Article, Annotation]
Writer = Callable[[Iterable[Item], Schema], Iterator[Piece]]
