"""Regular expressions compiled when first used: of the hundreds that the rules hold, one text needs some."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, cast

from extract.kanji_class import with_rare_kanji
from extract.needed import Needs, holds, needed
from extract.pattern_cache import pattern_cache

Source = str | Callable[[], str]
"""A regular expression, or what returns one that is made of data files."""

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


class _Waiting:
    """Compiles itself at the first call and takes over the compiled methods: later calls cost no more."""

    def __init__(self, source: Source) -> None:
        self._source = source

    @cached_property
    def pattern(self) -> str:
        """The regular expression."""
        return self._source if isinstance(self._source, str) else self._source()

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = pattern_cache().compile(with_rare_kanji(self.pattern))
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


_OFTEN = 20
"""Texts in which to look for the words of a pattern costs more than to compile it."""


class _Sparing(_Waiting):
    """Is compiled for the first text with the words that a match needs; if not told, it works out which.

    To be matched at one place it is compiled at once: that costs less than to look for words in a text. So it
    is where many texts were asked.
    """

    def __init__(self, source: Source, needs: Needs | None = None) -> None:
        super().__init__(source)
        self._spared = 0
        if needs is not None:
            self._needs = needs

    @cached_property
    def _needs(self) -> Needs:
        return needed(self.pattern)

    def search(self, text: str, *stretch: int) -> "re.Match[str] | None":
        """Search the texts that have the words."""
        found: re.Match[str] | None = self._found("search", text, *stretch)
        return found

    def finditer(self, text: str, *stretch: int) -> Iterator["re.Match[str]"]:
        """Yield the matches in the texts that have the words."""
        found: Iterator[re.Match[str]] = self._found("finditer", text, *stretch) or iter(())
        return found

    def _found(self, method: str, text: str, *stretch: int) -> Any:
        self._spared += 1
        is_compiled = self._spared > _OFTEN or holds(text, self._needs)
        return self.__getattr__(method)(text, *stretch) if is_compiled else None


def lazy(source: Source, needs: Needs = ()) -> "re.Pattern[str]":
    """Return a pattern that is used like a compiled one, and compiled when it is used.

    Args:
        source: the regular expression, or what returns it when it is first used.
        needs: words that a match holds (`needed.py`): a search of texts without them compiles nothing.

    Raises:
        re.error: at its first use, if the source is no regular expression.
    """
    return cast("re.Pattern[str]", _Sparing(source, needs) if needs else _Waiting(source))


def sparing(source: Source) -> "re.Pattern[str]":
    """Return a lazy pattern that isn't compiled for texts without the words that a match needs.

    It pays for long patterns of rare words, asked of short texts or once a text.
    """
    return cast("re.Pattern[str]", _Sparing(source))
