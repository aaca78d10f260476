"""What the queue finds out beside the keys: texts to search in, and what unseen articles would suggest."""

import asyncio
from contextlib import aclosing
from time import monotonic

from msgspec.structs import replace

from tui.keyboard.keys import KeyTable
from tui.language import Language
from tui.review.counting import counts
from tui.review.session import ReviewSession
from tui.review.texts import articles, search_keys
from tui.screens.keyed import KeyedScreen
from tui.widgets.article_list import ArticleList

ARRANGED_EVERY = 1.0
"""Seconds; counts come faster than eyes can follow lines that change places."""


class QueueLearning(KeyedScreen[str | None]):
    """The queue's list, its view, and the search for what the view needs to know."""

    def __init__(self, session: ReviewSession, keys: KeyTable, language: Language) -> None:
        super().__init__(keys, language)
        self.session = session
        self.list = ArticleList(language, id="list")
        self._reading = self._counting = ""
        self._asked: set[str] = set()

    @property
    def learning(self) -> str:
        """What is being found out, and how much of it is known; empty while nothing is."""
        return f"{self._reading} {self._counting}".strip()

    def view_queue(self, **changes: str) -> None:
        """Show the queue by another view, or by the same with what is known by now."""
        current, queue = self.list.current, self.session.queue
        queue.arrange(replace(queue.view, **changes))
        self.show(current.article if current and self.list.cursor else None)
        self._learn()

    def show(self, current: str | None) -> None:
        """Show the view as it is arranged now; at its top, where no article is named."""
        queue = self.session.queue
        self.list.show([queue.summary(article) for article in queue.order], current, queue.is_unseen)
        self.show_bars()

    def _learn(self) -> None:
        """Begin to find out what the view asks for, unless that goes on already."""
        queue = self.session.queue
        if queue.view.words and not queue.texts and not self._reading:
            self._reading = self.language("queue.reading")
            self.run_worker(self._read())
        by_counts = queue.view.sort in ("undecided", "score")
        if by_counts and not self._counting and (unseen := self._unseen()):
            self._asked.update(unseen)
            self._tell_count(0, len(unseen))
            self.run_worker(self._count(unseen))
        self.show_bars()

    def _unseen(self) -> list[str]:
        """Return the articles in view whose counts are neither known nor were asked for in vain."""
        queue = self.session.queue
        return [one for one in queue.order if queue.is_unseen(one) and one not in self._asked]

    def _tell_count(self, done: int, total: int) -> None:
        self._counting = self.language("queue.counting", done=done, total=total)

    async def _read(self) -> None:
        self.session.queue.texts = await asyncio.to_thread(search_keys, self.session)
        self._reading = ""
        self.view_queue()

    async def _count(self, unseen: list[str]) -> None:
        done, arranged = 0, monotonic()
        session, lessons = self.session, await asyncio.to_thread(self.session.lessons)
        async with aclosing(counts(session.schema, lessons, articles(session, unseen))) as counting:
            async for counted in counting:
                self.session.queue.take_count(counted)
                done += 1
                self._tell_count(done, len(unseen))
                self.show_bars()
                if monotonic() - arranged > ARRANGED_EVERY:
                    self.view_queue()
                    arranged = monotonic()
        self._counting = ""
        self.view_queue()
