"""Colours that can be read: contrast after WCAG 2.2 (1.4.3), 4.5 to 1 for text of normal size."""

from functools import lru_cache

from textual.color import Color

READABLE = 4.5

_BLACK = Color(0, 0, 0)
_WHITE = Color(255, 255, 255)


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two opaque colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@lru_cache(1024)
def ink(background: Color) -> Color:
    """Return black or white, whichever reads better; on any background one of them reaches 4.5."""
    return max(_BLACK, _WHITE, key=lambda colour: contrast(colour, background))


@lru_cache(1024)
def readable(colour: Color, background: Color, ratio: float = READABLE) -> Color:
    """Return the colour nearest to one that can be read on a background, by mixing in black or white."""
    towards = ink(background)
    for tenth in range(11):
        mixed = colour.blend(towards, tenth / 10, alpha=1)
        if contrast(mixed, background) >= ratio:
            return mixed
    return towards


def _luminance(colour: Color) -> float:
    """Return the relative luminance, 0 to 1."""
    red, green, blue = (linear(part) for part in colour.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    """Return a part of a colour, 0 to 1, as light."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
