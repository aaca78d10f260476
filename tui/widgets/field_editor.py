"""The field editor: a line to type a value into, what it means or why it is no value, and what to choose."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical

from store.schema import Code, Field
from tui.language import Language
from tui.review.form_rows import FormRow, shown_content
from tui.review.proposals import Proposal
from tui.review.typed import Typed, check_typed, codes_for
from tui.widgets.bar import Bar
from tui.widgets.text_entry import TextEntry, visible

CHOICES = 5
"""How many codes or proposals are shown at once."""

_TYPED = -1
"""The choice while none of the proposals is chosen."""


class FieldEditor(Vertical):
    """Types one value of one field, or chooses it: codes by a part of their name, others from proposals."""

    DEFAULT_CSS = """
    FieldEditor { height: auto; display: none; background: $panel; border-left: outer $accent; }
    FieldEditor.-open { display: block; }
    """

    def __init__(self, language: Language, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._language = language
        self._choice = 0
        self._text = ""
        self._offered = ""
        self._proposals: tuple[Proposal, ...] = ()
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
        """Whether something was typed that isn't set yet; a choice that was only looked at is none."""
        if self.row is None or self._is_proposed:
            return False
        return self.entry.value != self._offered and bool(self.entry.value.strip())

    def open(
        self,
        row: FormRow,
        published: str | None,
        evidence: tuple[str, ...] = (),
        proposals: tuple[Proposal, ...] = (),
    ) -> None:
        """Edit a value, or a new one of its field.

        Args:
            row: field and value.
            published: the article's date, for years left out.
            evidence: ids of the spans that are to support a new value.
            proposals: what else the value could be; for codes none.
        """
        self.evidence, self._proposals = evidence, proposals
        self.row, self.published = row, published
        is_code, value = self._is_code, row.value.value if row.value else None
        ids = [code.id for code in row.field.codes]
        self._choice = _TYPED if not is_code else ids.index(str(value)) if value in ids else 0
        self._offer("" if value is None or is_code else str(value))
        self._offered = self.entry.value
        hint = self._language(f"edit.hint_{row.field.type}")
        name = self._language.both(row.field.name)
        self.query_one("#editor-name", Bar).show([(name, "strong")], [(hint, "dim")])
        for number in range(CHOICES):
            self.query_one(f"#editor-choice-{number}", Bar).display = is_code or number < len(proposals)
        self.add_class("-open")
        self._judge()

    def _offer(self, text: str) -> None:
        """Put a text into the entry that nobody has typed."""
        self._text = visible(text)
        self.entry.offer(text)

    def close(self) -> None:
        """Edit nothing."""
        self.row = None
        self.remove_class("-open")

    def on_mount(self) -> None:
        """Judge what is typed at once, for a message about it would come a frame after the letter."""
        self.watch(self.entry, "value", self._typed, init=False)

    def _typed(self) -> None:
        if self.entry.value != self._text:
            self._text, self._choice = self.entry.value, 0 if self._is_code else _TYPED
        self._judge()

    def choose(self, by: int) -> None:
        """Go to another of the codes that fit, or put another proposal into the entry."""
        count = self._count
        if not count:
            return
        self._choice = count - 1 if self._choice + by < 0 else (self._choice + by) % count
        if self._is_proposed:
            self._offer(str(self._proposals[self._choice].value))
        self._judge()

    @property
    def chosen_evidence(self) -> tuple[str, ...]:
        """Ids of the spans that are to support the value: those asked for, or the chosen proposal's."""
        return self.evidence or (self._proposals[self._choice].evidence if self._is_proposed else ())

    @property
    def _is_proposed(self) -> bool:
        """Whether one of the proposals is chosen; codes have none."""
        return 0 <= self._choice < len(self._proposals)

    @property
    def _is_code(self) -> bool:
        return self.row is not None and self.row.field.type == "code"

    @property
    def _count(self) -> int:
        """How many codes or proposals there are to choose from."""
        if self.row is None:
            return 0
        return len(self._codes(self.row.field) if self._is_code else self._proposals)

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
        is_code, count, language = self._is_code, self._count, self._language
        place = "–" if self._choice == _TYPED else str(self._choice + 1)
        ways = [(language("edit.choices", place=f"{place}/{count}") + " ", "dim")] if count else []
        meaning = self.query_one("#editor-meaning", Bar)
        if typed.problem:
            style = "dim" if not self.entry.value else "warning"
            meaning.show([(language(typed.problem), style)], [] if is_code else ways)
        elif is_code:
            meaning.show(ways)
        else:
            meaning.show([(f"✓ {typed.value}", "good")], ways)
        if is_code:
            self._show_choices([(language.name(code.name), code.id) for code in self._codes(field)])
        else:
            self._show_choices([(shown_content(field, one.value, language), "") for one in self._proposals])

    def _show_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Show some names, each with its id if it has one, so that the chosen one is among them."""
        first = max(0, min(self._choice - CHOICES // 2, len(choices) - CHOICES))
        for number in range(CHOICES):
            bar, index = self.query_one(f"#editor-choice-{number}", Bar), first + number
            if index >= len(choices):
                bar.show([])
                continue
            chosen, (name, id_) = index == self._choice, choices[index]
            mark = "▶ " if chosen else "  "
            bar.show([(mark, "key"), (f"{name} ", "strong" if chosen else ""), (id_, "dim")])
