"""What `*` does: the places of the same words are listed, and decided on at once."""

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from store.annotation import Annotation
from store.schema import Label
from tui.screens.review_spans import SpanActions

if TYPE_CHECKING:
    from tui.screens.everywhere import Verdict


class EverywhereActions(SpanActions):
    """The action on all places of the same words."""

    async def do_span_everywhere(self) -> None:
        """Preview all places of the selection, or else of the current span's surface, and decide on them."""
        label = self.session.schema.label(self.span.label) if self.span else None
        if self.selected and self.selected[0] < self.selected[1]:
            start, end = self.selected
            surface = self.session.article.text[start:end]
            await self.ask_for_label(partial(self._everywhere_as, surface))
        elif self.span is None or label is None:
            self.say_no_span()
        else:
            await self._everywhere(self.span.text, label)

    async def _everywhere_as(self, surface: str, label_id: str | None) -> None:
        if label := self.session.schema.label(label_id or ""):
            await self._everywhere(surface, label)

    async def _everywhere(self, surface: str, label: Label) -> None:
        from tui.screens.everywhere import EverywhereScreen

        screen = EverywhereScreen(self.session, self.keys, self.language, surface, label)
        await self.app.push_screen(screen, partial(self._decide_everywhere, surface, label.id))

    async def _decide_everywhere(self, surface: str, label: str, verdict: "Verdict | None") -> None:
        if verdict is None:
            return
        from tui.review.bulk import decide_everywhere

        places = [place for place in verdict.places if place.there or verdict.decision != "rejected"]
        words = f"{surface} {label} ×{len(places)}"
        finished = self.session.queue.finished
        self.forget_next()
        before = await asyncio.to_thread(
            decide_everywhere, self.session, places, label, verdict.decision, words
        )
        self._go_on(self.selected, before)
        reopened = finished - self.session.queue.finished
        said = "did.everywhere_reopened" if reopened else "did.everywhere"
        self.say(said, count=len(places), reopened=reopened)

    def _go_on(self, selected: tuple[int, int] | None, before: Annotation) -> None:
        """Show what was decided, and go to the span made of the selection, or on if the current one was."""
        here, was = self.pane.cursor, before.span(self.pane.current or "")
        self.show_edit(before)
        now = self.span.status if self.span else "gone"
        made = self.pane.span_at(selected[0]) if selected else None
        self.pane.drop_selection()
        if made is not None:
            self.go_to_span(made)
        elif was and not selected and now not in ("suggested", was.status):
            self.go_to_next_undecided(here)
