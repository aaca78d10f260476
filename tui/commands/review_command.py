"""`akapen review`: the terminal interface, also what `akapen` alone opens."""

import argparse
from pathlib import Path

from store.errors import UsageError
from tui.commands.options import (
    add_gold,
    add_schema,
    add_who,
    asked_schema,
    example,
    gold_to_write,
    who,
)
from tui.commands.reading import add_paths, reading_options

EXAMPLES = """\
  akapen                                     the bundled samples, gold in the user's data directory
  akapen review --gold gold.json             go on with a dataset; an empty one begins with the samples
  akapen review notices/ --gold gold.json    import what is new, then review
  akapen review --gold gold.json --annotator hanako --lang ja"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.epilog = example(EXAMPLES)
    add_paths(parser, needed=False)
    add_gold(parser)
    add_schema(parser)
    add_who(parser, "who reviews")
    parser.add_argument(
        "--read-only", action="store_true", help="look without changing; beside another session"
    )
    parser.add_argument("--keymap", type=Path, metavar="FILE", help="a keymap file, see `akapen keys`")
    parser.add_argument(
        "--lang", choices=("ja", "en"), help="language of the interface (default: the locale's)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Import what is new and open the interface."""
    from tui.keyboard.keymap import load_keymap
    from tui.printing import say
    from tui.tasks.reviewing import bring_in, check_terminal, open_or_offer, open_screen, outcome
    from tui.tasks.settling_schema import settle_schema

    check_terminal(arguments.paths)
    if arguments.paths and arguments.read_only:
        raise UsageError("--read-only: nothing can be imported; leave out the paths, or this option")
    asked = asked_schema(arguments)
    keys = load_keymap(arguments.keymap)
    options = reading_options(arguments)
    opened = open_or_offer(gold_to_write(arguments), who(arguments), read_only=arguments.read_only)
    if opened is None:
        return 2
    with opened as dataset:
        with dataset.group():  # what the schema forbids is not brought in
            joined = [] if dataset.read_only else bring_in(dataset, arguments.paths, options)
            schema = settle_schema(dataset, asked, joined)
        open_screen(dataset, schema, keys, arguments.lang)
        came_of_it = "" if dataset.read_only else outcome(dataset, arguments.schema, arguments.annotator)
    if came_of_it:
        say(f"akapen: {came_of_it}")
    return 0
