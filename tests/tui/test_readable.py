"""Every word on every screen can be read in every theme (WCAG 2.2, 1.4.3)."""

import pytest
from textual.color import Color

from tui.look.contrast import READABLE, contrast
from tui.look.themes import THEMES

ROUNDED = 0.05
"""Colours are rounded to whole numbers after they were mixed."""

SCREENS = {
    "suggested": (),
    "decided": ("a", "x", "a"),
    "all accepted": ("A",),
    "selection": ("v", "right", "right"),
    "record": ("tab", "down"),
    "record decided": ("tab", "a", "x", "A", "-"),
    "value": ("tab", "enter"),
    "no value": ("tab", "enter", "ctrl+u"),
    "code": ("tab", "down", "down", "enter", "down"),
    "search": ("/", *"漏えい"),
    "match": ("/", *"漏えい", "enter"),
    "everywhere": ("*", "*", "down", "space"),
    "choice": ("ctrl+p", "down"),
    "field": ("f",),
    "question": ("c",),
    "note": ("m",),
    "help": ("?",),
    "info": ("i",),
    "queue": ("q", "down"),
    "empty queue": ("q", "/", *"ない"),
}
"""Keys that bring each of them up."""


def unreadable(sitting):
    """Return the words whose ink is too near to their ground, of the dialog only where there is one."""
    screen = sitting.app.screen
    over = [dialog.region for dialog in screen.query(".dialog")] or [screen.region]
    found = []
    for y, strip in enumerate(screen._compositor.render_strips()):
        if over[0].y <= y < over[0].bottom:
            for segment in strip.crop(over[0].x, over[0].right):
                if segment.text.strip(" ▁▂▃▄▅▆▇█▕▏│─╭╮╰╯▊▌"):
                    ratio = contrast(*inks(segment.style))
                    if ratio < READABLE - ROUNDED:
                        found.append((segment.text, round(ratio, 2)))
    return found


def inks(style):
    assert not style.dim
    return Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)


@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
async def test_every_word_can_be_read_in_every_theme(sit, keys):
    async with sit() as sitting:
        await sitting.press(*keys)
        for theme in THEMES:
            sitting.app.theme = theme.name
            await sitting.pilot.pause()
            assert unreadable(sitting) == [], theme.name


@pytest.mark.parametrize("keys", [("a", "x", "a"), ("tab", "down"), ("v", "right")])
async def test_every_word_can_be_read_without_colours(sit, monkeypatch, keys):
    monkeypatch.setenv("NO_COLOR", "1")
    async with sit() as sitting:
        await sitting.press(*keys)
        for theme in THEMES:
            sitting.app.theme = theme.name
            await sitting.pilot.pause()
            assert unreadable(sitting) == [], theme.name
