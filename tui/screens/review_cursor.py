"""What keys do to the cursor, the selection and the search."""

from bisect import bisect_left

from textual import on

from tui.screens.review_base import ReviewBase
from tui.text.folding import matches
from tui.widgets.text_entry import TextEntry


class CursorActions(ReviewBase):
    """Actions on the place in the text."""

    _sought = ""
    """What was last searched for, until the search is dropped."""
    _search_from = 0
    """Where the cursor was when the search began."""

    def do_cursor_left(self) -> None:
        """A step left."""
        self.pane.action_cursor_left()
        self.follow_cursor()

    def do_cursor_right(self) -> None:
        """A step right."""
        self.pane.action_cursor_right()
        self.follow_cursor()

    def do_cursor_up(self) -> None:
        """A row up."""
        self.pane.action_cursor_up()
        self.follow_cursor()

    def do_cursor_down(self) -> None:
        """A row down."""
        self.pane.action_cursor_down()
        self.follow_cursor()

    def do_cursor_line_start(self) -> None:
        """To the start of the row."""
        self.pane.action_cursor_line_start()
        self.follow_cursor()

    def do_cursor_line_end(self) -> None:
        """To the end of the row."""
        self.pane.action_cursor_line_end()
        self.follow_cursor()

    def do_cursor_page_up(self) -> None:
        """A page up."""
        self.pane.action_cursor_page_up()
        self.follow_cursor()

    def do_cursor_page_down(self) -> None:
        """A page down."""
        self.pane.action_cursor_page_down()
        self.follow_cursor()

    def do_cursor_text_start(self) -> None:
        """To the start of the text."""
        self.pane.action_cursor_text_start()
        self.follow_cursor()

    def do_cursor_text_end(self) -> None:
        """To the end of the text."""
        self.pane.action_cursor_text_end()
        self.follow_cursor()

    # -- selection ---------------------------------------------------------

    def do_selection_left(self) -> None:
        """Extend the selection left."""
        self.pane.action_cursor_left(True)
        self.follow_cursor()

    def do_selection_right(self) -> None:
        """Extend the selection right."""
        self.pane.action_cursor_right(True)
        self.follow_cursor()

    def do_selection_up(self) -> None:
        """Extend the selection up."""
        self.pane.action_cursor_up(True)
        self.follow_cursor()

    def do_selection_down(self) -> None:
        """Extend the selection down."""
        self.pane.action_cursor_down(True)
        self.follow_cursor()

    def do_selection_start(self) -> None:
        """Start a selection, or with one begun, end it there."""
        if self.pane.selecting:
            self.pane.selecting = False
        else:
            self.pane.start_selection()

    def do_selection_drop(self) -> None:
        """Drop the selection and what a search has marked."""
        self._drop_search()

    # -- search ------------------------------------------------------------

    def do_search_open(self) -> None:
        """Ask what to look for."""
        self._search_from = self.pane.cursor
        self.pane.evidence = frozenset()
        self.search.open()
        self.set_focus(self.search.entry)

    @on(TextEntry.Changed, "#search-entry")
    def _search_typed(self) -> None:
        self.find()

    def find(self) -> None:
        """Mark what is typed, and go to the first place from where the search began."""
        self._seek(self.search.entry.value, self._search_from)
        self.search.tell(len(self.pane.matches))
        self.show_bars()

    def _seek(self, words: str, start: int) -> None:
        """Mark all places of some words, and go to the first from an offset on."""
        self._sought = words
        self.pane.matches = matches(words, self.session.article.text)
        self._go_to_match(bisect_left(self.pane.matches, (start, 0)))

    def _go_to_match(self, index: int) -> None:
        """Go to a match and select it, so that a label key makes a span of it."""
        found = self.pane.matches
        if not found:
            self.pane.match_index = -1
            self.pane.drop_selection()
            return
        self.pane.match_index = index % len(found)
        start, end = found[self.pane.match_index]
        self.pane.cursor = start
        self.follow_cursor()
        self.pane.select(start, end)

    def _drop_search(self) -> None:
        self._sought = ""
        self.pane.drop_selection()
        self.pane.matches = ()
        self.pane.match_index = -1

    def do_search_apply(self) -> None:
        """Go back to the text; what was found stays marked."""
        self.find()
        self.search.close()
        self.set_focus(self.pane)
        self._tell_no_match()

    def do_search_leave(self) -> None:
        """Go back to where the search began."""
        self._drop_search()
        self.search.close()
        self.set_focus(self.pane)
        self.pane.cursor = self._search_from
        self.follow_cursor()

    def do_search_next(self) -> None:
        """Go to the next match."""
        self._step_match(1)

    def do_search_previous(self) -> None:
        """Go to the match before."""
        self._step_match(-1)

    def _step_match(self, by: int) -> None:
        if self.pane.matches:
            self._go_to_match(self.pane.match_index + by)
        elif self._sought:  # in an article opened since
            self._seek(self._sought, self.pane.cursor)
            self._tell_no_match()
        else:
            self.say("did.no_search")

    def _tell_no_match(self) -> None:
        if self._sought and not self.pane.matches:
            self.say("did.no_match", words=self._sought)
