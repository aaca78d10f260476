"""The list of articles in the queue, drawn by lines so that ten thousand cost no more than ten."""

from collections.abc import Sequence
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from store.summary import Summary
from tui.language import Language
from tui.widgets.rows import Piece, padded, row

_MARKS = {"pending": "·", "draft": "✎", "confirmed": "✓", "skipped": "–", "flagged": "!"}


class ArticleList(ScrollView, can_focus=True, inherit_bindings=False):
    """One line an article; the queue screen binds the keys."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"list--cursor", "list--good", "list--warning", "list--dim"}
    DEFAULT_CSS = """
    ArticleList { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; }
    ArticleList > .list--cursor { text-style: reverse; }
    ArticleList > .list--good { color: $success; }
    ArticleList > .list--warning { color: $warning; text-style: bold; }
    ArticleList > .list--dim { color: $text-muted; }
    """

    cursor: var[int] = var(0)
    """The current line."""

    class Chosen(Message):
        """A line was clicked twice."""

    def __init__(self, language: Language, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._language = language
        self._summaries: Sequence[Summary] = ()

    @property
    def current(self) -> Summary | None:
        """The article on the current line."""
        return self._summaries[self.cursor] if self.cursor < len(self._summaries) else None

    def show(self, summaries: Sequence[Summary], current: str | None) -> None:
        """Show other articles, the one of that id current if it is among them."""
        self._summaries = summaries
        self.virtual_size = Size(self.size.width, len(summaries))
        places = (place for place, summary in enumerate(summaries) if summary.article == current)
        self.cursor = next(places, 0)
        self.reveal()
        self.refresh()

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a line."""
        return max(0, min(cursor, len(self._summaries) - 1))

    def watch_cursor(self) -> None:
        """Repaint, and keep the current line in view."""
        self.reveal()
        self.refresh()

    def reveal(self) -> None:
        """Scroll so that the current line is in view."""
        height, top = self.scrollable_content_region.height, self.scroll_offset.y
        if height and not top <= self.cursor < top + height:
            target = self.cursor if self.cursor < top else self.cursor - height + 1
            self.scroll_to(y=target, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the current line in view."""
        self.virtual_size = Size(self.size.width, len(self._summaries))
        self.reveal()

    def render_line(self, y: int) -> Strip:
        """Render one article: status, title, and at the right source, date and undecided count."""
        index, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        base = self.rich_style
        if index >= len(self._summaries):
            none = self._language("queue.none" if index == 0 else "mark.empty") if not self._summaries else ""
            return row([Piece(f" {none}" if index == 0 else "", self._style("dim"))], width, base)
        summary = self._summaries[index]
        if index == self.cursor:
            base += self._style("cursor")
        return row(self._left(summary), width, base, self._right(summary, width))

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"list--{name}", partial=True)

    def _left(self, summary: Summary) -> list[Piece]:
        kind = {"confirmed": "good", "flagged": "warning"}.get(summary.status, "dim")
        status = padded(self._language(f"status.{summary.status}"), 9)
        pieces = [Piece(f" {_MARKS[summary.status]} {status} ", self._style(kind)), Piece(summary.title)]
        if summary.note:
            pieces.append(Piece(f"  ✎{summary.note}", self._style("warning")))
        return pieces

    def _right(self, summary: Summary, width: int) -> list[Piece]:
        pieces = []
        if width >= 100:
            pieces.append(Piece(padded(summary.source, 20) + " ", self._style("dim")))
        if width >= 60:
            pieces.append(Piece(padded(summary.published or "", 10) + " ", self._style("dim")))
        seen = summary.spans or summary.updated
        count = str(summary.undecided) if seen else self._language("queue.unseen")
        least = f"{summary.lowest:.2f}" if summary.lowest is not None and width >= 80 else ""
        return [
            *pieces,
            Piece(least.rjust(5), self._style("dim")),
            Piece(" " * max(0, 7 - 2 * len(count) if not seen else 7 - len(count)) + count + " "),
        ]

    def on_click(self, event: events.Click) -> None:
        """Make the clicked line current; twice opens it."""
        index = event.y + self.scroll_offset.y
        if 0 <= index < len(self._summaries):
            self.cursor = index
            if event.chain > 1:
                self.post_message(self.Chosen())
