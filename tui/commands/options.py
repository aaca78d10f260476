"""Arguments that several subcommands share."""

import argparse
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from store.annotation import Status
from store.errors import UsageError
from store.formats.reading import Columns, Options

if TYPE_CHECKING:
    from store.release.splits import Shares


def example(text: str) -> str:
    """Return the epilog that shows examples."""
    return "examples:\n" + text


def add_schema(parser: argparse.ArgumentParser) -> None:
    """Add `--schema`."""
    parser.add_argument(
        "--schema",
        metavar="FILE",
        help="a schema file, or the name of a shipped one (default: what annotations name, else incident)",
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add `--json`."""
    parser.add_argument("--json", action="store_true", help="print JSON instead of text")


def add_gold(parser: argparse.ArgumentParser) -> None:
    """Add `--gold`."""
    parser.add_argument(
        "--gold", type=Path, metavar="FILE", help="the gold dataset (default: in the user's data directory)"
    )


def add_who(parser: argparse.ArgumentParser, does: str) -> None:
    """Add `--annotator` as the person who does something."""
    parser.add_argument(
        "--annotator",
        type=name_of_person,
        metavar="NAME",
        help=f"{does} (default: `annotator` in config.toml, else the login name)",
    )


def name_of_person(text: str) -> str:
    """Return the name of an annotator, as argparse takes a type.

    Raises:
        ArgumentTypeError: it is empty, or holds what no file can or what would act on a terminal.
    """
    if not text.strip() or any(unicodedata.category(character) in ("Cc", "Cs") for character in text):
        raise argparse.ArgumentTypeError("give a name in printable characters, in UTF-8")
    return text


def who(arguments: argparse.Namespace) -> str | None:
    """Return the annotator by the command line, else by the configuration; none means the login name.

    Raises:
        DataError: the configuration file is at fault.
    """
    from tui.configuration import configuration

    named: str | None = arguments.annotator
    return named or configuration().annotator


def add_statuses(parser: argparse.ArgumentParser) -> None:
    """Add `--status`."""
    parser.add_argument(
        "--status",
        action="append",
        choices=get_args(Status),
        help="which annotations, may be given again (default: confirmed)",
    )


def statuses(arguments: argparse.Namespace) -> tuple[Status, ...]:
    """Return which annotations are meant."""
    return tuple(arguments.status or ("confirmed",))


def add_selection(parser: argparse.ArgumentParser) -> None:
    """Add which annotations go out, and into which splits."""
    add_statuses(parser)
    parser.add_argument("--annotator", metavar="NAME", help="only this person's (default: everyone's)")
    parser.add_argument(
        "--split",
        metavar="T/V/T",
        help="a file each for train, validation and test, in shares such as 80/10/10",
    )
    parser.add_argument(
        "--seed", type=int, default=0, metavar="N", help="draw the splits otherwise (default: 0)"
    )


def splitting(arguments: argparse.Namespace) -> "Shares | None":
    """Return the shares of the splits, none where it stays whole.

    Raises:
        UsageError: they aren't three numbers.
    """
    from store.release.splits import shares

    return shares(arguments.split, arguments.seed) if arguments.split is not None else None


def gold_path(arguments: argparse.Namespace) -> Path:
    """Return the gold dataset that is meant."""
    if arguments.gold is not None:
        path: Path = arguments.gold
        return path
    from platformdirs import user_data_path

    return user_data_path("akapen") / "gold.json"


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
