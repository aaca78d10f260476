"""The field editor: one line to type a value into, and under it what it means or why it is no value."""

from textual.app import ComposeResult
from textual.containers import Vertical

from store.schema import Code, Field
from tui.language import Language
from tui.review.form_rows import FormRow
from tui.review.typed import Typed, check_typed, codes_for
from tui.widgets.bar import Bar
from tui.widgets.text_entry import TextEntry

CHOICES = 5
"""How many codes are shown at once."""


class FieldEditor(Vertical):
    """Types one value of one field. Codes are chosen by typing a part of their id or name."""

    DEFAULT_CSS = """
    FieldEditor { height: auto; display: none; background: $panel; border-left: outer $accent; }
    FieldEditor.-open { display: block; }
    """

    def __init__(self, language: Language, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._language = language
        self._choice = 0
        self._text = ""
        self._offered = ("", 0)
        self.row: FormRow | None = None
        self.published: str | None = None
        self.evidence: tuple[str, ...] = ()
        """Ids of the spans that are to support the value."""

    def compose(self) -> ComposeResult:
        """Compose name, entry, meaning and choices."""
        yield Bar(id="editor-name")
        yield TextEntry(id="editor-entry", select_on_focus=False)
        yield Bar(id="editor-meaning")
        for number in range(CHOICES):
            yield Bar(id=f"editor-choice-{number}")

    @property
    def entry(self) -> TextEntry:
        """The line that is typed into."""
        return self.query_one("#editor-entry", TextEntry)

    @property
    def is_open(self) -> bool:
        """Whether a value is being edited."""
        return self.row is not None

    @property
    def holds_work(self) -> bool:
        """Whether something was typed or chosen that isn't set yet."""
        if self.row is None or (self.entry.value, self._choice) == self._offered:
            return False
        return self.row.field.type == "code" or bool(self.entry.value.strip())

    def open(self, row: FormRow, published: str | None, evidence: tuple[str, ...] = ()) -> None:
        """Edit a value, or a new one of its field.

        Args:
            row: field and value.
            published: the article's date, for years left out.
            evidence: ids of the spans that are to support a new value.
        """
        self.evidence = evidence
        value = row.value.value if row.value else None
        ids = [code.id for code in row.field.codes]
        self.row, self.published, self._text = row, published, ""
        self._choice = ids.index(str(value)) if value in ids else 0
        self.entry.offer("" if value is None or row.field.type == "code" else str(value))
        self._offered = (self.entry.value, self._choice)
        hint = self._language(f"edit.hint_{row.field.type}")
        name = self._language.both(row.field.name)
        self.query_one("#editor-name", Bar).show([(name, "strong")], [(hint, "dim")])
        for number in range(CHOICES):
            self.query_one(f"#editor-choice-{number}", Bar).display = row.field.type == "code"
        self.add_class("-open")
        self._judge()

    def close(self) -> None:
        """Edit nothing."""
        self.row = None
        self.remove_class("-open")

    def on_mount(self) -> None:
        """Judge what is typed at once, for a message about it would come a frame after the letter."""
        self.watch(self.entry, "value", self._typed, init=False)

    def _typed(self) -> None:
        if self.entry.value != self._text:
            self._text, self._choice = self.entry.value, 0
        self._judge()

    def choose(self, by: int) -> None:
        """Go to another of the codes that fit."""
        if self.row is not None and (codes := self._codes(self.row.field)):
            self._choice = (self._choice + by) % len(codes)
            self._judge()

    def typed(self) -> Typed:
        """Return what is typed comes to."""
        if self.row is None:
            return Typed(None, "check.no_text")
        field = self.row.field
        if field.type == "code":
            codes = self._codes(field)
            return Typed(codes[self._choice].id) if codes else Typed(None, "check.not_a_code")
        return check_typed(field, self.entry.value, self.published)

    def _codes(self, field: Field) -> tuple[Code, ...]:
        return codes_for(field, self.entry.value)

    def refuse(self, problem: str) -> None:
        """Show why what is typed can't be taken."""
        self.query_one("#editor-meaning", Bar).show([(f"✗ {self._language(problem)}", "warning")])

    def _judge(self) -> None:
        if self.row is None:
            return
        field, typed = self.row.field, self.typed()
        meaning = self.query_one("#editor-meaning", Bar)
        if typed.problem:
            meaning.show([(self._language(typed.problem), "dim" if not self.entry.value else "warning")])
        elif field.type == "code":
            place = f"{self._choice + 1}/{len(self._codes(field))}"
            meaning.show([(self._language("edit.codes", place=place), "dim")])
        else:
            meaning.show([(f"✓ {typed.value}", "good")])
        if field.type == "code":
            self._show_codes(self._codes(field))

    def _show_codes(self, codes: tuple[Code, ...]) -> None:
        first = max(0, min(self._choice - CHOICES // 2, len(codes) - CHOICES))
        for number in range(CHOICES):
            bar, index = self.query_one(f"#editor-choice-{number}", Bar), first + number
            if index >= len(codes):
                bar.show([])
                continue
            chosen = index == self._choice
            name = f"{self._language.name(codes[index].name)} "
            bar.show(
                [
                    ("▶ " if chosen else "  ", "key"),
                    (name, "strong" if chosen else ""),
                    (codes[index].id, "dim"),
                ]
            )
