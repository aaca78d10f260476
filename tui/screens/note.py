"""A note on the article."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from tui.keyboard.keys import KeyTable, Place
from tui.language import Language
from tui.screens.keyed import KeyedModal
from tui.widgets.bar import Bar
from tui.widgets.text_entry import TextEntry, visible


class NoteScreen(KeyedModal[str | None]):
    """Asks for a note; answers with it, or none to leave it as it was."""

    PLACES: ClassVar[tuple[Place, ...]] = ("note",)

    def __init__(self, keys: KeyTable, language: Language, note: str) -> None:
        super().__init__(keys, language)
        self._note = note

    def compose(self) -> ComposeResult:
        """Compose heading, entry and keys."""
        with Vertical(classes="dialog"):
            yield Bar(id="note-title")
            yield TextEntry(visible(self._note), id="note-entry", select_on_focus=False)
            yield self.key_lines()

    def on_mount(self) -> None:
        """Type at once."""
        self.entry = self.query_one(TextEntry)
        self.set_focus(self.entry)
        self.entry.cursor_position = len(self.entry.value)
        self.query_one("#note-title", Bar).show([(self.language("note.title"), "strong")])

    def do_note_apply(self) -> None:
        """Keep the note."""
        self.answer(self.entry.value.strip())

    def do_note_leave(self) -> None:
        """Leave it as it was."""
        self.answer(None)
