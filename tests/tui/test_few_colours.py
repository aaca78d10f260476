import pytest
import textual.constants
from rich.style import Style
from textual.color import Color

from store.schemas.loading import load_schema
from tui.look.contrast import contrast, readable
from tui.look.few_colours import BLACK, PALETTES, WHITE, of_sixteen, readable_on
from tui.look.themes import CONTRAST, DARK, LIGHT, THEMES


@pytest.mark.parametrize("ground", range(16))
def test_something_can_be_read_on_each_ground(ground):
    inks = readable_on(ground)
    assert BLACK in inks or WHITE in inks
    for palette in PALETTES:
        assert max(contrast(palette[ink], palette[ground]) for ink in inks) >= 3.9


def test_yellow_is_no_ink_for_white():
    yellow = of_sixteen(Style.parse("#E1BE00 on #FBF9F4"))
    assert yellow.bgcolor.number == WHITE
    assert yellow.color.number in readable_on(WHITE)
    assert of_sixteen(Style.parse("#E1BE00 on #15171A")).color.number == 11


def test_all_but_colours_stays():
    style = of_sixteen(Style.parse("bold underline strike reverse #E1BE00 on #FBF9F4"))
    assert style.bold
    assert style.underline
    assert style.strike
    assert style.reverse
    assert of_sixteen(Style.parse("bold")) == Style.parse("bold")


@pytest.mark.parametrize(("name", "least"), [(LIGHT, 4), (DARK, 5), (CONTRAST, 5)])
def test_labels_still_have_colours(name, least):
    ground = Color.parse(next(theme.background for theme in THEMES if theme.name == name))
    inks = [readable(Color.parse(label.colour), ground) for label in load_schema().labels]
    styles = [Style(color=ink.rich_color, bgcolor=ground.rich_color) for ink in inks]
    assert len({of_sixteen(style).color.number for style in styles}) >= least


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_a_terminal_of_few_colours_gets_those_only(sit, monkeypatch, theme):
    monkeypatch.setattr(textual.constants, "COLOR_SYSTEM", "standard")
    async with sit() as sitting:
        sitting.app.theme = theme
        await sitting.press("a", "x", "v", "right")
        styles = {
            segment.style
            for strip in sitting.app.screen._compositor.render_strips()
            for segment in strip
            if segment.text.strip()
        }
        for style in styles:
            assert style.color.number in readable_on(style.bgcolor.number), style


async def test_a_terminal_of_many_colours_gets_them(sit, monkeypatch):
    monkeypatch.setattr(textual.constants, "COLOR_SYSTEM", "truecolor")
    async with sit() as sitting:
        strip = sitting.app.screen._compositor.render_strips()[0]
        assert all(segment.style.color.triplet for segment in strip if segment.style.color)
