"""`akapen stats`: how far a dataset is, what became of suggestions, and what an article costs."""

import argparse

from tui.commands.options import add_gold, add_json, add_schema, asked_schema, example, gold_path

EXAMPLES = """\
  akapen stats --gold gold.json                     tables
  akapen stats --gold gold.json --annotator hanako
  akapen stats --gold gold.json --json              for a program

`kept` is the share of the decided suggestions that were accepted unchanged; `added` are a person's own."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.epilog = example(EXAMPLES)
    add_gold(parser)
    parser.add_argument("--annotator", metavar="NAME", help="only this person's work (default: everyone's)")
    add_schema(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the figures."""
    from store.gold.checked import all_checked
    from store.gold.dataset import GoldDataset
    from store.measures.figures import figures
    from tui.reports.figures import print_figures
    from tui.tasks.choosing_schema import schema_of
    from tui.tasks.naming import annotator_named

    with GoldDataset.open(gold_path(arguments), read_only=True) as dataset:
        schema = schema_of(dataset, asked_schema(arguments))
        whose = annotator_named(dataset, arguments.annotator)
        work = (annotation for _, annotation in all_checked(dataset, whose))
        found = figures(work, len(dataset.article_ids()), schema)
    print_figures(found, whose, as_json=arguments.json)
    return 0
