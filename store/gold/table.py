"""The TinyDB database of a gold file: stock operations, each written as one line of the journal."""

from collections.abc import Callable
from typing import Any

import tinydb
from tinydb.table import Table

from store.gold.lazy import Changes
from store.gold.storage import GoldStorage


class GoldTable(Table):
    """A TinyDB table whose operations write only the documents that they change."""

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        storage = self._storage
        assert isinstance(storage, GoldStorage)
        changes = Changes(storage.tables.get(self.name, {}), self.name, storage.path)
        updater(changes)
        storage.put(list(changes.operations()))
        self.clear_cache()


class GoldDB(tinydb.TinyDB):
    """A TinyDB over a gold storage."""

    table_class = GoldTable

    def __init__(self, storage: GoldStorage) -> None:
        super().__init__(storage=lambda: storage)
