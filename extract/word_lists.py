"""Word lists of a data file by name, and patterns that hold them: `{kinds}` is any alternative of `kinds`."""

import re
from collections.abc import Mapping
from functools import cached_property

import msgspec

from extract.data_file import read_data
from extract.lazy_pattern import lazy, sparing

_NAME = lazy(r"\{([a-z_]+)\}")


def expand(pattern: str, words: Mapping[str, str]) -> str:
    """Replace names in braces by the alternatives that they stand for."""
    return _NAME.sub(lambda name: f"(?:{words[name[1]]})", pattern)


class WordLists:
    """The lists of one data file, read when one of them is first asked for.

    Args:
        file: a file of this package that holds lists of alternatives (regular expressions), each by its name.
    """

    def __init__(self, file: str) -> None:
        self._file = file

    @cached_property
    def _lists(self) -> dict[str, tuple[str, ...]]:
        return msgspec.convert(read_data(self._file), dict[str, tuple[str, ...]])

    @cached_property
    def _joined(self) -> dict[str, str]:
        return {name: "|".join(words) for name, words in self._lists.items()}

    def __getitem__(self, name: str) -> tuple[str, ...]:
        """Return a list.

        Raises:
            KeyError: the file has none of that name.
        """
        return self._lists[name]

    def lazy(self, pattern: str) -> "re.Pattern[str]":
        """Return a pattern with lists in braces, read and compiled when it is used.

        Raises:
            KeyError: at its first use, if the file has none of a list's name.
            re.error: at its first use, if it is no regular expression.
        """
        return lazy(lambda: expand(pattern, self._joined))

    def sparing(self, pattern: str) -> "re.Pattern[str]":
        """Return the same, not compiled for texts without the words that a match needs."""
        return sparing(lambda: expand(pattern, self._joined))
