"""Parquet: one typed table, a row an annotation; and a folder that Hugging Face's `datasets` loads."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice

from store.extras import library
from store.formats.arrow import arrow_schema, losses, row
from store.formats.drain import Drain
from store.formats.hf_card import hf_card
from store.formats.piece import Item, Part, Piece, Settings

GROUP = 1_000
"""Rows written at once."""


def write_parquet(items: Iterable[Item], settings: Settings) -> Iterator[Piece]:
    """Yield one Parquet file.

    Raises:
        MissingLibraryError: pyarrow is not installed.
    """
    yield from _table(items, settings, "")


def write_hf(items: Iterable[Item], settings: Settings) -> Iterator[Piece]:
    """Yield a dataset folder: a Parquet file a split, and a card that says of which types the columns are.

    Args:
        items: split by split, where there are splits.
        settings: say which article is in which split.

    Raises:
        MissingLibraryError: pyarrow is not installed.
    """
    sizes: dict[str, int] = {}

    def counted(name: str, members: Iterable[Item]) -> Iterator[Item]:
        for item in members:
            sizes[name] = sizes.get(name, 0) + 1
            yield item

    splits = settings.splits
    for name, members in groupby(items, key=lambda item: splits.get(item[0].id, "train")):
        yield from _table(counted(name, members), settings, f"data/{name}-00000-of-00001.parquet")
    yield Part(hf_card(settings.schema, sizes).encode("utf-8", "replace"), "README.md")


def _table(items: Iterable[Item], settings: Settings, file: str) -> Iterator[Piece]:
    arrow = library("pyarrow", "parquet")
    columns = arrow_schema(arrow, settings.schema)
    drain = Drain()
    waiting = iter(items)
    with library("pyarrow.parquet", "parquet").ParquetWriter(drain, columns) as writer:
        while some := list(islice(waiting, GROUP)):
            rows = [row(article, annotation, settings.schema) for article, annotation in some]
            writer.write_table(arrow.Table.from_pylist(rows, schema=columns))
            yield Part(drain.take(), file)
            for article, annotation in some:
                yield from losses(article, annotation, settings.schema)
    yield Part(drain.take(), file)
