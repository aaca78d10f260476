"""Garbage around the start: none is collected before the first article, and what was made by then stays.

Nearly all of that lasts as long as the program. To look through it again and again would cost the start a
tenth of its time, and later on a key now and then some 50 ms. Later on it is looked for rarely, for a key
leaves next to nothing behind that isn't given free at once.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

NEW = 5_000
"""How many more objects there are when garbage is looked for. Python has 700, which is thrice a key."""


def hold() -> None:
    """Collect nothing until `settle`."""
    gc.disable()


def settle() -> None:
    """Collect what comes to be from now on, where `hold` was asked for."""
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(NEW)
        gc.enable()


@contextmanager
def held() -> Iterator[None]:
    """Collect nothing until `settle` or the end of the block."""
    hold()
    try:
        yield
    finally:
        settle()
