"""What keys open over the review: queue, help, palette, info, note. Each is imported when it is opened."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.keyboard.keys import Place
from tui.screens.review_base import ReviewBase

if TYPE_CHECKING:
    from tui.widgets.page import Line


class DialogActions(ReviewBase):
    """Actions that open something over the review."""

    async def do_queue_open(self) -> None:
        """Open the queue."""
        from tui.screens.queue import QueueScreen

        self.session.leave()
        await self.app.push_screen(QueueScreen(self.session, self.keys, self.language), self._chosen)

    def _chosen(self, article_id: str | None) -> None:
        under_review = self.session.article.id if self.session.is_open else None
        if article_id is not None and article_id != under_review:
            self.open_soon(article_id)
        else:
            self.show_bars()  # the view may be another

    async def do_help(self) -> None:
        """Show the keys of the focused pane, what is shown there, then the keys of the other."""
        from tui.screens.help import HelpScreen, sign_lines

        other: Place = "form" if self.place == "text" else "text"
        signs = sign_lines(self.language, self.session.schema)
        await self.app.push_screen(
            HelpScreen(self.keys, self.language, (self.place, other, "edit", "search"), signs)
        )

    async def do_palette(self) -> None:
        """Find an action by name."""
        from tui.screens.palette import open_palette

        await open_palette(self)

    async def do_theme(self) -> None:
        """Go to the next theme."""
        await self.app.run_action("switch_theme")

    async def do_article_note(self) -> None:
        """Write a note on the article."""
        from tui.screens.note import NoteScreen

        note = self.session.annotation.note
        await self.app.push_screen(NoteScreen(self.keys, self.language, note), self._noted)

    def _noted(self, note: str | None) -> None:
        if note is not None and self.edit("article.note", note, replace(self.session.annotation, note=note)):
            self.say("did.noted")

    async def do_info(self) -> None:
        """Show what the label or field under the cursor means, with confirmed examples."""
        from tui.screens.help import PageScreen

        page = self._info_page()
        if page is None:
            self.say_no_span()
            return
        title, lines = page
        await self.app.push_screen(PageScreen(self.keys, self.language, title, lines))

    def _info_page(self) -> "tuple[str, list[Line]] | None":
        from tui.review.info import field_page, label_page

        if self.place == "form":
            row = self.form.current
            return field_page(self.session, self.language, row.field) if row else None
        label = self.session.schema.label(self.span.label) if self.span else None
        return label_page(self.session, self.language, label) if label else None
