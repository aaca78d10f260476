"""The queue: every article as one line, what is shown of it, in which order, and which comes next."""

from collections.abc import Iterable, Mapping
from typing import Literal, get_args

import msgspec
from msgspec.structs import replace

from store.annotation import Annotation, Status
from store.gold.summary import Summary
from tui.review.tally import Undecided, undecided_of
from tui.text.folding import search_key

Sort = Literal["import", "undecided", "score", "date"]
Filter = Literal["all", "unfinished", "pending", "draft", "confirmed", "skipped", "flagged"]

SORTS: tuple[Sort, ...] = get_args(Sort)
FILTERS: tuple[Filter, ...] = get_args(Filter)
FINISHED: tuple[Status, ...] = ("confirmed", "skipped")
UNFINISHED: frozenset[Status] = frozenset({"pending", "draft"})
"""Without a person's verdict; the next of these is opened after a confirmation."""


class View(msgspec.Struct, frozen=True):
    """What of the queue is shown, and how it is sorted."""

    status: Filter = "all"
    sort: Sort = "import"
    words: str = ""

    @property
    def narrows(self) -> bool:
        """Whether it is meant to leave articles out."""
        return self.status != "all" or bool(self.words.split())

    def fits(self, summary: Summary) -> bool:
        """Whether an article of that status is shown."""
        if self.status == "unfinished":
            return summary.status in UNFINISHED
        return self.status in ("all", summary.status)


class Counted(msgspec.Struct, frozen=True):
    """What opening an article for the first time would suggest: it is known, but nothing of it is stored."""

    article: str
    spans: int
    undecided: int
    """Spans and values together."""
    lowest: float | None
    """The least score among them."""


class ArticleQueue:
    """All articles of a dataset with one annotator's progress, kept up to date in memory."""

    def __init__(self, summaries: Iterable[Summary]) -> None:
        self.texts: dict[str, str] = {}
        """The texts as search keys, by article; as long as one is missing, only its heading is searched."""
        self._headings: dict[str, str] = {}
        self._summaries = {summary.article: summary for summary in summaries}
        self._unseen = {one.article for one in self._summaries.values() if not (one.spans or one.updated)}
        self._counts: dict[Status, int] = {}
        for summary in self._summaries.values():
            self._counts[summary.status] = self._counts.get(summary.status, 0) + 1
        self._places: dict[str, int] = {}
        self._order: list[str] = []
        self.view = View()
        self.arrange(self.view)

    def __len__(self) -> int:
        """How many articles there are, shown or not."""
        return len(self._summaries)

    @property
    def order(self) -> tuple[str, ...]:
        """The ids of the articles shown, in the order of the view."""
        return tuple(self._order)

    @property
    def counts(self) -> Mapping[Status, int]:
        """How many articles there are of each status; a status without any may be missing."""
        return self._counts

    @property
    def finished(self) -> int:
        """How many articles are done with: confirmed or skipped. A flagged one waits for a second look."""
        return sum(self._counts.get(status, 0) for status in FINISHED)

    @property
    def hides_unfinished(self) -> bool:
        """Whether articles without a verdict are left out of the view."""
        shown = sum(self._summaries[article].status in UNFINISHED for article in self._order)
        return shown < sum(self._counts.get(status, 0) for status in UNFINISHED)

    def summary(self, article_id: str) -> Summary:
        """Return the line of an article."""
        return self._summaries[article_id]

    def with_status(self, status: Status) -> list[str]:
        """Return the ids of the articles of a status, shown or not, in the order of import."""
        return [one.article for one in list(self._summaries.values()) if one.status == status]

    def place(self, article_id: str) -> int:
        """Return the place of an article in the view, from 0; -1 where it isn't shown."""
        return self._places.get(article_id, -1)

    def is_unseen(self, article_id: str) -> bool:
        """Whether no suggestions are known of an article: nobody has opened it, and they weren't counted."""
        return article_id in self._unseen

    def arrange(self, view: View) -> None:
        """Show the queue by another view."""
        self.view = view
        words = search_key(view.words).split()
        shown = [one for one in self._summaries.values() if view.fits(one) and self._has(one, words)]
        if view.sort == "undecided":
            shown.sort(key=lambda summary: -summary.undecided)
        elif view.sort == "score":
            shown.sort(key=lambda summary: 2.0 if summary.lowest is None else summary.lowest)
        elif view.sort == "date":
            shown.sort(key=lambda summary: summary.published or "", reverse=True)
        self._order = [summary.article for summary in shown]
        self._places = {article: place for place, article in enumerate(self._order)}

    def _has(self, summary: Summary, words: list[str]) -> bool:
        """Whether each word is in an article's heading, note or text."""
        if not words:
            return True
        heading = self._headings.get(summary.article)
        if heading is None:
            heading = search_key(f"{summary.title} {summary.source} {summary.published or ''}")
            self._headings[summary.article] = heading
        places = (heading, search_key(summary.note), self.texts.get(summary.article, ""))
        return all(any(word in place for place in places) for word in words)

    def take_count(self, counted: Counted) -> None:
        """Take over what an article would suggest, unless it has been opened meanwhile."""
        if counted.article in self._unseen:
            self._unseen.discard(counted.article)
            self._summaries[counted.article] = replace(
                self._summaries[counted.article],
                spans=counted.spans,
                undecided=counted.undecided,
                lowest=counted.lowest,
            )

    def update(self, annotation: Annotation, undecided: Undecided | None = None) -> None:
        """Take over an annotation's progress. The order stays as it is until the queue is arranged anew.

        Args:
            annotation: as it is now.
            undecided: what of it waits for a decision, where that is known.
        """
        waiting = undecided or undecided_of(annotation)
        old = self._summaries[annotation.article]
        self._unseen.discard(annotation.article)
        self._counts[old.status] -= 1
        self._counts[annotation.status] = self._counts.get(annotation.status, 0) + 1
        self._summaries[annotation.article] = replace(
            old,
            status=annotation.status,
            spans=len(annotation.spans),
            undecided=waiting.count,
            lowest=waiting.lowest,
            updated=annotation.updated,
            note=annotation.note,
        )

    def step(self, article_id: str, by: int) -> str | None:
        """Return the article so many places on in the view, none beyond its ends."""
        place = self.place(article_id) + by
        return self._order[place] if 0 <= place < len(self._order) else None

    def next_unfinished(self, after: str | None = None) -> str | None:
        """Return the next article without a verdict, round the end of the view; none when all have one."""
        start = self.place(after) + 1 if after else 0
        for article in (*self._order[start:], *self._order[:start]):
            if article != after and self._summaries[article].status in UNFINISHED:
                return article
        return None
