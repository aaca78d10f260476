"""Regular expressions compiled when first used: of the hundreds that the rules hold, one text needs some."""

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


class _Waiting:
    """Compiles itself at the first call and takes over the compiled methods: later calls cost no more."""

    def __init__(self, source: str) -> None:
        self.pattern = source

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: str) -> "re.Pattern[str]":
    """Return a pattern that is used like a compiled one, and compiled when it is used.

    Raises:
        re.error: at its first use, if the source is no regular expression.
    """
    return cast("re.Pattern[str]", _Waiting(source))
