"""Code points and terminal cells: the one place where the two are converted.

A text is seen as clusters: what a reader takes for one character, be it a kana with its combining mark, an
emoji family or a flag. Clusters are never cut. Each takes one cell or two, also those that stand for what is
invisible: no character of a text is without a place on the screen.
"""

from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category

import msgspec
from rich.cells import cell_len

from tui.text.characters import characters

LONGEST_CLUSTER = 32
"""Code points; the bound of Unicode's stream-safe text. Marks piled higher begin a cluster of their own."""

_JOINS = 255
_ZWJ = "\u200d"
_WIDE_STYLE = "\ufe0f"
_FLAG = "\U0001f3f4"
_FILLERS = "\u1160\u3164\uffa0"


class Cells(msgspec.Struct, frozen=True):
    """A text measured in terminal cells. All offsets are code points of the text."""

    text: str
    widths: bytes
    """For each code point that begins a cluster, the cluster's cells; 0 for the others."""
    symbols: dict[int, str]
    """What stands for some characters wherever they are (the shape that `str.translate` takes)."""
    alone: dict[int, str]
    """What stands at some offsets: marks that have nothing to join."""

    @classmethod
    def of(cls, text: str) -> "Cells":
        """Measure a text."""
        letters = set(text)
        simple = {letter: _simple_cells(letter) for letter in letters}
        widths = bytearray(map(simple.__getitem__, text))
        symbols = {ord(letter): shown for letter in letters if (shown := symbol(letter)) is not None}
        alone = _join(text, widths, symbols)
        return cls(text, bytes(widths), symbols, alone)

    def start(self, offset: int) -> int:
        """Return where the cluster that holds a code point begins."""
        while 0 < offset < len(self.widths) and not self.widths[offset]:
            offset -= 1
        return offset

    def end(self, offset: int) -> int:
        """Return where the cluster that holds a code point ends."""
        offset = min(offset + 1, len(self.widths))
        while offset < len(self.widths) and not self.widths[offset]:
            offset += 1
        return offset

    def width(self, start: int, end: int) -> int:
        """Return how many cells a stretch takes."""
        return sum(self.widths[start:end])

    def shown(self, start: int, end: int) -> str:
        """Return a stretch as it goes to the terminal: nothing in it acts on the terminal or is invisible."""
        part = self.text[start:end]
        if self.alone:
            marks = [place for place in range(start, end) if place in self.alone]
            if marks:
                return "".join(self._pieces(start, end, marks))
        return part.translate(self.symbols) if self.symbols else part

    def stand_ins(self, start: int, end: int) -> list[int]:
        """Return the offsets at which something else is shown than what the text has."""
        if not self.symbols and not self.alone:
            return []
        text = self.text
        return [
            place for place in range(start, end) if ord(text[place]) in self.symbols or place in self.alone
        ]

    def _pieces(self, start: int, end: int, marks: list[int]) -> Iterator[str]:
        for mark in marks:
            yield self.text[start:mark].translate(self.symbols)
            yield self.alone[mark]
            start = mark + 1
        yield self.text[start:end].translate(self.symbols)


def shown(text: str) -> str:
    """Return a text from outside as it may go to a terminal, in one piece."""
    return Cells.of(text).shown(0, len(text))


@lru_cache(4096)
def symbol(letter: str) -> str | None:
    """Return what stands for a character that would be invisible or would act on the terminal, else none."""
    symbols = characters().symbols
    code = ord(letter)
    if letter == "\t":
        return symbols.tab
    if code < 0x20 or code == 0x7F:
        return chr(0x2400 + code) if code < 0x20 else "␡"
    for direction, letters in characters().directions.items():
        if letter in letters:
            return str(getattr(symbols, direction))
    kind = category(letter)
    if kind in ("Zl", "Zp"):
        return symbols.line
    if kind in ("Cc", "Cs") or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
        return symbols.undefined
    if (kind == "Cf" and letter != _ZWJ and not _is_tag(code)) or letter in _FILLERS:
        return symbols.invisible
    return None


@lru_cache(4096)
def _simple_cells(letter: str) -> int:
    """Return the cells of a character by itself, `_JOINS` for one that may join the one before."""
    if (stand_in := symbol(letter)) is not None:
        return cell_len(stand_in)
    if _is_regional(letter) or letter in "ﾞﾟ" or letter == _ZWJ or _is_tag(ord(letter)):
        return _JOINS
    return cell_len(letter) or _JOINS


def _join(text: str, widths: bytearray, symbols: dict[int, str]) -> dict[int, str]:
    """Settle every code point that may join: 0 where it does, the cells of its stand-in where it doesn't."""
    alone: dict[int, str] = {}
    base, last = 0, -1
    place = widths.find(_JOINS)
    while place >= 0:
        if place - 1 != last:
            base = place - 1
        joined = 0 if base < 0 or ord(text[base]) in symbols else _joined(text, base, place, widths)
        if joined:
            widths[place : place + joined] = bytes(joined)
            last = place + joined - 1
        else:
            base = last = place
            widths[place] = _stand_alone(text[place], place, alone)
        place = widths.find(_JOINS, place + 1)
    return alone


def _joined(text: str, base: int, place: int, widths: bytearray) -> int:
    """Return how many code points from `place` on join the cluster at `base`; widen it if they do so."""
    letter = text[place]
    if place - base >= LONGEST_CLUSTER or (base != place - 1 and widths[place - 1]):
        return 0
    if letter == _ZWJ:
        follows = text[place + 1 : place + 2]
        return 2 if _is_pictograph(text[base]) and follows and _is_pictograph(follows) else 0
    if _is_regional(letter):
        pairs = _is_regional(text[base]) and place == base + 1
        widths[base] += pairs
        return int(pairs)
    if letter in "ﾞﾟ":
        pairs = "ｦ" <= text[base] <= "ﾝ" and place == base + 1
        widths[base] += pairs
        return int(pairs)
    if _is_tag(ord(letter)):
        return int(text[base] == _FLAG)
    if "\U0001f3fb" <= letter <= "\U0001f3ff":
        return int(_is_pictograph(text[base]))
    if letter == _WIDE_STYLE and widths[base] == 1:
        widths[base] += _widens(text[base])
    return 1


def _stand_alone(letter: str, place: int, alone: dict[int, str]) -> int:
    """Note what stands for a joining character without a base, and return its cells."""
    if _is_regional(letter) or letter in "ﾞﾟ":
        return 1
    visible = category(letter) in ("Mn", "Mc", "Me", "Lo") and not _is_selector(letter)
    alone[place] = "◌" + letter if visible else characters().symbols.invisible
    return 1


@lru_cache(4096)
def _widens(letter: str) -> bool:
    """Whether the emoji form of a character is wider than its text form."""
    return cell_len(letter + _WIDE_STYLE) > cell_len(letter)


def _is_regional(letter: str) -> bool:
    return "\U0001f1e6" <= letter <= "\U0001f1ff"


def _is_tag(code: int) -> bool:
    return 0xE0020 <= code <= 0xE007F


def _is_selector(letter: str) -> bool:
    return "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef" or letter == "\u034f"


def _is_pictograph(letter: str) -> bool:
    """Whether an emoji sequence can go on from or to it; Python has no table of the property itself."""
    if letter < "\u00a9":
        return False
    if _widens(letter) or "\U0001f000" <= letter <= "\U0001faff":
        return not "\U0001f3fb" <= letter <= "\U0001f3ff"
    return "\u203c" <= letter <= "\u2bff" and cell_len(letter) == 2
