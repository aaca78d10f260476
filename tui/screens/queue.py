"""The queue screen: all articles with their status, to filter, sort and open."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.keyboard.foot import foot
from tui.keyboard.keys import Place
from tui.review.article_queue import FILTERS, SORTS
from tui.review.saver import SaveReport
from tui.screens.help import HelpScreen
from tui.screens.keyed import NO_KEY
from tui.screens.palette import open_palette
from tui.screens.queue_learning import QueueLearning
from tui.screens.review_bars import progress, saving
from tui.widgets.article_list import ROOM_FOR_SCORES, ArticleList
from tui.widgets.bar import Bar
from tui.widgets.search_line import SearchLine
from tui.widgets.text_entry import TextEntry


class QueueScreen(QueueLearning):
    """Shows the queue; answers with the article to open, or none to go back."""

    PLACES: ClassVar[tuple[Place, ...]] = ("queue", "search")
    _said = ""
    """What the line at the foot tells instead of keys."""

    def compose(self) -> ComposeResult:
        """Compose progress, view, list and keys."""
        yield Bar(id="header")
        yield Bar(id="view", classes="title")
        yield self.list
        yield SearchLine(self.language, id="search")
        yield Bar(id="foot")

    def on_mount(self) -> None:
        """Show the queue as it was last arranged, the article under review current."""
        self.search = self.query_one("#search", SearchLine)
        self.set_focus(self.list)
        self.view_queue()
        self.show(self.session.article.id if self.session.is_open else None)

    @property
    def place(self) -> Place:
        """Where keys work now."""
        return "search" if self.is_mounted and self.search.is_open else "queue"

    def show_bars(self) -> None:
        """Bring the lines around the list up to date."""
        if not self.is_mounted:
            return
        queue, language = self.session.queue, self.language
        done = language("queue.finished", done=queue.finished, total=len(queue))
        counts = [
            (f" {language(f'status.{status}')} {queue.counts.get(status, 0)}", "dim")
            for status in ("confirmed", "draft", "flagged", "skipped")
            if queue.counts.get(status)
        ]
        title = f" {language('queue.title')}  ▕{progress(queue.finished, len(queue))}▏ {done} "
        state = [(f"{self.learning} ", "good"), saving(self.session, language), (" ", "")]
        self.query_one("#header", Bar).show([(title, "strong"), *counts], state)
        view = queue.view
        named = view.status if view.status in ("all", "unfinished") else ""
        status = language(f"queue.{named}") if named else language(f"status.{view.status}")
        parts = [language("queue.words", words=view.words)] if view.words else []
        parts.append(language("queue.filter", name=status))
        parts.append(language("queue.sort", name=language(f"queue.by_{view.sort}")))
        shown = language("queue.count", shown=len(queue.order), total=len(queue))
        columns = "queue.column_undecided" if self.size.width < ROOM_FOR_SCORES else "queue.columns"
        right = [(f"{shown} · {language(columns)} ", "dim")]
        self.query_one("#view", Bar).show([(" " + " · ".join(parts), "key")], right)
        read_only = self.session.dataset.read_only
        keys, ways_out = foot(self.keys, self.place, language, self.size.width, read_only=read_only)
        self.query_one("#foot", Bar).show([(" " + self._said, "strong")] if self._said else keys, ways_out)

    def tell(self, words: str) -> None:
        """Tell something in the line at the foot, until the next key."""
        self._said = words
        self.show_bars()

    async def action_act(self, action_id: str, key_index: int = NO_KEY) -> None:
        """Do an action of the key table."""
        self._said = ""
        await super().action_act(action_id, key_index)
        self.show_bars()

    def saved(self, report: SaveReport) -> None:
        """Tell how saving went."""
        self.show_bars()

    # -- keys --------------------------------------------------------------

    def do_queue_next(self) -> None:
        """A line down."""
        self.list.cursor += 1

    def do_queue_previous(self) -> None:
        """A line up."""
        self.list.cursor -= 1

    def do_queue_page_down(self) -> None:
        """A page down."""
        self.list.page(1)

    def do_queue_page_up(self) -> None:
        """A page up."""
        self.list.page(-1)

    def do_queue_first(self) -> None:
        """To the first line."""
        self.list.cursor = 0

    def do_queue_last(self) -> None:
        """To the last line."""
        self.list.cursor = len(self.session.queue.order)

    def do_queue_review(self) -> None:
        """Open the current article."""
        if self.list.current is not None:
            self.answer(self.list.current.article)

    @on(ArticleList.Clicked)
    def _clicked(self, message: ArticleList.Clicked) -> None:
        if self.search.is_open:
            self.do_search_apply()
        if message.twice:
            self.do_queue_review()

    def do_queue_unfinished(self) -> None:
        """Go to the next article without a verdict."""
        current = self.list.current
        target = self.session.queue.next_unfinished(current.article if current else None)
        if target is not None:
            self.list.cursor = self.session.queue.place(target)
        else:
            self.tell(self.language("queue.none_unfinished"))

    def do_queue_status(self) -> None:
        """Filter by the next status."""
        view = self.session.queue.view
        self.view_queue(status=FILTERS[(FILTERS.index(view.status) + 1) % len(FILTERS)])

    def do_queue_sort(self) -> None:
        """Sort by the next order."""
        view = self.session.queue.view
        self.view_queue(sort=SORTS[(SORTS.index(view.sort) + 1) % len(SORTS)])

    def do_queue_words(self) -> None:
        """Ask for words to filter by."""
        self.search.open()
        self.search.entry.value = self.session.queue.view.words
        self.set_focus(self.search.entry)
        self.show_bars()

    @on(TextEntry.Changed, "#search-entry")
    def _words_typed(self, event: TextEntry.Changed) -> None:
        self._said = ""
        if self.search.is_open:
            self.view_queue(words=event.value)

    def do_search_apply(self) -> None:
        """Keep the filter and go back to the list."""
        self.view_queue(words=self.search.entry.value)
        self.search.close()
        self.set_focus(self.list)
        self.show_bars()

    def do_search_leave(self) -> None:
        """Drop the words and go back to the list."""
        self.search.close()
        self.set_focus(self.list)
        self.view_queue(words="")

    def do_queue_leave(self) -> None:
        """Go back to the article under review."""
        self.answer(None)

    async def do_help(self) -> None:
        """Show the keys."""
        await self.app.push_screen(HelpScreen(self.keys, self.language, (self.place,)))

    async def do_palette(self) -> None:
        """Find an action by name."""
        await open_palette(self)

    async def do_theme(self) -> None:
        """Go to the next theme."""
        await self.app.run_action("switch_theme")
