"""The app: makes the session and the screens, and passes between them what neither knows of the other."""

import asyncio
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, ClassVar

from textual import events
from textual.binding import BindingType
from textual.filter import LineFilter
from textual.message import Message
from textual.screen import Screen

from store.gold.dataset import GoldDataset
from store.schema import Schema
from tui import memory
from tui.keyboard.keys import KeyTable
from tui.language import Language
from tui.look.background import background_is_dark
from tui.look.few_colours import few_colours
from tui.look.themes import DARK, LIGHT, NAMES, THEMES, following
from tui.review.saver import SaveReport
from tui.review.session import ReviewSession
from tui.screens.keyed import KeyedScreen
from tui.screens.review import ReviewScreen
from tui.terminal import TerminalApp, mend


class AkapenApp(TerminalApp, inherit_bindings=False):
    """Review articles of a gold dataset.

    Args:
        dataset: articles and annotations, open.
        schema: labels and fields.
        keys: the key table, the user's keymap laid over it.
        language: for all that is shown.
        theme: `light`, `dark` or `contrast`; without one, the terminal's background decides.
    """

    CSS_PATH = "app.tcss"
    TITLE = "akapen"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    class Saved(Message):
        """The saver has made an attempt."""

        def __init__(self, report: SaveReport) -> None:
            super().__init__()
            self.report = report

    def __init__(
        self,
        dataset: GoldDataset,
        schema: Schema,
        keys: KeyTable,
        language: Language,
        *,
        theme: str | None = None,
    ) -> None:
        mend()
        super().__init__()
        self.keys = keys
        self.language = language.with_keys(keys.first_keys())
        self.session = ReviewSession(dataset, schema, self._report)
        for known in THEMES:
            self.register_theme(known)
        self._wanted = next((name for name, said in NAMES.items() if said == theme), None)
        self.theme = self._wanted or DARK
        self._few_colours = few_colours(self.no_color, self.console.color_system)
        self.review = ReviewScreen(self.session, keys, self.language)
        self._leaving = False
        self._patience = 5.0
        self._deaf = False

    def get_default_screen(self) -> Screen[None]:
        """Begin with the review itself, where the framework would lay out an empty screen first."""
        return self.review

    def run(self, **options: Any) -> None:
        """Run until the person leaves; whatever happens, what was handed in is saved.

        Raises:
            SystemExit: the app fell over, and has said why.
        """
        self.theme = self._wanted or (LIGHT if background_is_dark() is False else DARK)
        try:
            super().run(**options)
        finally:
            self.session.saver.close(self._patience)
        if self.return_code:
            raise SystemExit(self.return_code)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give the framework's own themes the colour that ours add."""
        return {"dim": "#8A8A8A"}

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Paint with care where colours are few."""
        return [*super().get_line_filters(), *self._few_colours]

    def on_mount(self) -> None:
        """Offer the queue where no article is unfinished; else the review opens one by itself."""
        self._heed_signals()
        self.paint_when_resumed()
        if self.session.queue.next_unfinished() is None:
            from tui.screens.queue import QueueScreen

            self.call_after_refresh(memory.settle)
            self.push_screen(QueueScreen(self.session, self.keys, self.language), self.chosen)

    def chosen(self, article_id: str | None) -> None:
        """Open the article that was chosen in the queue."""
        if article_id is not None:
            self.review.open_soon(article_id)

    async def on_event(self, event: events.Event) -> None:
        """Count keys for the effort that an article costs."""
        if isinstance(event, events.InputEvent) and (self._deaf or self._leaving):
            return
        if isinstance(event, events.Key):
            self.session.effort.touch(keystrokes=1)
        elif isinstance(event, events.MouseDown):
            self.session.effort.touch()
        await super().on_event(event)

    def action_drop_typed_ahead(self) -> None:
        """Drop the keys that wait already: they were meant for what is no longer on the screen."""
        self._deaf = True
        self.call_later(self._hear)

    def _hear(self) -> None:
        self._deaf = False

    # -- saving and leaving ------------------------------------------------

    def _report(self, report: SaveReport) -> None:
        """Pass on how saving went; called from the saver's thread."""
        self.post_message(self.Saved(report))

    def on_akapen_app_saved(self, message: Saved) -> None:
        """Show how saving went."""
        for screen in self.screen_stack:
            if isinstance(screen, KeyedScreen):
                screen.saved(message.report)

    async def action_leave(self) -> None:
        """Save what is left and leave; ask first if it can't be saved."""
        self.session.leave()
        if await asyncio.to_thread(self.session.saver.flush, 5.0):
            self.exit()
            return
        from tui.screens.question import QuestionScreen

        report = self.review.save_report
        lines = [self.language("question.unsaved", problem=report.problem if report else "")]
        offered = ["question.retry", "question.discard"]
        title = self.language("header.unsaved")
        await self.push_screen(
            QuestionScreen(self.keys, self.language, title, lines, offered), self._leave_as
        )

    async def _leave_as(self, answer: str | None) -> None:
        if answer == "question.retry":
            await self.action_leave()
        elif answer == "question.discard":
            self._patience = 1.0
            self.exit()

    def exit(self, *arguments: Any, **options: Any) -> None:
        """Leave; what is typed or clicked from now on was meant for what comes after."""
        self._leaving = True
        super().exit(*arguments, **options)

    def _heed_signals(self) -> None:
        """Leave cleanly when the terminal goes away or the system asks."""
        if sys.platform == "win32":
            return
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            with suppress(RuntimeError, ValueError):  # not in the main thread, as in tests
                loop.add_signal_handler(number, self._leave_now)

    def _leave_now(self) -> None:
        if not self._leaving:
            self.session.leave()
            self.exit()

    def action_switch_theme(self) -> None:
        """Go to the next theme."""
        self.theme = following(self.theme)
        if isinstance(self.screen, KeyedScreen):
            self.screen.tell(self.language("did.theme", name=self.language(f"theme.{NAMES[self.theme]}")))
