"""How spans look. Every state is told by more than its colour, for eyes and terminals that have none.

suggested   the label's colour, underlined
accepted    bold on a ground of the label's colour
rejected    muted and struck through; its tag is a small cross
current     ink and ground exchanged
evidence    as the current one, and underlined twice

A tag, the small digit that sets the label, stands behind each span. It needs one cell only, where a row of
tags under the text would take half of a small screen. It is there in every state, so that no text moves,
and it teaches the key. A subscript, for hardly any article has those otherwise.
"""

from rich.style import Style
from textual.color import Color, ColorParseError

from store.schema import Schema
from store.span import Span
from tui.look.contrast import READABLE, contrast, ink, readable

GROUND = 0.3
"""How much of the label's colour the ground of an accepted span has."""
MUTED = 0.4
"""How much of the background a rejected span's ink has, before it is made readable."""

HIGH_CONTRAST = 18.0, 7.0
"""A theme whose ink has the first ratio to its ground gets the second for labels too (WCAG 2.2, 1.4.6)."""

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_REJECTED_TAG = "ₓ"
_UNKNOWN_TAG = "ₙ"

TAG_CELLS = 1


class SpanStyles:
    """The styles of one schema's spans on one background.

    Args:
        schema: gives labels their colours and digits.
        foreground: the theme's ink.
        background: the theme's ground, opaque.
    """

    def __init__(self, schema: Schema, foreground: Color, background: Color) -> None:
        self._schema = schema
        self._foreground = foreground
        self._background = background
        high, ratio = HIGH_CONTRAST
        self._ratio = ratio if contrast(foreground, background) >= high else READABLE
        self._styles: dict[tuple[str, str], Style] = {}
        self._evidence = Style(reverse=True, underline2=True, bold=True)

    def style(self, span: Span, current: bool, evidence: bool) -> Style:
        """Return the style of a span's text, to be laid over the theme's."""
        style = self._base(span.label, f"current {span.status}" if current else span.status)
        return style + self._evidence if evidence else style

    def tag(self, span: Span) -> tuple[str, Style]:
        """Return the tag behind a span, one cell wide, and its style."""
        label = self._schema.label(span.label)
        text = label.key.translate(_SUBSCRIPTS) if label else _UNKNOWN_TAG
        if span.status == "rejected":
            return _REJECTED_TAG, self._base(span.label, "tag")
        return text, self._base(span.label, "tag")

    def _base(self, label: str, state: str) -> Style:
        style = self._styles.get((label, state))
        if style is None:
            style = self._styles[label, state] = self._make(self._colour(label), state)
        return style

    def _make(self, colour: Color, state: str) -> Style:
        background = self._background
        if state == "accepted":
            ground = background.blend(colour, GROUND, alpha=1)
            return Style(color=ink(ground).rich_color, bgcolor=ground.rich_color, bold=True)
        if state == "rejected":
            muted = readable(self._foreground.blend(background, MUTED, alpha=1), background, self._ratio)
            return Style(color=muted.rich_color, strike=True)
        text = readable(colour, background, self._ratio).rich_color
        if state == "tag":
            return Style(color=text, bold=True)
        if state == "suggested":
            return Style(color=text, underline=True)
        struck = state == "current rejected"
        return Style(
            color=text, reverse=True, bold=True, underline=state == "current suggested", strike=struck
        )

    def _colour(self, label_id: str) -> Color:
        label = self._schema.label(label_id)
        try:
            return Color.parse(label.colour) if label else self._foreground
        except ColorParseError:
            return self._foreground
