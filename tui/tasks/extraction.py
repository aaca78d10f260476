"""Extraction of many articles: in this process while they are few, else on all cores, in input order."""

import os
from collections.abc import Iterable, Iterator
from functools import cache, partial
from itertools import chain

from extract.extractor import Extractor
from extract.suggestion import Suggestions
from store.annotation import Annotation
from store.article import Article
from store.errors import DataError
from store.formats.reading import Finding, Notice
from store.schema import Schema
from store.schemas.loading import load_schema

Outcome = tuple[Article, Suggestions] | Notice | DataError
Readable = Article | Notice | DataError

FEW = 30_000
"""Characters that one process extracts sooner than others would have started."""


def extract_all(findings: Iterable[Finding], schema: Schema | None) -> Iterator[Outcome]:
    """Yield the suggestions for each article, and notices and faults as they come, in the order given.

    Args:
        findings: what reading yields.
        schema: what is to be suggested; without one, `incident`, which each process loads for itself.
    """
    waiting = (finding for finding in findings if not isinstance(finding, Annotation))
    first = list(_few(waiting))
    one = partial(extract_one, schema=schema)
    more = next(waiting, None)
    if more is None or os.cpu_count() == 1:
        yield from map(one, chain(first, [more] if more else [], waiting))
    else:
        from tui.tasks.ordered_pool import on_all_cores

        yield from on_all_cores(one, chain(first, [more], waiting))


def _few(findings: Iterator[Readable]) -> Iterator[Readable]:
    characters = 0
    for finding in findings:
        yield finding
        characters += len(finding.text) if isinstance(finding, Article) else 0
        if characters > FEW:
            return


def extract_one(finding: Readable, schema: Schema | None) -> Outcome:
    """Return the suggestions for an article, or the fault that kept them from being made."""
    if not isinstance(finding, Article):
        return finding
    try:
        return finding, _extractor(schema).suggest(finding.text, finding.published)
    except Exception as error:  # whatever a text brings to light in a rule, the others are extracted
        return DataError(
            finding.source, f"can't be extracted: {type(error).__name__}: {error}", finding.title
        )


@cache
def _extractor(schema: Schema | None) -> Extractor:
    return Extractor(schema or load_schema())
