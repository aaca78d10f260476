"""A drain: what a library writes into a file, handed on as it comes instead of kept."""

from io import RawIOBase
from typing import Any


class Drain(RawIOBase):
    """A file open for writing only, whose bytes can be taken away at any time."""

    def __init__(self) -> None:
        self._waiting = bytearray()
        self._written = 0

    def writable(self) -> bool:
        """Whether it can be written: always."""
        return True

    def write(self, data: Any) -> int:
        """Take bytes in."""
        taken = bytes(data)
        self._waiting += taken
        self._written += len(taken)
        return len(taken)

    def tell(self) -> int:
        """How many bytes have been written in all."""
        return self._written

    def take(self) -> bytes:
        """Return what was written since the last time."""
        taken = bytes(self._waiting)
        self._waiting.clear()
        return taken
