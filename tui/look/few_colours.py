"""What is shown where colours are few: ink that can be read on its ground.

With 16 colours, the framework takes the nearest of all: yellow on white, and grey for most labels. Of those
that can be read, the nearest in hue is better. Without colours, it makes greys, some too near to another.
"""

from collections.abc import Callable
from functools import lru_cache

from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from tui.look.contrast import READABLE, contrast, readable

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
    """Paints in other styles.

    Args:
        instead: returns the style to take instead of another.
    """

    def __init__(self, instead: Callable[[Style], Style]) -> None:
        super().__init__()
        self._instead = instead

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return segments in those styles."""
        instead = self._instead
        return [Segment(text, style and instead(style), control) for text, style, control in segments]


def few_colours(no_color: bool, color_system: str | None) -> list[LineFilter]:
    """Return the filters that a terminal needs, none where it has colours enough.

    Args:
        no_color: whether the person wants none, by `NO_COLOR`.
        color_system: what the terminal has, as Rich calls it.
    """
    if color_system == "standard":
        return [FewColours(of_sixteen)]
    return [FewColours(of_greys)] if no_color else []


@lru_cache(4096)
def of_greys(style: Style) -> Style:
    """Return a style whose ink can be read."""
    if style.color is None or style.bgcolor is None:
        return style
    ink, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
    return style + Style(color=readable(ink, ground).rich_color)


@lru_cache(4096)
def of_sixteen(style: Style) -> Style:
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
