"""Labels' colours can be told apart in every theme, by eyes without one kind of cones too."""

from itertools import combinations

import pytest
from textual.color import Color

from store.schemas.loading import load_schema
from store.span import Span
from tui.look.contrast import linear
from tui.look.themes import THEMES
from tui.widgets.span_styles import SpanStyles

APART = 0.045
"""Least distance in Oklab, of black from white 1; what can just be told side by side is about 0.02."""

EYES = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What linear colours become (Machado, Oliveira and Fernandes 2009, severity 1)."""

CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
OKLAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def seen(colour, eyes):
    """Return where a colour lies in Oklab for some eyes."""
    light = times(EYES[eyes], [linear(part) for part in colour.normalized])
    cones = times(CONES, [min(max(part, 0), 1) for part in light])
    return times(OKLAB, [part ** (1 / 3) for part in cones])


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("schema", ["incident", "recall"])
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_labels_differ_in_colour(theme, schema, eyes):
    labels = load_schema(schema).labels
    styles = SpanStyles(load_schema(schema), Color.parse(theme.foreground), Color.parse(theme.background))
    colours = {
        label.id: seen(
            Color.from_rich_color(styles.style(Span("s", 0, 1, label.id, "a"), False, False).color), eyes
        )
        for label in labels
    }
    apart = {
        pair: sum((a - b) ** 2 for a, b in zip(colours[pair[0]], colours[pair[1]], strict=True)) ** 0.5
        for pair in combinations(colours, 2)
    }
    assert {pair: distance for pair, distance in apart.items() if distance < APART} == {}
