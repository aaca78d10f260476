"""Arguments that several subcommands share."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from store.annotation import Status
from store.errors import UsageError

if TYPE_CHECKING:
    from store.release.splits import Shares
    from store.schema import Schema


def example(text: str) -> str:
    """Return the epilog that shows examples."""
    return "examples:\n" + text


def add_schema(parser: argparse.ArgumentParser, default: str = "the dataset's own, else incident") -> None:
    """Add `--schema`, with what stands for it where it isn't given."""
    parser.add_argument(
        "--schema", metavar="FILE", help=f"a schema file, or the name of a shipped one (default: {default})"
    )


def asked_schema(arguments: argparse.Namespace) -> "Schema | None":
    """Return the schema that `--schema` names, none where it names none.

    Raises:
        DataError: there is no such schema, or it is broken.
    """
    from store.schemas.loading import load_schema

    return None if arguments.schema is None else load_schema(arguments.schema)


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
    from tui.configuration import is_name

    if not is_name(text):
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
    return tuple(dict.fromkeys(arguments.status or ("confirmed",)))


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
        UsageError: they aren't three numbers, or there are none to draw by the seed.
    """
    from store.release.splits import shares

    if arguments.split is not None:
        return shares(arguments.split, arguments.seed)
    if arguments.seed:
        raise UsageError(f"--seed {arguments.seed}: draws splits; say with --split how large they are")
    return None


def gold_path(arguments: argparse.Namespace) -> Path:
    """Return the gold dataset that is meant.

    Raises:
        UsageError: none is named, by a user without a home.
    """
    from tui.settings import data_path

    path: Path | None = arguments.gold if arguments.gold is not None else data_path("gold.json")
    if path is None:
        raise UsageError("there is no home folder for a dataset; name one with --gold FILE")
    return path


def gold_to_write(arguments: argparse.Namespace) -> Path:
    """Return the gold dataset that is meant, which may be new; only the user's own folder is made for it.

    Raises:
        UsageError: none is named, by a user without a home, or one in a folder that isn't there.
    """
    path = gold_path(arguments)
    if arguments.gold is not None:
        refuse_without_folder(path)
    return path


def refuse_without_folder(path: Path) -> None:
    """Refuse a new file in a folder that isn't there: its name may be misspelt.

    Raises:
        UsageError: there is none.
    """
    if not path.absolute().parent.is_dir():
        raise UsageError(f"{path}: there is no folder {path.parent}; make it first, or name another file")
