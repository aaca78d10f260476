"""`akapen release`: a dataset frozen into a folder that others can use, cite and check."""

import argparse
from pathlib import Path
from typing import get_args

from store.annotation import Status
from tui.commands.options import add_gold, add_schema, example, gold_path

EXAMPLES = """\
  akapen release --gold gold.json -o release/                       confirmed articles, as jsonl and conll
  akapen release --gold gold.json --split 80/10/10 -o release/
  akapen release --gold gold.json --format jsonl --format doccano -o release/

The folder holds the data in each format, guidelines made from the schema, the schema, a card with counts,
annotators and agreement, and checksums. The same dataset gives the same bytes."""
DEFAULT_FORMATS = ("jsonl", "conll")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.epilog = example(EXAMPLES)
    add_gold(parser)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="DIR", help="the new folder")
    parser.add_argument(
        "--format",
        action="append",
        metavar="F",
        help=f"a format of `akapen export`, may be given again (default: {', '.join(DEFAULT_FORMATS)})",
    )
    parser.add_argument(
        "--status",
        action="append",
        choices=get_args(Status),
        help="which annotations, may be given again (default: confirmed)",
    )
    parser.add_argument("--annotator", metavar="NAME", help="only this person's (default: everyone's)")
    parser.add_argument("--split", metavar="T/V/T", help="shares of train, validation and test: 80/10/10")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="draw the splits otherwise")
    parser.add_argument("--force", action="store_true", help="replace what is there")
    add_schema(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the release, and say what its formats could not hold."""
    from importlib.metadata import version

    from store.formats.sink import write_folder
    from store.gold.dataset import GoldDataset
    from store.release.splits import shares
    from store.schemas.loading import schema_text
    from tui.printing import say
    from tui.tasks.exporting import Selection, loss_report, target
    from tui.tasks.releasing import Release, release

    split = shares(arguments.split, arguments.seed) if arguments.split else None
    names = dict.fromkeys(arguments.format or DEFAULT_FORMATS)
    targets = tuple(target(name, None, arguments.output, split, force=arguments.force) for name in names)
    selection = Selection(tuple(arguments.status or ("confirmed",)), arguments.annotator)
    text, source = schema_text(arguments.schema)
    asked = Release(selection, targets, text, version("akapen"))
    with GoldDataset.open(gold_path(arguments), read_only=True, create=False) as dataset:
        losses = write_folder(release(dataset, asked, source), arguments.output, force=arguments.force)
    for line in loss_report(losses):
        say(f"akapen: {line}")
    say(f"akapen: {arguments.output}: released as {', '.join(names)}; README.md tells what it holds")
    return 0
