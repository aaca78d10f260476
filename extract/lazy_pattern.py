"""Regular expressions compiled when first used: of the hundreds that the rules hold, one text needs some."""

import re
from typing import Any, cast

from extract.kanji_class import quickly_compiled
from extract.needed import Needs, holds

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


class _Waiting:
    """Compiles itself at the first call and takes over the compiled methods: later calls cost no more."""

    def __init__(self, source: str) -> None:
        self.pattern = source

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(quickly_compiled(self.pattern))
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


class _WaitingForWords(_Waiting):
    """Searches no text without the words that a match needs, and so isn't compiled for it."""

    def __init__(self, source: str, needs: Needs) -> None:
        super().__init__(source)
        self._needs = needs

    def search(self, text: str, *stretch: int) -> "re.Match[str] | None":
        """Search until the first text with the words; that one compiles the pattern, which takes over."""
        if not holds(text, self._needs):
            return None
        found: re.Match[str] | None = self.__getattr__("search")(text, *stretch)
        return found


def lazy(source: str, needs: Needs = ()) -> "re.Pattern[str]":
    """Return a pattern that is used like a compiled one, and compiled when it is used.

    Args:
        source: the regular expression.
        needs: words that a match holds (`needed.py`): a search of texts without them compiles nothing.

    Raises:
        re.error: at its first use, if the source is no regular expression.
    """
    return cast("re.Pattern[str]", _WaitingForWords(source, needs) if needs else _Waiting(source))
