"""`akapen export`: the labelled set in a format of one's choice."""

import argparse
from pathlib import Path
from typing import get_args

from store.annotation import Status
from tui.commands.options import add_gold, add_schema, example, gold_path

EXAMPLES = """\
  akapen export --gold gold.json -o gold.jsonl          confirmed articles, losing nothing
  akapen export --gold gold.json                        the same on standard output
  akapen export --gold gold.json --format conll -o train.conll --strict
  akapen export --gold gold.json --format doccano --split 80/10/10 -o folder/
  akapen export --gold gold.json --status confirmed --status flagged --annotator hanako

What a format can't hold is said on stderr, article by article."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    from store.formats.registry import FORMATS

    listing = "\n".join(f"  {one.name:13} {one.about}" for one in FORMATS.values())
    parser.epilog = f"formats:\n{listing}\n\n{example(EXAMPLES)}"
    add_gold(parser)
    parser.add_argument(
        "--format", default="jsonl", metavar="F", help="one of the formats below (default: jsonl)"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="OUT", help="file or folder (default: standard output)"
    )
    parser.add_argument(
        "--status",
        action="append",
        choices=get_args(Status),
        help="which annotations, may be given again (default: confirmed)",
    )
    parser.add_argument("--annotator", metavar="NAME", help="only this person's (default: everyone's)")
    parser.add_argument("--unit", metavar="U", help="unit of tokens or offsets, where the format has several")
    parser.add_argument(
        "--split",
        metavar="T/V/T",
        help="a file each for train, validation and test, in shares such as 80/10/10",
    )
    parser.add_argument(
        "--seed", type=int, default=0, metavar="N", help="draw the splits otherwise (default: 0)"
    )
    parser.add_argument("--force", action="store_true", help="replace what is there")
    parser.add_argument(
        "--strict", action="store_true", help="exit status 1 when the format couldn't hold all"
    )
    add_schema(parser)


def run(arguments: argparse.Namespace) -> int:
    """Export, and say what was written and what was lost."""
    from store.gold.dataset import GoldDataset
    from store.release.splits import shares
    from store.schemas.loading import load_schema
    from tui.printing import say
    from tui.tasks.exporting import Selection, export, loss_report, split_report, target
    from tui.tasks.naming import warn_of_other_schemas

    out = None if str(arguments.output) in ("None", "-") else arguments.output
    split = shares(arguments.split, arguments.seed) if arguments.split else None
    goal = target(arguments.format, arguments.unit, out, split, force=arguments.force)
    selection = Selection(tuple(arguments.status or ("confirmed",)), arguments.annotator)
    schema = load_schema(arguments.schema)
    with GoldDataset.open(gold_path(arguments), read_only=True) as dataset:
        warn_of_other_schemas(dataset, schema)
        done = export(dataset, selection, goal, schema)
    for line in (*loss_report(done.losses), *(split_report(done, schema) if split else ())):
        say(f"akapen: {line}")
    lost = f"; {goal.format.name} could not hold {len(done.losses)} things" if done.losses else ""
    say(f"akapen: {out or 'standard output'}: {done.annotations} annotations{lost}")
    return 1 if arguments.strict and done.losses else 0
