"""The gold dataset: one file that survives crashes and that stock TinyDB opens."""

import os
from collections.abc import Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from store.advice import advice, failed
from store.annotation import Annotation
from store.article import Article
from store.change import Change
from store.clock import now
from store.errors import DatasetError, HeldError, UnreadableFileError
from store.files import OWNER_ONLY_FOLDER
from store.gold.journal import Operation, journal_path
from store.gold.lazy import differences
from store.gold.lock import Lock
from store.gold.operations import Operations
from store.gold.reader import GoldReader
from store.gold.revision import Event, Revision
from store.gold.storage import GoldStorage
from store.history import History, Step
from store.schema import Schema


def login_name() -> str:
    """Return the name that this person logged in with."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return str(os.getuid())


def is_there(path: Path) -> bool:
    """Whether there is a dataset to open, be it in its journal alone, as a killed first session leaves it.

    Raises:
        OSError: it can't be told.
    """
    place = Path(os.path.realpath(path))
    return place.exists() or journal_path(place).exists()


class GoldDataset(GoldReader):
    """A gold dataset, open. Every change is durable when its method returns.

    A change that can't be written (the disk is full, the folder went) raises DatasetError but holds in
    memory: readers see it, and the next change that can be written, or `flush`, writes it too.
    """

    def __init__(self, storage: GoldStorage, annotator: str, lock: Lock | None = None) -> None:
        super().__init__(storage, annotator)
        self._lock = lock
        self._operations = Operations(self)

    @classmethod
    def open(
        cls, path: Path, *, annotator: str | None = None, read_only: bool = False, create: bool = True
    ) -> "GoldDataset":
        """Open a dataset for this process alone, or read-only beside its writer.

        Args:
            path: the gold file.
            annotator: whose annotations are meant where none is named; without one, the login name.
            read_only: take no lock, write nothing; the file must be there.
            create: begin an empty dataset where there is no file; it comes to be with the first change.

        Raises:
            UnreadableFileError: there is no file (and none to be made), or it can't be read.
            HeldError: another process writes it.
            DatasetError: it is damaged, foreign, newer, or can't be written.
        """
        place = _place(path, needed=read_only or not create)
        lock = None if read_only else _locked(place, path)
        try:
            return cls(GoldStorage(place, read_only=read_only, lock=lock), annotator or login_name(), lock)
        except BaseException:
            if lock:
                lock.release()
            raise

    def _put(self, operations: Iterable[Operation]) -> None:
        """Write through the storage; the index was brought up to date by whoever made the operations."""
        self._edition += 1
        self.storage.put(operations)

    def group(self) -> AbstractContextManager[None]:
        """Make all changes within a `with` one durable step: all of them are there afterwards, or none.

        None are, where the block ends in an error or the process in a crash.
        """
        return self.storage.group()

    def flush(self) -> None:
        """Write what a failed change has left in memory.

        Raises:
            DatasetError: it still can't be written.
        """
        self.storage.flush()

    @property
    def pending(self) -> bool:
        """Whether there is work that could not be written yet."""
        return self.storage.pending

    def add(self, articles: Iterable[Article]) -> tuple[list[Article], list[Article]]:
        """Add articles in one durable step.

        Returns:
            Those that were added, and those whose text was there already (or twice among them).

        Raises:
            DatasetError: one can't be saved, and none is added; or the file can't be written.
        """
        added: dict[str, tuple[Article, Operation]] = {}
        already = []
        for article in articles:
            if article.id in self.index.articles or article.id in added:
                already.append(article)
            else:
                number = self.storage.next_id("articles")
                added[article.id] = article, self._operations.encoded("articles", number, article)
        self.index.articles.update({key: operation[1] for key, (_, operation) in added.items()})
        if added:
            self._put(operation for _, operation in added.values())
        return [article for article, _ in added.values()], already

    def save(
        self,
        annotation: Annotation,
        steps: Sequence[Step] = (),
        drop_after: int | None = None,
        position: int | None = None,
    ) -> None:
        """Save an annotation as it is, with its new undo steps, in one durable step.

        Args:
            annotation: the whole annotation.
            steps: steps that were not saved yet; one whose number is taken replaces that one.
            drop_after: steps above this number are deleted: the redo branch that was left.
            position: how many steps are done; without it, the number of the last new step, or as it was.

        Raises:
            DatasetError: it holds what no file can, and nothing is changed; or the file can't be written.
        """
        event = self._event(annotation)
        operations = self._operations.saving(annotation, steps, drop_after, position)
        if event:
            operations.append(self._operations.revising(annotation, event, now(), self.annotator))
        self._put(operations)

    def _event(self, annotation: Annotation) -> Event | None:
        """What a save does to the confirmation, which is kept whichever way it comes about."""
        if self.status(annotation.article, annotation.annotator) != "confirmed":
            return "confirm" if annotation.status == "confirmed" else None
        if annotation.status != "confirmed":
            return "unconfirm"
        stored = self.annotation(annotation.article, annotation.annotator)
        return "confirm" if stored and Change.between(stored, annotation) else None

    def confirm(
        self,
        annotation: Annotation,
        steps: Sequence[Step] = (),
        drop_after: int | None = None,
        position: int | None = None,
    ) -> Annotation:
        """Save an annotation, given as to `save`, as confirmed, and keep this revision for good.

        Returns:
            The annotation as saved: its status, revision and times are new.

        Raises:
            DatasetError: as `save`.
        """
        time = now()
        stored = self.annotation(annotation.article, annotation.annotator)
        revision = max(annotation.revision, stored.revision if stored else 0) + 1
        confirmed = msgspec.structs.replace(
            annotation, status="confirmed", revision=revision, confirmed=time, updated=time
        )
        operations = self._operations.saving(confirmed, steps, drop_after, position)
        self._put([*operations, self._operations.revising(confirmed, "confirm", time, self.annotator)])
        return confirmed

    def restore(self, annotation: Annotation, history: History) -> None:
        """Put in an annotation as another dataset has it, with its undo steps; that is no event of its own.

        Raises:
            DatasetError: as `save`.
        """
        self._put(self._operations.saving(annotation, history.steps, 0, history.position))

    def keep(self, revisions: Iterable[Revision]) -> None:
        """Put in revisions of another dataset, numbered behind those that are here.

        Raises:
            DatasetError: as `save`.
        """
        kept = [(one.annotation, one.event, one.time, one.by) for one in revisions]
        self._put([self._operations.revising(*one) for one in kept])

    def hold(self, schema: Schema, names: Collection[str]) -> bool:
        """Have the dataset read by a schema from now on, and hold it whole unless it ships with akapen.

        It takes the place of any of its name. Schemas that no annotation names are no longer held.

        Args:
            schema: the schema.
            names: of the schemas that annotations name.

        Returns:
            Whether that changes anything.

        Raises:
            DatasetError: the file can't be written.
        """
        from store.gold.own_schema import TABLE, table_with

        before = self.storage.tables[TABLE]
        after = table_with(schema, before, names, self.path)
        operations = [*differences({TABLE: before}, {TABLE: after})]
        if operations:
            self._put(operations)
        return bool(operations)

    def delete(self, article_id: str) -> None:
        """Delete an article and everyone's work on it; the last state of each annotation stays as a revision.

        Raises:
            KeyError: there is no such article.
            DatasetError: the file can't be written.
        """
        self._put(self._operations.deleting(article_id, now(), self.annotator))

    def close(self) -> None:
        """Fold the journal in and give the dataset free; afterwards there is only the gold file.

        Raises:
            DatasetError: the gold file can't be written; what was saved stays in the journal.
        """
        try:
            self.storage.close()
        finally:
            if self._lock:
                self._lock.release()

    def __enter__(self) -> Self:
        """Use it in a `with`."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it; an error that is under way already is not replaced by one of closing."""
        try:
            self.close()
        except DatasetError:
            if error is None:
                raise


def _place(path: Path, *, needed: bool) -> Path:
    """Return where the file really lies, links followed."""
    place = Path(os.path.realpath(path))
    try:
        if needed and not is_there(place):
            raise UnreadableFileError(path, "no such file: give a gold dataset that is there")
        if place.is_dir():
            raise UnreadableFileError(path, "a folder, not a file: name a file in it")
        if place.exists() and not place.is_file():
            raise UnreadableFileError(path, "a device or pipe, not a file: name a file")
    except OSError as error:
        raise UnreadableFileError(path, advice(error)) from None
    return place


def _locked(place: Path, path: Path) -> Lock:
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=OWNER_ONLY_FOLDER)
        return Lock.take(place)
    except OSError as error:
        raise failed(path, "opened for writing", error) from None
    except HeldError as error:
        raise HeldError(path, error.problem) from None
