"""`akapen delete`: an article out of a dataset, with everyone's work on it."""

import argparse

from tui.commands.options import add_gold, add_who, example, gold_path, who

EXAMPLES = """\
  akapen delete 1ac2684bb0456cd3 --gold gold.json
  akapen delete case-17 case-18 --gold gold.json      by the ids that their source gave

The last state of each annotation stays in `akapen log`; the text does not."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.epilog = example(EXAMPLES)
    parser.add_argument(
        "articles", nargs="+", metavar="ARTICLE", help="the whole id of an article, or its source's"
    )
    add_who(parser, "who deletes")
    add_gold(parser)


def run(arguments: argparse.Namespace) -> int:
    """Find all, then delete all in one step."""
    from store.gold.dataset import GoldDataset
    from store.plural import number_of
    from tui.printing import say
    from tui.tasks.naming import articles_called

    with GoldDataset.open(gold_path(arguments), annotator=who(arguments), create=False) as gold:
        ids = articles_called(gold, arguments.articles)
        with gold.group():
            for article_id in ids:
                gold.delete(article_id)
    say(f"akapen: {gold.path}: {number_of(len(ids), 'article')} deleted")
    return 0
