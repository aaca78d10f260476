"""What reading yields besides articles, and how its user names the columns."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from store.annotation import Annotation
from store.article import Article
from store.errors import DataError
from store.published import iso_date


class Notice(msgspec.Struct, frozen=True):
    """Something that was done to a file and that a person should know."""

    source: str
    text: str

    def __str__(self) -> str:
        """Return it as one line."""
        return f"{self.source}: {self.text}"


Finding = Article | Annotation | Notice | DataError
"""One thing that reading comes upon: an article, an annotation that its file has of it, what there is to say.

A fault is a value, so that one bad article can be passed over.
"""

_Found = TypeVar("_Found")


def guarded(findings: Iterator[_Found]) -> Iterator[_Found | DataError]:
    """Turn the error that ends the reading of one file into the last thing that it yields."""
    try:
        yield from findings
    except DataError as error:
        yield error


class Columns(msgspec.Struct, frozen=True):
    """How the columns of a table, or the keys of a JSON line, are called that hold an article."""

    text: str = "text"
    id: str = "id"
    title: str = "title"
    source: str = "source"
    published: str = "published"


class Options(msgspec.Struct, frozen=True):
    """How articles are to be read."""

    columns: Columns = Columns()
    published: str | None = None
    """The publication date of articles that don't state their own, ISO 8601."""


DEFAULTS = Options()


def dated(stated: str | None, options: Options, source: Path | str, place: str | None = None) -> str | None:
    """Return the publication date that a file states, else the one from the options.

    Raises:
        DataError: the file states something that is no date.
    """
    if stated is None or not stated.strip():
        return options.published
    found = iso_date(stated)
    if found is None:
        raise DataError(source, f"{stated!r} is no publication date such as 2024-05-01", place)
    return found
