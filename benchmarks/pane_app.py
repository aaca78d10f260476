"""The article pane beside an empty widget, with a key for everything that the benchmark times."""

from typing import ClassVar

from msgspec.structs import replace
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Footer, Input

from benchmarks.sample_text import sample_spans, sample_text
from store.schemas.loading import load_schema
from store.span import Span
from tui.widgets.article_pane import ArticlePane


class Floor(ScrollView):
    """What a repaint costs at least: rows that never change."""

    def on_mount(self) -> None:
        """Be long."""
        self.virtual_size = Size(60, 10_000)

    def render_line(self, y: int) -> Strip:
        """Paint the one row there is."""
        return Strip([Segment("日" * (self.size.width // 2), self.rich_style)], self.size.width)


class PaneApp(App[None]):
    """Floor and pane have the same size; capitals are the floor's keys."""

    CSS = "Floor, ArticlePane, Input { width: 1fr; height: 1fr; }"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "pane('cursor_right', 'cursor_left')"),
        Binding("j", "pane('cursor_down', 'cursor_up')"),
        Binding("p", "pane('cursor_page_down', 'cursor_page_up')"),
        Binding("v", "select"),
        Binding("n", "next_span"),
        Binding("a", "accept"),
        Binding("e", "edge"),
        Binding("R", "floor_row"),
        Binding("P", "floor_page"),
    ]

    def __init__(self, characters: int, count: int) -> None:
        super().__init__()
        self.schema = load_schema()
        self.text, self.starts = sample_text(characters)
        self.spans = sample_spans(self.text, self.starts, count, self.schema)
        self.index = len(self.spans) // 2
        self.longer = self.back = False

    def compose(self) -> ComposeResult:
        """Lay the three out."""
        with Horizontal():
            yield Floor()
            yield ArticlePane()
            yield Input()
        yield Footer()

    def show(self) -> None:
        """Show the text and stand in its middle."""
        pane = self.query_one(ArticlePane)
        pane.show(self.text, self.spans, self.schema, self.starts)
        pane.focus()
        pane.cursor = self.spans[self.index].start

    def action_pane(self, forth: str, back: str) -> None:
        """Move the pane's cursor one way, and the other way from where it can't go on."""
        pane = self.query_one(ArticlePane)
        before = pane.cursor
        getattr(pane, f"action_{back if self.back else forth}")()
        if pane.cursor == before:
            self.back = not self.back
            getattr(pane, f"action_{back if self.back else forth}")()

    def action_select(self) -> None:
        """Extend the selection."""
        self.query_one(ArticlePane).action_cursor_right(select=True)

    def action_next_span(self) -> None:
        """Go to the next span."""
        pane = self.query_one(ArticlePane)
        self.index = (self.index + 1) % len(self.spans)
        pane.current, pane.cursor = self.spans[self.index].id, self.spans[self.index].start

    def action_accept(self) -> None:
        """Accept the span, or take that back."""
        span = self.spans[self.index]
        self._replace(replace(span, status="suggested" if span.status == "accepted" else "accepted"))

    def action_edge(self) -> None:
        """Move the span's end by a character, to and fro."""
        self.longer = not self.longer
        span = self.spans[self.index]
        end = span.end + (1 if self.longer else -1)
        self._replace(replace(span, end=end, text=self.text[span.start : end]))

    def action_floor_row(self) -> None:
        """Repaint one row of the floor."""
        self.query_one(Floor).refresh_line(3)

    def action_floor_page(self) -> None:
        """Repaint all of the floor."""
        self.query_one(Floor).refresh()

    def _replace(self, span: Span) -> None:
        old, self.spans[self.index] = self.spans[self.index], span
        self.query_one(ArticlePane).update_spans(self.spans, (span.start, max(old.end, span.end)))
