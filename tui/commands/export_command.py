"""`akapen export`: the labelled set in a format of one's choice."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.options import (
    add_gold,
    add_schema,
    add_selection,
    asked_schema,
    example,
    gold_path,
    splitting,
    statuses,
)

if TYPE_CHECKING:
    from store.formats.piece import Format

EXAMPLES = """\
  akapen export --gold gold.json -o gold.jsonl          confirmed articles, losing nothing
  akapen export --gold gold.json                        the same on standard output
  akapen export --gold gold.json -o gold.csv            the format that the ending says
  akapen export --gold gold.json --format conll -o train.conll --strict
  akapen export --gold gold.json --format doccano --split 80/10/10 -o folder/
  akapen export --gold gold.json --status confirmed --status flagged --annotator hanako

What a format can't hold is said on stderr, article by article."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    from store.formats.registry import FORMATS

    listing = "\n".join(f"  {one.name:13} {_about(one)}" for one in FORMATS.values())
    parser.epilog = f"formats:\n{listing}\n\n{example(EXAMPLES)}"
    add_gold(parser)
    parser.add_argument(
        "--format", metavar="F", help="one of the formats below (default: by the ending of OUT, else jsonl)"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="OUT", help="file or folder (default: standard output)"
    )
    add_selection(parser)
    parser.add_argument("--unit", metavar="U", help="unit of tokens or offsets, where the format has several")
    parser.add_argument("--force", action="store_true", help="replace what is there")
    parser.add_argument(
        "--strict", action="store_true", help="exit status 1 when the format couldn't hold all"
    )
    add_schema(parser)


def _about(one: "Format") -> str:
    unit = f"; --unit {' or '.join(one.units)}" if any(one.units) else ""
    return f"{one.about}{unit}" + (f"; needs akapen[{one.extra}]" if one.extra else "")


def run(arguments: argparse.Namespace) -> int:
    """Export, and say what was written and what was lost."""
    from store.gold.dataset import GoldDataset
    from store.plural import number_of
    from tui.printing import say
    from tui.reports.export import loss_report, sharing_report, split_report
    from tui.tasks.choosing_schema import schema_of
    from tui.tasks.exporting import Selection, export, target
    from tui.tasks.naming import annotator_named

    out = None if arguments.output == Path("-") else arguments.output
    split = splitting(arguments)
    goal = target(arguments.format, arguments.unit, out, split, force=arguments.force)
    with GoldDataset.open(gold_path(arguments), read_only=True) as dataset:
        schema = schema_of(dataset, asked_schema(arguments))
        selection = Selection(statuses(arguments), annotator_named(dataset, arguments.annotator))
        shared = [*sharing_report(dataset, selection)]
        done = export(dataset, selection, goal, schema)
    for line in (*shared, *loss_report(done.losses), *(split_report(done, schema) if split else ())):
        say(f"akapen: {line}")
    things = number_of(len(done.losses), "thing")
    lost = f"; {goal.format.name} could not hold {things}" if done.losses else ""
    say(f"akapen: {out or 'standard output'}: {number_of(done.annotations, 'annotation')}{lost}")
    return 1 if arguments.strict and done.losses else 0
