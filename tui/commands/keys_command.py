"""`akapen keys`: the key map."""

import argparse
from pathlib import Path

from tui.commands.options import add_json, example

EXAMPLES = """\
  akapen keys                          every key, where it works and what it does
  akapen keys --json                   the same for a program
  akapen keys --keymap my.toml         with other keys; says what is wrong with the file

Without --keymap, keymap.toml in the user's configuration folder is used when it is there."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.epilog = example(EXAMPLES)
    parser.add_argument("--keymap", type=Path, metavar="FILE", help="a keymap file")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the key table."""
    from tui.keyboard.keymap import load_keymap
    from tui.printing import print_json
    from tui.reports.keys import print_keys

    table = load_keymap(arguments.keymap)
    if arguments.json:
        print_json(table.actions, indent=2)
    else:
        print_keys(table)
    return 0
