"""`akapen schema`: show or check a schema."""

import argparse

from tui.commands.options import add_json, example

EXAMPLES = """\
  akapen schema                      labels and fields of the default schema
  akapen schema recall               of another shipped schema
  akapen schema my.toml --json       of a file, for a program
  akapen schema --check my.toml      say whether a file is a good schema (status 1 if not)"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.epilog = example(EXAMPLES)
    parser.add_argument(
        "schema", nargs="?", metavar="FILE", help="a schema file, or the name of a shipped one"
    )
    parser.add_argument(
        "--check", metavar="FILE", help="only check a schema file, and say what is wrong with it"
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Show or check."""
    from store.schemas.loading import load_schema
    from tui.printing import print_json
    from tui.reports.schema import check, print_schema

    if arguments.check:
        return check(arguments.check)
    schema = load_schema(arguments.schema)
    if arguments.json:
        print_json(schema, indent=2)
    else:
        print_schema(schema)
    return 0
