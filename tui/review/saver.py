"""Saving beside the key path: a thread that makes edits durable and says when they are.

What is handed in is kept until the dataset has it on disk. A failure is
told and tried again; no work is dropped.
"""

import threading
import time
from collections.abc import Callable, Iterable
from datetime import datetime

import msgspec

from store.annotation import Annotation
from store.errors import DataError
from store.gold.dataset import GoldDataset
from store.history import Step

RETRY_SECONDS = 2.0

BREATH, LONGEST_BREATH = 0.04, 0.2
"""Seconds without an edit after which saving begins, and how long it is put off at most while edits go on.

The edit is painted first: threads take turns, and an annotation of ten thousand spans takes 15 ms to encode.
"""


class Job(msgspec.Struct, frozen=True):
    """What is to be made durable of one article."""

    annotation: Annotation
    steps: tuple[Step, ...] = ()
    drop_after: int | None = None
    """Undo steps numbered above it are gone: a redo branch that was left."""
    position: int | None = None
    """How many undo steps are done, where that has changed."""
    confirm: bool = False

    def then(self, later: "Job") -> "Job":
        """Return one job that does what this and then a later one of the same article would."""
        kept = self.steps
        if later.drop_after is not None:
            kept = tuple(step for step in kept if step.number <= later.drop_after)
        position = later.position
        if position is None and not later.steps:
            position = self.position
        bounds = [bound for bound in (self.drop_after, later.drop_after) if bound is not None]
        return Job(
            later.annotation, (*kept, *later.steps), min(bounds, default=None), position, later.confirm
        )


class SaveReport(msgspec.Struct, frozen=True):
    """How the last attempt went."""

    saved_at: datetime | None
    """When everything handed in so far was on disk; none while some of it is not."""
    problem: str = ""
    """Why the last attempt failed."""


class Saver:
    """Makes jobs durable in the order in which they are handed in.

    Args:
        dataset: where they go; `gate` guards it, for it is shared with whoever reads it.
        report: called from the saver's thread after every attempt.
    """

    def __init__(self, dataset: GoldDataset, report: Callable[[SaveReport], None]) -> None:
        self.gate = threading.Lock()
        self.last: SaveReport | None = None
        """How the last attempt went; none before the first."""
        self._dataset = dataset
        self._report = report
        self._jobs: list[Job] = []
        self._changed = threading.Condition()
        self._closing = False
        self._busy = False
        self._owed = False
        self._awaited = 0
        self._thread: threading.Thread | None = None

    def hand_in(self, job: Job) -> None:
        """Take a job over; returns at once."""
        with self._changed:
            self._jobs.append(job)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="saver", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    @property
    def pending(self) -> bool:
        """Whether something handed in is not on disk yet."""
        with self._changed:
            return bool(self._jobs) or self._busy or self._owed

    def unsaved(self, article_id: str) -> Annotation | None:
        """Return the newest annotation of an article that is not on disk yet."""
        with self._changed:
            found = [job.annotation for job in self._jobs if job.annotation.article == article_id]
        return found[-1] if found else None

    def flush(self, timeout: float | None = None) -> bool:
        """Wait until everything is on disk, at most so many seconds; returns whether it is."""
        with self._changed:
            self._awaited += 1
            self._changed.notify_all()
            done = self._changed.wait_for(
                lambda: not self._jobs and not self._busy and not self._owed, timeout
            )
            self._awaited -= 1
            return done

    def close(self, timeout: float = 5.0) -> bool:
        """Save what is left, within so many seconds, and end the thread; returns whether all is on disk."""
        done = self.flush(timeout)
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(timeout)
        return done

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._jobs or self._owed or self._closing)
                if self._closing:
                    return
                self._breathe()
                taken, self._busy = tuple(self._jobs), True
            left, problem = self._attempt(taken)
            with self._changed:
                self._jobs[: len(taken)] = left
                self._owed, self._busy = bool(problem), False
                everything = not self._jobs and not self._owed
                self._changed.notify_all()
            self.last = SaveReport(datetime.now() if everything else None, problem)
            self._report(self.last)
            if problem:
                with self._changed:
                    self._changed.wait(RETRY_SECONDS)

    def _breathe(self) -> None:
        """Let the edits that come one upon the other be painted first, unless somebody waits for the disk."""
        end, seen = time.monotonic() + LONGEST_BREATH, 0
        while len(self._jobs) > seen and time.monotonic() < end:
            seen = len(self._jobs)
            self._changed.wait_for(lambda: self._awaited or self._closing, BREATH)

    def _attempt(self, jobs: Iterable[Job]) -> tuple[list[Job], str]:
        """Save jobs; returns those that the dataset did not take over, and what went wrong.

        A job whose writing failed is held by the dataset, which writes it with the next one or when flushed.
        """
        left, problem = [], ""
        with self.gate:
            try:
                if self._dataset.pending:
                    self._dataset.flush()
            except Exception as error:  # a dead thread would lose work without a word
                problem = _said(error)
            for job in merged(jobs):
                before = self._dataset.storage.edition
                try:
                    self._save(job)
                except Exception as error:
                    problem = _said(error)
                    if self._dataset.storage.edition == before:
                        left.append(job)
        return left, problem

    def _save(self, job: Job) -> None:
        if job.confirm:
            self._dataset.confirm(job.annotation, job.steps, job.drop_after, job.position)
        else:
            self._dataset.save(job.annotation, job.steps, job.drop_after, job.position)


def _said(error: Exception) -> str:
    """Return what one line has room for: which file it is stands on the screen already."""
    return error.problem if isinstance(error, DataError) else str(error) or type(error).__name__


def merged(jobs: Iterable[Job]) -> list[Job]:
    """Put jobs of the same article into one, so that a slow disk is not asked for every key."""
    queue: dict[str, Job] = {}
    done: list[Job] = []
    for job in jobs:
        key = job.annotation.article
        queue[key] = queue[key].then(job) if key in queue else job
        if job.confirm:
            done.append(queue.pop(key))
    return [*done, *queue.values()]
