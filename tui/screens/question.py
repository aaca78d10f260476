"""A question with a few answers, each an action of the key table."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from tui.keyboard.keys import KeyTable, Place, shown_key
from tui.language import Language
from tui.screens.keyed import KeyedModal
from tui.widgets.bar import Words
from tui.widgets.lines import Lines
from tui.widgets.page import Line, broken

LEAVE = "question.leave"

KEY_CELLS = 4


class QuestionScreen(KeyedModal[str | None]):
    """Asks; answers with the action whose key was pressed, or none.

    Args:
        keys: the key table.
        language: for all that it shows.
        title: the heading.
        lines: what there is to know.
        offered: the actions that are answers here; going back is always one.
    """

    PLACES: ClassVar[tuple[Place, ...]] = ("question",)

    def __init__(
        self, keys: KeyTable, language: Language, title: str, lines: Sequence[str], offered: Sequence[str]
    ) -> None:
        super().__init__(keys, language)
        self._heading = title
        self._told = lines
        self._offered = (*offered, LEAVE)

    def compose(self) -> ComposeResult:
        """Compose heading, what there is to know, and the answers."""
        with Vertical(classes="dialog"):
            yield Lines(self._lines, id="question")

    def _lines(self, width: int) -> list[list[Words]]:
        """Return heading, what there is to know and the answers."""
        lines = self._broken(("", self._heading, "strong"), width)
        for told in self._told:
            lines += self._broken(("", told, "warning"), width)
        for action in self.keys.at("question"):
            if action.id in self._offered:
                answer = shown_key(action.keys[0]), self.language.name(action.name), ""
                lines += self._broken(answer, width, action.id)
        return lines

    def _broken(self, line: Line, width: int, action: str = "") -> list[list[Words]]:
        parts = broken(line, width - KEY_CELLS)
        return [[(key.ljust(KEY_CELLS), "key", action), (text, style, action)] for key, text, style in parts]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow only what is offered."""
        offered = action != "act" or str(parameters[0]) in (*self._offered, "quit")
        return offered and super().check_action(action, parameters)

    def do_question_accept(self) -> None:
        """Accept the undecided and go on."""
        self.answer("question.accept")

    def do_question_reject(self) -> None:
        """Reject the undecided and go on."""
        self.answer("question.reject")

    def do_question_anyway(self) -> None:
        """Go on and leave things as they are."""
        self.answer("question.anyway")

    def do_question_retry(self) -> None:
        """Try once more."""
        self.answer("question.retry")

    def do_question_discard(self) -> None:
        """Leave; what can be saved nowhere is lost."""
        self.answer("question.discard")

    def do_question_leave(self) -> None:
        """Answer nothing."""
        self.answer(None)
