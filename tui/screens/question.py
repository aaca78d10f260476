"""A question with a few answers, each at one key."""

from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from tui.keyboard.keys import KeyTable, Place
from tui.language import Language
from tui.screens.keyed import KeyedModal
from tui.widgets.bar import Bar


class Option(NamedTuple):
    """One answer."""

    key: str
    id: str
    words: str


class QuestionScreen(KeyedModal[str | None]):
    """Asks; answers with the id of the option whose key was pressed, or none."""

    PLACES: ClassVar[tuple[Place, ...]] = ("question",)

    def __init__(
        self, keys: KeyTable, language: Language, title: str, lines: list[str], options: list[Option]
    ) -> None:
        super().__init__(keys, language)
        self._heading = title
        self._lines = lines
        self._options = options

    def compose(self) -> ComposeResult:
        """Compose heading, what there is to know, and the answers."""
        with Vertical(classes="dialog"):
            for number in range(1 + len(self._lines) + len(self._options) + 1):
                yield Bar(id=f"question-{number}")

    def on_mount(self) -> None:
        """Say it all."""
        leave = self.keys.foot("question")[0]
        rows = [[(self._heading, "strong")], *([(line, "warning")] for line in self._lines)]
        rows += [[(f" {option.key} ", "key"), (option.words, "")] for option in self._options]
        rows.append([(f" {leave.keys} ", "key"), (self.language.name(leave.name), "")])
        for number, pieces in enumerate(rows):
            self.query_one(f"#question-{number}", Bar).show(pieces)

    def on_key(self, event: events.Key) -> None:
        """Answer."""
        for option in self._options:
            if event.key == option.key:
                event.stop()
                self.dismiss(option.id)

    def do_question_leave(self) -> None:
        """Answer nothing."""
        self.dismiss(None)
