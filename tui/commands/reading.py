"""Arguments that say which articles are to be read, and how."""

import argparse
from pathlib import Path

from store.errors import UsageError
from store.formats.reading import Columns, Options


def add_paths(parser: argparse.ArgumentParser, *, needed: bool) -> None:
    """Add the paths of articles and how they are to be read."""
    parser.add_argument(
        "paths",
        nargs="+" if needed else "*",
        type=Path,
        metavar="PATH",
        help=".txt, .md, .html, .jsonl or .csv, a folder of them, or - for standard input",
    )
    parser.add_argument(
        "--published",
        metavar="DATE",
        help="publication date of articles that don't state their own: 2024-05-01",
    )
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="PART=NAME",
        help="the column or key that holds text, id, title, source or published, as in --column text=本文",
    )


def reading_options(arguments: argparse.Namespace) -> Options:
    """Return how articles are to be read.

    Raises:
        UsageError: the date is none, or a column is named wrongly.
    """
    published = _date(arguments.published) if arguments.published is not None else None
    if arguments.published is not None and not published:
        raise UsageError(f"--published {arguments.published or '(empty)'}: not a date such as 2024-05-01")
    return Options(_columns(arguments.column), published)


def _date(text: str) -> str | None:
    """Return a date as files write it, or as Japanese texts do (令和6年5月1日), as ISO 8601."""
    from store.published import iso_date

    if found := iso_date(text):
        return found
    from extract.dates.expressions import expressions
    from extract.document import Document
    from extract.normalise import date_value

    whole = [(0, len(text))]
    alone = [(one.start, one.end) for one in expressions(Document(text))] == whole
    return date_value(text) if alone else None


def _columns(given: list[str]) -> Columns:
    parts = Columns.__struct_fields__
    for one in given:
        part, _, name = one.partition("=")
        if part not in parts or not name:
            problem = f"write PART=NAME, as in text=本文, with PART one of {', '.join(parts)}"
            raise UsageError(f"--column {one}: {problem}")
    return Columns(**dict(one.partition("=")[::2] for one in given))
