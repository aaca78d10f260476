"""The review session, without a screen: the article under review, its edits with undo, and their saving."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.annotation import Annotation, Status
from store.article import Article
from store.change import Change
from store.clock import now
from store.gold.dataset import GoldDataset
from store.history import History, Step
from store.schema import Field, Schema
from store.span import Span
from store.value import Value
from tui.review.article_queue import ArticleQueue
from tui.review.checks import Finding, findings
from tui.review.effort import Effort
from tui.review.learning import Learning
from tui.review.opened import Opened, open_article
from tui.review.saver import Job, Saver, SaveReport
from tui.review.tally import Tally

if TYPE_CHECKING:
    from extract.lessons import Lessons

VERDICTS: frozenset[Status] = frozenset({"confirmed", "skipped"})
"""An edit takes these back: what was confirmed is a draft again once it is changed."""


class ReviewSession:
    """One person's sitting over a dataset. Every edit is one step, handed to the saver at once.

    Args:
        dataset: articles and annotations.
        schema: labels and fields.
        report: told from another thread how saving goes.
        clock: monotonic seconds, for the time spent.
    """

    def __init__(
        self,
        dataset: GoldDataset,
        schema: Schema,
        report: Callable[[SaveReport], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.dataset = dataset
        self.schema = schema
        self.saver = Saver(dataset, report)
        self.queue = ArticleQueue(dataset.summaries())
        self.effort = Effort(clock)
        self._learning = Learning(dataset, schema, self.queue, self.saver.gate)
        self._opened: Opened | None = None
        self.annotation = Annotation("", dataset.annotator)
        self.tally = Tally(self.annotation)
        self.history = History()
        self._findings: tuple[Annotation, tuple[Finding, ...]] | None = None

    # -- the article under review ------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether an article is under review."""
        return self._opened is not None

    @property
    def opened(self) -> Opened:
        """The article under review; only to be asked for while one is."""
        if self._opened is None:
            raise RuntimeError("no article is open")
        return self._opened

    @property
    def article(self) -> Article:
        """The article under review."""
        return self.opened.article

    def lessons(self) -> "Lessons":
        """Return what the confirmed articles teach by now; safe to call from another thread."""
        return self._learning.lessons()

    def prepare(self, article_id: str) -> Opened:
        """Make an article ready, whatever that takes; safe to call from another thread."""
        if self.saver.unsaved(article_id):
            self.saver.flush(timeout=2)
        extractor, gate = self._learning.extractor, self.saver.gate
        return open_article(self.dataset, self.schema, extractor, article_id, gate)

    def enter(self, opened: Opened) -> None:
        """Take a prepared article under review; its suggestions are stored with it."""
        self.leave()
        self._opened = opened
        self.annotation = opened.annotation
        self.tally = Tally(self.annotation)
        self.history = opened.history
        self.effort.begin()
        if opened.fresh:
            self.hand_in(Job(self.annotation))
        self.queue.update(self.annotation, self.tally.undecided)

    def leave(self) -> None:
        """Hand in what the work on the article has cost, if it cost anything since the last edit."""
        if self._opened is not None and self.effort.changed:
            self.annotation = self.effort.charge(self.annotation)
            self.hand_in(Job(self.annotation))

    @property
    def undecided(self) -> int:
        """How many suggestions of the article, spans and values together, wait for a decision."""
        return self.tally.undecided.count

    # -- editing -----------------------------------------------------------

    def do(
        self, action: str, words: str, annotation: Annotation, also: tuple[str, ...] = (), time: str = ""
    ) -> bool:
        """Make an edit one undoable step.

        Args:
            action: the id of the action in the key table.
            words: what it was done to, for undo to name.
            annotation: as it is to be; a verdict on the article gives way to `draft` unless the edit set it.
            also: other articles where the same act made a step.
            time: when the act was, if not now.

        Returns:
            Whether it changed anything.
        """
        before = self.annotation
        change = Change.between(before, annotation)
        if self.dataset.read_only or (not change and not also):
            return False
        if annotation.status == before.status and annotation.status in (*VERDICTS, "pending"):
            annotation = replace(annotation, status="draft")
            change = Change.between(before, annotation)
        dropped = self.history.position if self.history.next else None
        self.history = self.history.push(action, words, time or now(), change, also)
        self._settle(annotation, change)
        step = self.history.last
        self.hand_in(Job(self.annotation, (step,) if step else (), dropped, self.history.position))
        return True

    def undo(self) -> Step | None:
        """Take the last step back; returns it, or none when there is none."""
        step = self.history.last
        self.history, annotation = self.history.undo(self.annotation)
        return self._moved_in_history(step, annotation, step.change.turned()) if step else None

    def redo(self) -> Step | None:
        """Make the next step again; returns it, or none when there is none."""
        step = self.history.next
        self.history, annotation = self.history.redo(self.annotation)
        return self._moved_in_history(step, annotation, step.change) if step else None

    def _moved_in_history(self, step: Step, annotation: Annotation, change: Change) -> Step:
        self._settle(annotation, change)
        self.hand_in(Job(self.annotation, position=self.history.position))
        return step

    def confirm(self) -> None:
        """Confirm the article as it is: a new revision that stays, unless it is confirmed so already."""
        if self.annotation.status == "confirmed":
            return
        before = self.effort.charge(self.annotation)
        confirmed = replace(before, status="confirmed")
        change = Change.between(before, confirmed)
        dropped = self.history.position if self.history.next else None
        self.history = self.history.push("article.confirm", self.article.title, now(), change)
        self.hand_in(Job(before, self.history.steps[-1:], dropped, self.history.position, confirm=True))
        time = now()
        self.annotation = replace(confirmed, revision=before.revision + 1, confirmed=time, updated=time)
        self.queue.update(self.annotation, self.tally.undecided)

    def _settle(self, annotation: Annotation, change: Change) -> None:
        self.tally.follow(change)
        confirmed = annotation.confirmed if annotation.status == "confirmed" else None
        self.annotation = self.effort.charge(replace(annotation, updated=now(), confirmed=confirmed))
        self.queue.update(self.annotation, self.tally.undecided)

    def hand_in(self, job: Job) -> None:
        """Have something made durable, unless the dataset is only read."""
        if not self.dataset.read_only:
            self.saver.hand_in(job)

    # -- looking -----------------------------------------------------------

    def reading(self, field: Field, span: Span) -> tuple[Value, ...]:
        """Return the values of a field that a span of this article can be read as, the likeliest first."""
        from tui.review.reading import read_span

        return read_span(field, span, self.opened.document)

    def findings(self) -> tuple[Finding, ...]:
        """Return what looks wrong about the record."""
        if self._findings is None or self._findings[0] is not self.annotation:
            found = findings(
                self.annotation, self.schema, self.article.published, self.reading, self.tally.span
            )
            self._findings = self.annotation, found
        return self._findings[1]
