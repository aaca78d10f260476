"""`akapen schema`: show or check a schema."""

import argparse
import sys
from pathlib import Path

from store.errors import UsageError
from tui.commands.options import add_json, example

EXAMPLES = """\
  akapen schema                      labels and fields of the default schema
  akapen schema recall               of another shipped schema
  akapen schema my.toml --json       of a file, for a program
  akapen schema gold.json            that a dataset is read by
  akapen schema --toml > my.toml     the file itself, to begin one of your own with
  akapen schema --check my.toml      say whether a file is a good schema (status 1 if not)

docs/schemas.md explains every key of a schema file."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.epilog = example(EXAMPLES)
    parser.add_argument(
        "schema",
        nargs="?",
        metavar="FILE",
        help="a schema file, the name of a shipped one, or a dataset (.json)",
    )
    parser.add_argument(
        "--check", metavar="FILE", help="only check a schema file, and say what is wrong with it"
    )
    parser.add_argument("--toml", action="store_true", help="print the schema file itself")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Show or check."""
    from store.schemas.loading import load_schema
    from tui.printing import print_json
    from tui.reports.schema import print_check, print_schema
    from tui.tasks.labelled_files import schema_for
    from tui.tasks.schema_check import check_schema
    from tui.tasks.schema_file import schema_file

    if arguments.check is not None and (arguments.schema is not None or arguments.toml):
        raise UsageError("--check: names the file and shows nothing of it; leave out FILE and --toml")
    if arguments.toml and arguments.json:
        raise UsageError("--json: not with --toml, which prints the file as it is")
    if arguments.check is not None:
        found, faults = check_schema(arguments.check)
        print_check(arguments.check, found, faults, as_json=arguments.json)
        return 1 if faults else 0
    dataset = Path(arguments.schema) if str(arguments.schema).endswith(".json") else None
    schema = schema_for(dataset, None) if dataset else load_schema(arguments.schema)
    if arguments.toml:
        sys.stdout.buffer.write(schema_file(schema, None if dataset else arguments.schema).encode())
    elif arguments.json:
        print_json(schema, indent=2)
    else:
        print_schema(schema)
    return 0
