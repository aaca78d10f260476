"""`akapen agree`: how far several annotators of the same texts agree."""

import argparse
from pathlib import Path

from store.errors import UsageError
from tui.commands.options import (
    add_gold,
    add_json,
    add_schema,
    add_statuses,
    asked_schema,
    example,
    gold_path,
    statuses,
)

EXAMPLES = """\
  akapen agree --gold gold.json                    the annotators of one dataset
  akapen agree hanako.json taro.json               of several datasets
  akapen agree gold.json extracted.jsonl           a person's, and what `akapen extract` printed

F1 counts spans. Kappa (Cohen, each two) and alpha (Krippendorff, all) judge every token by the spans that
touch it, and tell how far agreement exceeds chance: 1 is full agreement, 0 is chance."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.epilog = example(EXAMPLES)
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="datasets, or JSON Lines as `akapen extract` prints",
    )
    add_gold(parser)
    add_statuses(parser)
    add_schema(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Compare and print."""
    from store.measures.agreement import agreement
    from tui.reports.agreement import print_agreement
    from tui.tasks.annotators import read_work
    from tui.tasks.labelled_files import schema_for
    from tui.tasks.morphemes import tokenise

    if arguments.paths and arguments.gold:
        raise UsageError(f"--gold {arguments.gold}: name it beside the other files, without --gold")
    paths = arguments.paths or [gold_path(arguments)]
    dataset = next((path for path in paths if path.suffix == ".json"), None)
    schema = schema_for(dataset, asked_schema(arguments))
    work = read_work(paths, statuses(arguments))
    print_agreement(agreement(work, tokenise, schema), as_json=arguments.json)
    return 0
