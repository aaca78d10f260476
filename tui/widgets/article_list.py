"""The list of articles in the queue, drawn by lines so that ten thousand cost no more than ten."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.style import Style
from textual.strip import Strip

from store.gold.summary import Summary
from tui.language import Language
from tui.widgets.line_list import LineList
from tui.widgets.rows import Piece, note_before, padded, row, width_of

COUNT_CELLS = 9
"""The column of undecided counts."""

ROOM_FOR_SCORES = 80
"""Cells; a narrower list has no column of least scores."""

_MARKS = {"pending": "·", "draft": "✎", "confirmed": "✓", "skipped": "–", "flagged": "!"}


class ArticleList(LineList):
    """One line an article; the queue screen binds the keys."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"list--cursor", "list--good", "list--warning", "list--dim"}
    DEFAULT_CSS = """
    ArticleList > .list--cursor { text-style: reverse; }
    ArticleList > .list--good { color: $success; }
    ArticleList > .list--warning { color: $warning; text-style: bold; }
    ArticleList > .list--dim { color: $dim; }
    """

    def __init__(self, language: Language, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._language = language
        self._summaries: Sequence[Summary] = ()
        self._is_unseen: Callable[[str], bool] = bool

    @property
    def current(self) -> Summary | None:
        """The article on the current line."""
        return self._summaries[self.cursor] if self.cursor < len(self._summaries) else None

    @property
    def count(self) -> int:
        """How many articles there are."""
        return len(self._summaries)

    def show(
        self, summaries: Sequence[Summary], current: str | None, is_unseen: Callable[[str], bool]
    ) -> None:
        """Show other articles.

        Args:
            summaries: what is told of them.
            current: the id of the current one, if it is among them.
            is_unseen: whether no suggestions are known of an article.
        """
        self._summaries, self._is_unseen = summaries, is_unseen
        places = (place for place, summary in enumerate(summaries) if summary.article == current)
        self.rebuilt(next(places, 0))

    def nothing(self, width: int, base: Style) -> Strip:
        """Say that no article fits."""
        return row([Piece(" " + self._language("queue.none"), self._style("dim"))], width, base)

    def line(self, index: int, width: int, base: Style) -> Strip:
        """Return one article: status, note, title, and at the right source, date and undecided count."""
        summary = self._summaries[index]
        if index == self.cursor:
            base += self._style("cursor")
        return row(self._left(summary, width), width, base, self._right(summary, width))

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"list--{name}", partial=True)

    def _left(self, summary: Summary, width: int) -> list[Piece]:
        kind = {"confirmed": "good", "flagged": "warning"}.get(summary.status, "dim")
        status = padded(self._language(f"status.{summary.status}"), 9)
        return [
            Piece(f" {_MARKS[summary.status]} {status} ", self._style(kind)),
            Piece(note_before(summary.note, width), self._style("warning")),
            Piece(summary.title),
        ]

    def _right(self, summary: Summary, width: int) -> list[Piece]:
        pieces = []
        if width >= 100:
            pieces.append(Piece(padded(_site(summary.source), 20) + " ", self._style("dim")))
        if width >= 60:
            pieces.append(Piece(padded(summary.published or "", 10) + " ", self._style("dim")))
        unseen = self._is_unseen(summary.article)
        count = self._language("queue.unseen") if unseen else str(summary.undecided)
        least = f"{summary.lowest:.2f}" if summary.lowest is not None and width >= ROOM_FOR_SCORES else ""
        gap = " " * max(0, COUNT_CELLS - width_of(count))
        return [*pieces, Piece(least.rjust(5), self._style("dim")), Piece(f"{gap}{count} ")]


def _site(source: str) -> str:
    """Return the telling part of a source: an address without its scheme, a file by its name."""
    _, scheme, address = source.partition("://")
    return address.removeprefix("www.") if scheme else source.rpartition("/")[2]
