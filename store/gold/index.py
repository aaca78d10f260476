"""The index: where in the tables each article, annotation, step and revision is."""

from functools import cached_property
from pathlib import Path

import msgspec

from store.errors import DatasetError
from store.gold.codec import decode
from store.gold.file import Tables

Key = tuple[str, str]
"""An article's id and an annotator."""


class _ArticleKey(msgspec.Struct):
    id: str


class _AnnotationKey(msgspec.Struct):
    article: str
    annotator: str


class _NumberedKey(msgspec.Struct):
    article: str
    annotator: str
    number: int


class Index:
    """Document ids by what people ask for. Steps and revisions are looked through only when asked for."""

    def __init__(self, tables: Tables, path: Path) -> None:
        self._tables = tables
        self._path = path

    @cached_property
    def articles(self) -> dict[str, int]:
        """Articles by id, in order of import."""
        found: dict[str, int] = {}
        for number, raw in self._tables["articles"].items():
            place = f"articles[{number}]"
            key = decode(raw, _ArticleKey, self._path, place).id
            if key in found:
                raise DatasetError(
                    self._path, f"the same article as articles[{found[key]}]: see `akapen doctor`", place
                )
            found[key] = number
        return found

    @cached_property
    def annotations(self) -> dict[Key, int]:
        """Annotations by article and annotator."""
        found: dict[Key, int] = {}
        for number, raw in self._tables["annotations"].items():
            place = f"annotations[{number}]"
            one = decode(raw, _AnnotationKey, self._path, place)
            key = one.article, one.annotator
            if key in found:
                problem = f"the same annotation as annotations[{found[key]}]: see `akapen doctor`"
                raise DatasetError(self._path, problem, place)
            found[key] = number
        return found

    @cached_property
    def steps(self) -> dict[Key, dict[int, int]]:
        """The steps of each annotation by their numbers."""
        return self._numbered("steps")

    @cached_property
    def revisions(self) -> dict[Key, dict[int, int]]:
        """The revisions of each annotation by their numbers."""
        return self._numbered("revisions")

    def _numbered(self, table: str) -> dict[Key, dict[int, int]]:
        found: dict[Key, dict[int, int]] = {}
        for number, raw in self._tables[table].items():
            one = decode(raw, _NumberedKey, self._path, f"{table}[{number}]")
            found.setdefault((one.article, one.annotator), {})[one.number] = number
        return found
