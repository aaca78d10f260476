"""What writing a format takes and yields: annotated articles in, parts of files and losses out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from store.annotation import Annotation
from store.article import Article
from store.schema import Schema

Tokens = Sequence[tuple[int, int]]
"""Start and end of each token of a text, in order, white space in none."""


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
    annotator: str = ""
    """Of whose annotation."""
    whole: bool = False
    """Whether it is all of the annotation: the export has nothing of it."""


Piece = Part | Loss
Item = tuple[Article, Annotation]


class Settings(msgspec.Struct, frozen=True):
    """What a writer may need besides the articles."""

    schema: Schema
    tokenise: Callable[[str], Tokens]
    """Gives the tokens of a text, for formats that are made of tokens."""
    unit: str
    """One of the format's units, its first where none was asked for."""
    splits: Mapping[str, str] = {}
    """The split of each article by its id, for formats that keep the splits in one; without any, `train`."""


Writer = Callable[[Iterable[Item], Settings], Iterator[Piece]]


class Format(msgspec.Struct, frozen=True):
    """An export format: what it is called, what it is, and what writes it."""

    name: str
    about: str
    write: Writer
    units: tuple[str, ...] = ("",)
    """What `--unit` may ask of it, the default first."""
    suffix: str = ""
    """Of its file, where it is one file."""
    is_folder: bool = False
    """Whether it is several files in a folder."""
    is_text: bool = True
    """Whether a terminal can show it."""
    keeps_splits: bool = False
    """Whether its folder holds all splits together."""
    extra: str | None = None
    """The optional extra whose libraries it needs."""
