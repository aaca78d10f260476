"""The storage: TinyDB's seam, with saves that cost the same however much there is.

A save appends one line to the journal and syncs it. The gold file itself is only ever replaced whole, when
the journal is folded in. What could not be written stays pending and goes with the next write that succeeds.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec

from store.advice import advice, failed
from store.errors import DatasetError, HeldError, UnreadableFileError
from store.files import DISK, Disk, beside, write_atomically, write_beside
from store.gold import file as gold_file
from store.gold.backups import mine_path, rotate
from store.gold.file import META_ID, Meta, Tables
from store.gold.journal import Header, Journal, Operation, Recorded, apply, journal_path
from store.gold.lazy import LazyTable, differences
from store.gold.lock import Lock
from store.gold.migrations import backup_path, migrated
from store.gold.opening import opened

CHANGED = "changed by another program"

LARGE = 64 << 20
"""A journal above this many bytes, and larger than the gold file, is folded in at once."""


class GoldStorage:
    """One gold file with its journal, held in memory as undecoded documents.

    It has what TinyDB asks of a storage (`read`, `write`, `close`) without being derived from one: TinyDB is
    imported only where its tables are used.

    Args:
        path: the gold file; missing, it comes to be with the first fold.
        read_only: refuse every change and touch nothing.
        disk: the file layer.
        lock: the right to write, looked after before each write; whoever took it gives it back.

    Raises:
        UnreadableFileError: the file can't be read, or is empty.
        DatasetError: it is damaged, foreign or newer, or its journal belongs to other contents.
    """

    def __init__(
        self, path: Path, *, read_only: bool = False, disk: Disk = DISK, lock: Lock | None = None
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.notices: tuple[str, ...] = ()
        """What a person should know of the opening, such as a torn save that was dropped."""
        self.edition = 0
        """Goes up with every change, so that an index can tell when it is out of date."""
        self._disk = disk
        self._lock = lock
        self._pending: list[Operation] = []
        self._grouped = False
        self._backed_up = False
        self._settled = True
        self._next: dict[str, int] = {}
        try:
            found = opened(path, disk, again=read_only)
        except OSError as error:
            raise UnreadableFileError(path, advice(error)) from None
        self.tables, self._signature, self._base = found.tables, found.signature, found.base
        try:
            self._journal = self._open_journal(found.recorded)
            self._migrate()
        except OSError as error:
            raise failed(path, "opened for writing", error) from None

    # -- opening -----------------------------------------------------------

    def _open_journal(self, recorded: Recorded) -> Journal:
        """Go on with the journal that a crash left, and clear away what holds nothing."""
        journal = Journal(
            journal_path(self.path), self._disk, recorded.header or self._new_header(), recorded
        )
        if self.read_only:
            return journal
        if recorded.torn:
            self.notices += (f"an unfinished save of {recorded.torn} bytes was dropped",)
        journal.resume()
        if self._signature is not None:
            self._disk.remove(beside(self.path))
        return journal

    def _migrate(self) -> None:
        """Bring an older file up to date at once and as a whole, with a backup of what it was."""
        version = gold_file.meta(self.tables, self.path).version
        if version == gold_file.VERSION:
            return
        self.tables = migrated(self.tables, version, self.path)
        if not self.read_only:
            backup = backup_path(self.path, version)
            self._disk.remove(backup)
            self._disk.copy(self.path, backup)
            self._in_place()
            self._fold()

    def _new_header(self) -> Header:
        return Header(os.urandom(8).hex(), self._base)

    # -- TinyDB's seam -----------------------------------------------------

    def read(self) -> dict[str, dict[str, Any]]:
        """Return all tables; each document is decoded when it is asked for."""
        return {name: LazyTable(table, name, self.path) for name, table in self.tables.items()}  # type: ignore[misc]

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Make the tables what the data says, as stock TinyDB operations ask for.

        Raises:
            DatasetError: a document can't be saved, or the file not be written.
        """
        meta = {"meta": self.tables["meta"]}
        wanted = {name: LazyTable.encoded(table, name, self.path) for name, table in data.items()} | meta
        self.put([*differences(self.tables, wanted)])

    # -- changes -----------------------------------------------------------

    def next_id(self, name: str) -> int:
        """Return a document id of a table that was never given out before."""
        number = self._next.get(name) or max(self.tables.get(name, {}), default=0) + 1
        self._next[name] = number + 1
        return number

    def put(self, operations: Iterable[Operation]) -> None:
        """Make changes as one atomic, durable step.

        Raises:
            DatasetError: not written. They hold in memory; the next change or `flush` writes them.
        """
        if self.read_only:
            raise DatasetError(self.path, "opened read-only: nothing can be changed")
        operations = list(operations)
        apply(operations, self.tables)
        self.edition += 1
        self._pending += operations
        if not self._grouped:
            self.flush()

    @contextmanager
    def group(self) -> Iterator[None]:
        """Make all changes within one step: all of them survive, or none; none where an error ends the block.

        Raises:
            DatasetError: not written. The changes hold in memory, as of `put`.
        """
        if self._grouped:
            yield
            return
        before = {name: dict(table) for name, table in self.tables.items()}, list(self._pending)
        self._grouped = True
        try:
            yield
        except BaseException:
            self.tables, self._pending = before
            self.edition += 1
            raise
        finally:
            self._grouped = False
        self.flush()

    @property
    def pending(self) -> bool:
        """Whether there are changes that hold in memory alone."""
        return bool(self._pending)

    def flush(self) -> None:
        """Write what is pending.

        Raises:
            DatasetError: it could not be written; it stays pending.
        """
        if not self._pending:
            return
        try:
            if self._in_place():
                self._journal.append(self._pending)
                self._pending = []
            else:
                self._fold()
        except OSError as error:
            raise failed(self.path, "saved", error) from None
        if self._journal.size > max(LARGE, self._base.size if self._base else 0):
            with suppress(DatasetError):  # what was asked for is saved; folding can wait
                self.fold()

    def _taken_by(self) -> str | None:
        """Return who else has the file by now, in words; none as long as it is ours to write.

        Raises:
            OSError: it can't be told.
        """
        if self._lock is not None:
            try:
                self._lock.keep()
            except HeldError as error:
                return error.problem.rpartition(": ")[0]
        return CHANGED if self._journal.is_foreign() or self._changed() else None

    def _changed(self) -> bool:
        """Whether another program has put something else in the file's place; the same bytes do no harm."""
        signature = self._disk.signature(self.path)
        if signature is None or signature == self._signature:
            return False
        same = self._base and signature.size == self._base.size
        if not (same and gold_file.fingerprint([self._disk.read(self.path)]) == self._base):
            return True
        self._signature = signature
        return False

    def _in_place(self) -> bool:
        """Whether file and journal are as they were left; when they vanished, all is to be written anew.

        Raises:
            DatasetError: another program has the file by now.
        """
        if who := self._taken_by():
            raise DatasetError(
                self.path, f"{who}: leave, and your work goes to {mine_path(self.path, self._disk).name}"
            )
        there = self._disk.signature(self.path) == self._signature
        return there and self._settled and not self._journal.vanished()

    # -- folding -----------------------------------------------------------

    def fold(self) -> None:
        """Write everything into the gold file and remove the journal; nothing to do when nothing changed.

        Raises:
            DatasetError: it could not be written; the journal keeps what was saved.
        """
        if self.read_only or not (self._pending or self._journal.size):
            return
        try:
            self._in_place()
            self._fold()
        except OSError as error:
            raise failed(self.path, "written", error) from None

    def _fold(self) -> None:
        tables = self._stamped()
        new = write_beside(self.path, gold_file.render(tables), self._disk)
        if not self._backed_up and self._disk.signature(self.path):
            rotate(self.path, self._disk)
            self._backed_up = True
        self._settled = False  # until the new name is durable only another fold may follow
        self._disk.rename(new, self.path)
        self._signature = self._disk.signature(self.path)
        self._base = gold_file.fingerprint(gold_file.render(tables))
        self._disk.sync_directory(self.path.parent)
        self._settled, self.tables, self._pending = True, tables, []
        self._journal.begin(self._new_header())

    def _stamped(self) -> Tables:
        """The tables with the journal noted that they hold."""
        meta = Meta(folded=self._journal.header.journal)
        return self.tables | {"meta": {META_ID: msgspec.Raw(msgspec.json.encode(meta))}}

    def close(self) -> None:
        """Fold the journal in and let go of the files.

        Raises:
            DatasetError: the gold file could not be written, and the journal keeps what was saved; or another
                program had changed it, and everything of ours was written to a file of its own.
        """
        try:
            if not self.read_only and (self._pending or self._journal.size):
                if who := self._taken_by():
                    self._leave_mine(who)
                self.fold()
        except OSError as error:
            raise failed(self.path, "written", error) from None
        finally:
            self._journal.leave()

    def _leave_mine(self, who: str) -> None:
        mine = mine_path(self.path, self._disk)
        write_atomically(mine, gold_file.render(self._stamped()), self._disk)
        if who == CHANGED:
            self._journal.discard()
        self._pending = []
        problem = f"{who}: it was left as it is, and your work is in {mine.name}"
        raise DatasetError(self.path, f"{problem}: `akapen merge` joins the two")
