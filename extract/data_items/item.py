"""An item of data in a text."""

from typing import NamedTuple


class Item(NamedTuple):
    """An item word in a text, half-open in code points."""

    start: int
    end: int
    weak: bool
    """Whether it counts only beside another item."""
    headed: bool = False
    """Whether only its last part is known: 貯金残高 by 残高."""
    known: bool = True
    """Whether any word list has it; another is an item for its place in a list alone."""
