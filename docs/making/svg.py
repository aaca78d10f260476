"""Screenshots as SVG whose characters stand where the terminal has them.

Textual gives a run of text the length that it would have if every character took one cell, so Japanese is
squeezed to half its width. Here a run is cut where the width of its characters changes, and each piece gets
the length of its cells. Fonts are named, not fetched: a picture needs no network.
"""

import re
from collections.abc import Iterator
from html import escape, unescape
from itertools import groupby

from rich.cells import cell_len

CELL = 12.2
"""Width of a terminal cell in the pictures, in SVG units."""

SIZE = 20
"""Size of the letters, and so the width of a Japanese one before it is spaced to two cells."""

FONTS = (
    "Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK JP', 'Noto Sans CJK JP', "
    "'Hiragino Kaku Gothic ProN', 'BIZ UDGothic', 'MS Gothic', monospace"
)
"""Latin and box drawing from a font of one cell a character, Japanese from a Japanese font."""

_RUN = re.compile(r'<text class="([^"]+)" x="([^"]+)" y="([^"]+)" textLength="[^"]+" ([^>]*)>([^<]*)</text>')
_FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_FAMILY = re.compile(r"font-family: [^;]+;")
_UNIQUE = re.compile(r"terminal-\d+")


def in_cells(svg: str, name: str) -> str:
    """Return a screenshot with every run of text as wide as its cells.

    Args:
        svg: what Textual's `export_screenshot` returns.
        name: stands before the ids and classes of the picture, so that they are the same every time.
    """
    svg = _FAMILY.sub(f"font-family: {FONTS};", _FONT_FACE.sub("", svg))
    return _RUN.sub(_pieces, _UNIQUE.sub(name, svg))


def _pieces(run: re.Match[str]) -> str:
    style, x, y, rest, content = run.groups()
    return "".join(
        f'<text class="{style}" x="{float(x) + before * CELL:.5g}" y="{y}" {_spacing(piece)} {rest}>'
        f"{escape(piece)}</text>"
        for piece, before in _by_width(unescape(content))
    )


def _spacing(piece: str) -> str:
    cells = cell_len(piece)
    length = f'textLength="{cells * CELL:.5g}"'
    return f'{length} letter-spacing="{2 * CELL - SIZE:.5g}"' if cells > len(piece) else length


def _by_width(text: str) -> Iterator[tuple[str, int]]:
    """Yield pieces of characters of one width, each with the cells before it; marks stay with their base."""
    wide = [letter_cells == 2 for letter_cells in map(cell_len, text)]
    for at, letter in enumerate(text):
        if at and not cell_len(letter):
            wide[at] = wide[at - 1]
    before = 0
    for _, group in groupby(zip(text, wide, strict=True), key=lambda pair: pair[1]):
        piece = "".join(letter for letter, _ in group)
        yield piece, before
        before += cell_len(piece)
