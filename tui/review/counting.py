"""Counting what articles that nobody has opened would suggest, so that the queue can be sorted by it.

The extractor runs in a process of its own (`python -m tui.review.counting`), for as a thread it would slow
the keys down. The process reads what the extractor is made from and then articles, a JSON
line each, writes a line for each article, and ends when its input does, so also when the review is killed.
"""

import asyncio
import os
import sys
from collections.abc import AsyncGenerator, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from store.article import Article
from store.schema import Schema
from tui.review.article_queue import Counted

if TYPE_CHECKING:
    from extract.lessons import Lessons

NICE = 10
"""How much the process steps back behind others."""


class Begin(msgspec.Struct, frozen=True):
    """What the extractor is made from."""

    schema: Schema
    lessons: bytes
    """As MessagePack, for their keys are pairs."""


class Asked(msgspec.Struct, frozen=True):
    """What suggestions are made from."""

    article: str
    text: str
    published: str | None


async def counts(
    schema: Schema, lessons: "Lessons", articles: Iterable[Article]
) -> AsyncGenerator[Counted, None]:
    """Yield the counts of articles in their order; fewer if the process ends before its time.

    Args:
        schema: for the extractor.
        lessons: what it has learned.
        articles: read one by one, as the process gets on.
    """
    home = str(Path(__file__).parents[2])
    paths = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-m", __name__),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": paths},
        start_new_session=True,
    )
    assert process.stdin is not None and process.stdout is not None  # asked for above
    begin = Begin(schema, msgspec.msgpack.encode(lessons))
    feeding = asyncio.create_task(_feed(process.stdin, begin, articles))
    try:
        async for line in process.stdout:
            yield msgspec.json.decode(line, type=Counted)
    finally:
        feeding.cancel()
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        process.stdin.close()
        with suppress(ConnectionError):  # of what it never read; asyncio would tell of it on leaving
            await process.stdin.wait_closed()


async def _feed(pipe: asyncio.StreamWriter, begin: Begin, articles: Iterable[Article]) -> None:
    with suppress(ConnectionError):  # it has ended, which is seen by its output
        pipe.write(msgspec.json.encode(begin) + b"\n")
        for article in articles:
            pipe.write(msgspec.json.encode(Asked(article.id, article.text, article.published)) + b"\n")
            await pipe.drain()
    pipe.close()


def answer(source: BinaryIO, target: BinaryIO) -> None:
    """Read what the extractor is made from and articles, and write the counts of each at once."""
    from extract.extractor import Extractor
    from extract.lessons import Lessons

    begin = msgspec.json.decode(source.readline(), type=Begin)
    extractor = Extractor(begin.schema, msgspec.msgpack.decode(begin.lessons, type=Lessons))
    for line in source:
        asked = msgspec.json.decode(line, type=Asked)
        found = extractor.suggest(asked.text, asked.published)
        scores = [span.score for span in found.spans] + [value.score for value in found.values]
        lowest = min((score for score in scores if score is not None), default=None)
        counted = Counted(asked.article, len(found.spans), len(scores), lowest)
        target.write(msgspec.json.encode(counted) + b"\n")
        target.flush()


if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(NICE)
    answer(sys.stdin.buffer, sys.stdout.buffer)
