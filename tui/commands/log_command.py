"""`akapen log`: what has been confirmed, un-confirmed and deleted, by whom and when, and what it changed."""

import argparse

from tui.commands.options import add_gold, add_json, example, gold_path

EXAMPLES = """\
  akapen log --gold gold.json                       every event of the dataset
  akapen log 1ac2684bb0456cd3 --gold gold.json      of one article, each with what it changed
  akapen log --gold gold.json --json                for a program, a line an event"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.epilog = example(EXAMPLES)
    parser.add_argument(
        "article", nargs="?", metavar="ARTICLE", help="the id of an article, its source's, or its beginning"
    )
    parser.add_argument("--annotator", metavar="NAME", help="only this person's annotations")
    add_gold(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the events."""
    from store.gold.dataset import GoldDataset
    from store.gold.log import log
    from tui.printing import print_json, print_line, say
    from tui.tasks.naming import annotator_named, article_named

    with GoldDataset.open(gold_path(arguments), read_only=True) as gold:
        article = article_named(gold, arguments.article) if arguments.article is not None else None
        entries = log(gold, article, annotator_named(gold, arguments.annotator))
        if not entries:
            say(f"akapen: {gold.path}: no event yet; confirming and deleting are events, drafts aren't")
        for entry in entries:
            if arguments.json:
                print_json(entry)
                continue
            print_line(str(entry))
            for change in entry.changes if article else ():
                print_line(f"  {change}")
    return 0
