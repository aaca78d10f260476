"""What a terminal of 16 colours shows: of those that can be read on their ground, the nearest in hue.

The framework takes the nearest of all: yellow on white, and grey for most labels.
"""

from functools import lru_cache

from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from tui.look.contrast import READABLE, contrast

_VGA = (
    "000000 AA0000 00AA00 AA5500 0000AA AA00AA 00AAAA AAAAAA"
    " 555555 FF5555 55FF55 FFFF55 5555FF FF55FF 55FFFF FFFFFF"
)
_XTERM = (
    "000000 CD0000 00CD00 CDCD00 0000EE CD00CD 00CDCD E5E5E5"
    " 7F7F7F FF0000 00FF00 FFFF00 5C5CFF FF00FF 00FFFF FFFFFF"
)
PALETTES = tuple(tuple(Color.parse(f"#{part}") for part in named.split()) for named in (_VGA, _XTERM))
"""The colours by their numbers. Terminals differ in them: what can be read must be so in both."""

GREYS = BLACK, _, _, WHITE = 0, 7, 8, 15
HUED = 0.2
"""How far the strongest of red, green and blue is above the weakest in a colour that has a hue, of 1."""


class FewColours(LineFilter):
    """Paints in the 16 colours that every terminal has."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return segments in those colours."""
        return [
            Segment(text, painted(style) if style else style, control) for text, style, control in segments
        ]


@lru_cache(4096)
def painted(style: Style) -> Style:
    """Return a style with ink and ground of the 16."""
    if style.color is None or style.bgcolor is None:
        return style
    ground = style.bgcolor.downgrade(ColorSystem.STANDARD).number or BLACK
    ink = _ink(Color.from_rich_color(style.color), ground)
    return style + Style(color=RichColor.from_ansi(ink), bgcolor=RichColor.from_ansi(ground))


def _ink(colour: Color, ground: int) -> int:
    """Return the nearest ink that can be read: in hue, if the colour has one, else in lightness."""
    inks = readable_on(ground)
    hued = [ink for ink in inks if ink not in GREYS] if _reach(colour) >= HUED else []
    among = hued or [ink for ink in inks if ink in GREYS]
    return min(among, key=lambda ink: _apart(colour, PALETTES[0][ink]))


@lru_cache(16)
def readable_on(ground: int) -> tuple[int, ...]:
    """Return the colours that can be read on one of the 16, black or white in any case."""

    def least(ink: int) -> float:
        return min(contrast(palette[ink], palette[ground]) for palette in PALETTES)

    best = max(BLACK, WHITE, key=least)
    return tuple(ink for ink in range(16) if ink == best or least(ink) >= READABLE)


def _reach(colour: Color) -> float:
    return max(colour.normalized) - min(colour.normalized)


def _apart(one: Color, other: Color) -> tuple[float, float]:
    """Return how far apart two colours are, in hue and in lightness."""
    hue = abs(one.hsl.h - other.hsl.h) if _reach(other) else 0
    return round(min(hue, 1 - hue), 2), abs(one.hsl.l - other.hsl.l)
