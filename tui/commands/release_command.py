"""`akapen release`: a dataset frozen into a folder that others can use, cite and check."""

import argparse
from pathlib import Path

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
    add_selection(parser)
    parser.add_argument("--force", action="store_true", help="replace what is there")
    add_schema(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the release, and say what its formats could not hold."""
    from importlib.metadata import version

    from store.formats.sink import write_folder
    from store.gold.dataset import GoldDataset
    from tui.printing import say
    from tui.reports.export import empty_report, loss_report, sharing_report
    from tui.tasks.choosing_schema import schema_of
    from tui.tasks.exporting import Selection, parts_of, spare, target
    from tui.tasks.naming import annotator_named
    from tui.tasks.releasing import Release, release
    from tui.tasks.schema_file import schema_file

    split = splitting(arguments)
    names = dict.fromkeys(arguments.format or DEFAULT_FORMATS)
    targets = tuple(target(name, None, arguments.output, split, force=arguments.force) for name in names)
    with GoldDataset.open(gold_path(arguments), read_only=True) as dataset:
        spare(dataset, arguments.output)
        schema = schema_of(dataset, asked_schema(arguments))
        selection = Selection(statuses(arguments), annotator_named(dataset, arguments.annotator))
        shared = [*sharing_report(dataset, selection)]
        file = schema_file(schema, arguments.schema)
        parts = parts_of(dataset, selection, split)
        asked = Release(parts, targets, schema, file, version("akapen"))
        losses = write_folder(release(dataset, asked), arguments.output, force=arguments.force)
    for line in (*shared, *loss_report(losses), *empty_report(parts)):
        say(f"akapen: {line}")
    say(f"akapen: {arguments.output}: released as {', '.join(names)}; README.md tells what it holds")
    return 0
