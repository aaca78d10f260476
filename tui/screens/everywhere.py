"""Everywhere: all places of a surface with their sentences, to leave some out and decide on the rest."""

import asyncio
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from store.schema import Label
from store.span import Decision
from tui.keyboard.keys import KeyTable
from tui.keyboard.keys import Place as KeyPlace
from tui.language import Language
from tui.review.bulk import places_in_queue
from tui.review.everywhere import Place, places
from tui.review.session import ReviewSession
from tui.screens.keyed import KeyedModal
from tui.widgets.bar import Bar
from tui.widgets.place_list import PlaceList


class Verdict(NamedTuple):
    """What is to become of some places."""

    places: list[Place]
    decision: Decision


class EverywhereScreen(KeyedModal[Verdict | None]):
    """Previews the places of a surface; answers with those chosen and what is to become of them."""

    PLACES: ClassVar[tuple[KeyPlace, ...]] = ("preview",)

    def __init__(
        self, session: ReviewSession, keys: KeyTable, language: Language, surface: str, label: Label
    ) -> None:
        super().__init__(keys, language)
        self.session = session
        self._surface = surface
        self._label = label
        self._elsewhere: list[Place] | None = None
        self._all = False

    def compose(self) -> ComposeResult:
        """Compose heading, list and keys."""
        with Vertical(classes="dialog tall"):
            yield Bar(id="preview-title")
            yield PlaceList(self.language, self._surface, id="places")
            yield self.key_lines()

    def on_mount(self) -> None:
        """Show the places in this article."""
        self.list = self.query_one(PlaceList)
        self.set_focus(self.list)
        session, opened, words = self.session, self.session.opened, (self._surface, self._label.id)
        overlap = session.schema.overlap
        here = places(opened.article, opened.document, session.annotation, *words, overlap=overlap)
        self._here = list(here)
        self.list.show(self._here, self.session.article.id)
        self._show_count()

    def _show_count(self) -> None:
        chosen, count = len(self.list.chosen), len(self.list.places)
        articles = len(self.session.queue.order)
        scope = "preview.queue" if self._all else "preview.here"
        counted = self.language(scope, articles=articles, chosen=chosen, count=count)
        title = self.language("preview.title", text=self._surface, label=self._label.id)
        self.query_one("#preview-title", Bar).show([(title, "strong")], [(counted, "key")])

    def do_preview_next(self) -> None:
        """Go to the next place."""
        self.list.cursor += 1

    def do_preview_previous(self) -> None:
        """Go to the place before."""
        self.list.cursor -= 1

    def do_preview_veto(self) -> None:
        """Leave the current place out, or take it in again, and go on to the next."""
        self.list.toggle()
        self.list.cursor += 1
        self._show_count()

    @on(PlaceList.Clicked)
    def _clicked(self) -> None:
        """Leave out or take in what was clicked."""
        self.list.toggle()
        self._show_count()

    async def do_preview_queue(self) -> None:
        """Take in the places of all articles, or only those of this one."""
        self._all = not self._all
        if self._all and self._elsewhere is None:
            self.query_one("#preview-title", Bar).show([(self.language("preview.searching"), "key")])
            self._elsewhere = await asyncio.to_thread(
                places_in_queue, self.session, self._surface, self._label.id
            )
            await self.app.run_action("drop_typed_ahead")  # nobody has seen these places yet
        elsewhere = self._elsewhere or [] if self._all else []
        self.list.show([*self._here, *elsewhere], self.session.article.id)
        self._show_count()

    def do_preview_accept(self) -> None:
        """Accept the chosen places."""
        self.answer(Verdict(self.list.chosen, "accepted"))

    def do_preview_suggest(self) -> None:
        """Make suggestions of the chosen places."""
        self.answer(Verdict(self.list.chosen, "suggested"))

    def do_preview_reject(self) -> None:
        """Reject the spans at the chosen places."""
        self.answer(Verdict(self.list.chosen, "rejected"))

    def do_preview_leave(self) -> None:
        """Do nothing."""
        self.answer(None)
