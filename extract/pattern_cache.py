"""Compiled patterns kept between starts, beside Python's own compiled modules.

Compiling what one article needs of the rules' patterns takes 0.15 s, half of a start; what `re` compiles
them to, a list of numbers, is loaded in 5 ms. The numbers mean something to one version of `re` only, so the
file is named by it; `re` checks them before it uses them. Without them patterns are compiled as ever.
"""

import atexit
import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any
from zlib import crc32

import msgspec

_MOST = 2_000
"""Patterns in the file; beyond it those of rules that are no more are left out."""
_MADE = 2
"""Changes with what becomes of a pattern here, so that files of earlier versions are passed over."""
_CHECK = 4
"""Bytes of the check sum that the file begins with."""


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """What `re` makes of a pattern before it can match."""

    flags: int
    code: bytes
    groups: int
    names: dict[str, int]


class PatternCache:
    """The patterns compiled by earlier starts and by this one.

    Args:
        path: the file, which need not exist.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept = _load(path)
        self._used: dict[str, msgspec.Raw] = {}
        self._has_new = False

    def compile(self, source: str) -> "re.Pattern[str]":
        """Return a compiled pattern.

        Raises:
            re.error: the source is no regular expression.
        """
        packed = self._kept.get(source)
        try:
            if packed is None:
                packed = msgspec.Raw(msgspec.msgpack.encode(_compiled(source)))
                self._has_new = True
            pattern = _ready(source, msgspec.msgpack.decode(packed, type=_Kept))
        except (ImportError, AttributeError, TypeError, RuntimeError, msgspec.MsgspecError):  # another `re`
            return re.compile(source)
        self._used[source] = packed
        return pattern

    def save(self) -> None:
        """Keep what this start has compiled, where the folder can be written to."""
        if not self._has_new:
            return
        from store.files import write_atomically

        patterns = self._kept | self._used
        packed = msgspec.msgpack.encode(patterns if len(patterns) <= _MOST else self._used)
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, (crc32(packed).to_bytes(_CHECK), packed))


@cache
def pattern_cache() -> PatternCache:
    """Return the cache of this process, which is saved at its end."""
    version = f"{getattr(import_module('_sre'), 'MAGIC', 0)}-{sys.byteorder}-{_MADE}"
    kept = PatternCache(Path(cache_from_source(__file__)).with_suffix(f".{version}.patterns"))
    atexit.register(kept.save)
    return kept


def _load(path: Path) -> dict[str, msgspec.Raw]:
    """Return what the file holds of each pattern, to be read when asked for; nothing if it is damaged."""
    try:
        data = path.read_bytes()
        if int.from_bytes(data[:_CHECK]) != crc32(data[_CHECK:]):
            return {}
        return msgspec.msgpack.decode(data[_CHECK:], type=dict[str, msgspec.Raw])
    except (OSError, msgspec.MsgspecError):
        return {}


def _compiled(source: str) -> _Kept:
    """Do the first part of `re.compile` by the functions that it is made of, told how matches begin."""
    from extract.beginnings import led_by_letters  # here, for it needs a `re` of this make as well

    parser: Any = import_module("re._parser")
    compiler: Any = import_module("re._compiler")
    parsed = parser.parse(source)
    flags = parsed.state.flags
    code: list[int] = []
    compiler._compile_info(code, led_by_letters(parsed), flags)
    compiler._compile(code, parsed.data, flags)
    code.append(compiler.SUCCESS)
    return _Kept(flags, array("I", code).tobytes(), parsed.state.groups - 1, parsed.state.groupdict)


def _ready(source: str, kept: _Kept) -> "re.Pattern[str]":
    """Do the second part of `re.compile`, which takes a hundredth of the time."""
    engine: Any = import_module("_sre")
    by_number: list[str | None] = [None] * (kept.groups + 1)
    for name, number in kept.names.items():
        by_number[number] = name
    code = array("I", kept.code).tolist()
    pattern: re.Pattern[str] = engine.compile(
        source, kept.flags, code, kept.groups, kept.names, tuple(by_number)
    )
    return pattern
