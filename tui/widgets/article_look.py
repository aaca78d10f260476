"""The styles of all that an article view paints, worked out once a theme."""

import msgspec
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.widget import Widget

from store.schema import Schema
from tui.look.contrast import ink, readable
from tui.widgets.span_styles import SpanStyles

BLACK = Color(0, 0, 0)
WHITE = Color(255, 255, 255)


class ArticleLook(msgspec.Struct, frozen=True):
    """Styles to lay over one another, `base` being the lowest."""

    base: Style
    gutter: Style
    gutter_current: Style
    cursor: Style
    selection: Style
    match: Style
    match_current: Style
    symbol: Style
    spans: SpanStyles
    filters: tuple[LineFilter, ...]
    """What becomes of all colours on this terminal: none under NO_COLOR, the theme's own for its sixteen."""
    ground: Color
    """What the filters take the background to be."""

    @classmethod
    def of(cls, widget: Widget, schema: Schema) -> "ArticleLook":
        """Take the styles from a widget's component classes `article--*`, with ink that can be read."""
        _, _, background, foreground = widget.colors
        dark = widget.app.current_theme.dark
        ground, text = (
            _known(background, BLACK if dark else WHITE),
            _known(foreground, WHITE if dark else BLACK),
        )

        def over(name: str) -> Style:
            return _over(widget, f"article--{name}", ground)

        return cls(
            base=widget.rich_style,
            gutter=over("gutter"),
            gutter_current=over("gutter-current"),
            cursor=over("cursor"),
            selection=over("selection"),
            match=over("match"),
            match_current=over("match-current"),
            symbol=over("symbol"),
            spans=SpanStyles(schema, text, ground),
            filters=tuple(widget.get_line_filters()),
            ground=background,
        )


def _over(widget: Widget, name: str, ground: Color) -> Style:
    """Return a component's style: its ground with black or white on it, else its own ink."""
    styles = widget.get_component_styles(name)
    style: Style = styles.text_style
    colour = styles.background
    if colour.ansi == -1:
        return style + Style(reverse=True)
    if colour.a:
        solid = colour if colour.ansi is not None else ground.blend(colour, colour.a, alpha=1)
        return style + Style(color=ink(solid).rich_color, bgcolor=solid.rich_color, reverse=False)
    text = styles.color
    ink_colour = text if text.ansi is not None else readable(ground.blend(text, text.a, alpha=1), ground)
    return style + Style(color=ink_colour.rich_color)


def _known(colour: Color, default: Color) -> Color:
    """Return a colour whose parts are known; a terminal's own default colours have none."""
    return default if colour.ansi == -1 else colour
