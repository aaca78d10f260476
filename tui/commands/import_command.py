"""`akapen import`: articles into a gold dataset."""

import argparse

from tui.commands.options import add_gold, add_json, add_paths, example, gold_path, reading_options

EXAMPLES = """\
  akapen import notices/ --gold gold.json
  akapen import table.csv --gold gold.json --column text=本文 --column published=公表日
  curl -s https://example.jp/notice.txt | akapen import - --gold gold.json --published 2024-05-01

Articles that are there already are said and skipped. If any file can't be read, nothing is imported."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.epilog = example(EXAMPLES)
    add_paths(parser, needed=True)
    add_gold(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Read all, then add all in one step."""
    from store.gold import GoldDataset
    from tui.importing import add_annotations, read_all
    from tui.printing import print_json, say

    articles, annotations = read_all(arguments.paths, reading_options(arguments))
    gold = gold_path(arguments)
    with GoldDataset.open(gold) as dataset:
        added, already = dataset.add(articles)
        annotated, kept = add_annotations(dataset, annotations)
    for article in already:
        say(f"akapen: {article.source}: is in {gold} already ({article.id}); skipped")
    if arguments.json:
        ids = {"added": [article.id for article in added], "already": [article.id for article in already]}
        print_json(ids)
    say(f"akapen: {gold}: {len(added)} imported, {len(already)} there already")
    if annotations:
        say(f"akapen: {gold}: {annotated} annotations imported, {kept} there already and kept")
    return 0
