"""The list of all places of a surface, each with its sentence, to leave some out."""

from collections.abc import Sequence
from typing import ClassVar

from rich.style import Style
from textual.strip import Strip

from tui.language import Language
from tui.review.everywhere import Place
from tui.widgets.decision_marks import DECISION_MARKS
from tui.widgets.line_list import LineList
from tui.widgets.rows import Piece, fitted, row, width_of


class PlaceList(LineList):
    """One line a place, chosen or left out."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "place--cursor",
        "place--surface",
        "place--dim",
        "place--warning",
    }
    DEFAULT_CSS = """
    PlaceList > .place--cursor { background: $panel; text-style: bold; }
    PlaceList > .place--surface { color: $accent; text-style: bold underline; }
    PlaceList > .place--dim { color: $dim; }
    PlaceList > .place--warning { color: $warning; }
    """

    def __init__(self, language: Language, surface: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._language = language
        self._surface = surface
        self.places: Sequence[Place] = ()
        self.left_out: set[int] = set()
        """Indices of the places that are not chosen."""
        self._here = ""

    @property
    def count(self) -> int:
        """How many places there are."""
        return len(self.places)

    @property
    def chosen(self) -> list[Place]:
        """The places that are not left out."""
        return [place for index, place in enumerate(self.places) if index not in self.left_out]

    def show(self, places: Sequence[Place], here: str) -> None:
        """Show places, all chosen but those where another span lies in the way.

        Args:
            places: what to show; the ones shown before come first among them and stay as they are.
            here: the article under review, whose title isn't repeated.
        """
        known = len(self.places)
        self.left_out = {index for index in self.left_out if index < len(places)}
        self.left_out |= {index for index, place in enumerate(places) if index >= known and place.taken}
        self.places, self._here = places, here
        self.rebuilt(self.cursor)

    def toggle(self) -> None:
        """Leave the current place out, or take it in again."""
        if self.places:
            self.left_out ^= {self.cursor}
            self.refresh()

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"place--{name}", partial=True)

    def line(self, index: int, width: int, base: Style) -> Strip:
        """Return one place: whether it is chosen, its span's state, and its sentence around the surface."""
        place = self.places[index]
        if index == self.cursor:
            base += self._style("cursor")
        mark = "[ ]" if index in self.left_out else "[x]"
        state = DECISION_MARKS[place.there.status] if place.there else "+"
        label = place.there.label if place.there else ""
        title = "" if place.article == self._here else f"{fitted(place.title, 16)} "
        pointer = "▶" if index == self.cursor else " "
        head = f"{pointer}{mark} {state} {label:<8}"
        room = width - width_of(head) - width_of(title) - width_of(self._surface) - 2
        before = _tail(place.before, max(room // 2, 4))
        return row(
            [
                Piece(head, self._style("warning" if place.taken else "dim")),
                Piece(title, self._style("warning")),
                Piece(before),
                Piece(self._surface, self._style("surface")),
                Piece(place.after, self._style("dim")),
            ],
            width,
            base,
        )


def _tail(text: str, width: int) -> str:
    """Return the end of a text that takes at most so many cells."""
    start = len(text)
    while start > 0 and width_of(text[start - 1 :]) <= width:
        start -= 1
    return text[start:]
