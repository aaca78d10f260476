"""`akapen schema`: show or check a schema."""

import argparse
import sys

from store.errors import UsageError
from tui.commands.options import add_json, example

EXAMPLES = """\
  akapen schema                      labels and fields of the default schema
  akapen schema recall               of another shipped schema
  akapen schema my.toml --json       of a file, for a program
  akapen schema --toml > my.toml     the file itself, to begin one of your own with
  akapen schema --check my.toml      say whether a file is a good schema (status 1 if not)

docs/schemas.md explains every key of a schema file."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.epilog = example(EXAMPLES)
    parser.add_argument(
        "schema", nargs="?", metavar="FILE", help="a schema file, or the name of a shipped one"
    )
    parser.add_argument(
        "--check", metavar="FILE", help="only check a schema file, and say what is wrong with it"
    )
    parser.add_argument("--toml", action="store_true", help="print the schema file itself")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Show or check."""
    from store.schemas.loading import load_schema, schema_text
    from tui.printing import print_json
    from tui.reports.schema import print_check, print_schema
    from tui.tasks.schema_check import check_schema

    if arguments.check is not None and (arguments.schema is not None or arguments.toml):
        raise UsageError("--check: names the file and shows nothing of it; leave out FILE and --toml")
    if arguments.toml and arguments.json:
        raise UsageError("--json: not with --toml, which prints the file as it is")
    if arguments.check is not None:
        found, faults = check_schema(arguments.check)
        print_check(arguments.check, found, faults, as_json=arguments.json)
        return 1 if faults else 0
    if arguments.toml:
        sys.stdout.buffer.write(schema_text(arguments.schema)[0].encode())
        return 0
    schema = load_schema(arguments.schema)
    if arguments.json:
        print_json(schema, indent=2)
    else:
        print_schema(schema)
    return 0
