"""The search line under the text: what is looked for, and how many places have it."""

from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.language import Language
from tui.widgets.bar import Bar
from tui.widgets.rows import width_of
from tui.widgets.text_entry import TextEntry


class SearchLine(Horizontal):
    """One line to type into; shown only while something is being typed."""

    DEFAULT_CSS = """
    SearchLine { height: 1; display: none; background: $panel; }
    SearchLine.-open { display: block; }
    SearchLine > Bar { width: auto; }
    SearchLine > TextEntry { width: 1fr; }
    """

    def __init__(self, language: Language, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._language = language

    def compose(self) -> ComposeResult:
        """Compose prompt and entry."""
        yield Bar(id="search-prompt")
        yield TextEntry(id="search-entry")

    @property
    def entry(self) -> TextEntry:
        """The line that is typed into."""
        return self.query_one("#search-entry", TextEntry)

    @property
    def is_open(self) -> bool:
        """Whether something is being typed."""
        return self.has_class("-open")

    def open(self) -> None:
        """Ask what to look for."""
        self.entry.value = ""
        self.add_class("-open")
        self.tell(0)

    def close(self) -> None:
        """Ask nothing."""
        self.remove_class("-open")

    def tell(self, count: int) -> None:
        """Show how many places there are."""
        prompt = f"{self._language('search.prompt')} {count if self.entry.value else ''}".strip()
        bar = self.query_one("#search-prompt", Bar)
        bar.styles.width = width_of(prompt) + 2
        bar.show([(f"{prompt}: ", "key")])
