"""`akapen score`: precision, recall and F1 a label and a field."""

import argparse
from pathlib import Path

from tui.commands.options import add_json, add_schema, asked_schema, example

EXAMPLES = """\
  akapen score                                of the extractor, on the bundled samples
  akapen score gold.json                      of the extractor, on the confirmed articles of a dataset
  akapen score gold.jsonl predicted.jsonl     of another tool's output, matched by text or id
  akapen score gold.jsonl --errors            and every difference, with its context"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.epilog = example(EXAMPLES)
    parser.add_argument(
        "gold", nargs="?", type=Path, help="a dataset, or JSON Lines as `akapen extract` prints them"
    )
    parser.add_argument(
        "predicted", nargs="?", type=Path, help="likewise; without it, the extractor is scored"
    )
    parser.add_argument("--errors", action="store_true", help="list every difference, with its context")
    add_schema(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Score and print."""
    from store.measures.score import score
    from store.plural import number_of
    from tui.printing import say
    from tui.reports.score import print_report
    from tui.tasks.labelled_files import predict, read_gold, read_predicted, schema_for

    schema = schema_for(arguments.gold, asked_schema(arguments))
    gold = read_gold(arguments.gold)
    predicted = read_predicted(arguments.predicted) if arguments.predicted else predict(gold, schema)
    result = score(gold, predicted, schema)
    for keys, what in (
        (result.missing, "missing"),
        (result.unknown, "unknown to the gold and left out"),
        (result.unlike, "there with another text than the gold's, so that offsets don't mean the same"),
    ):
        if keys:
            counted = number_of(len(keys), "article is", "articles are")
            say(f"akapen: {arguments.predicted}: {counted} {what}, such as {keys[0]}")
    print_report(result, gold, predicted, errors=arguments.errors, as_json=arguments.json)
    return 0
