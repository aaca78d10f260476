"""`akapen merge`: two datasets joined into a third, without loss."""

import argparse
from pathlib import Path

from tui.commands.options import add_json, example, refuse_without_folder

EXAMPLES = """\
  akapen merge hanako.json taro.json -o both.json
  akapen merge gold.json gold.json.mine -o joined.json

Everyone's annotations stand side by side. Where both have one person's annotation of one article and neither
follows from the other, that is a conflict: reviewed work wins over imported, then the later confirmation. The
other is kept as a revision, what differs (A → B) is printed, and the exit status is 1."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.epilog = example(EXAMPLES)
    parser.add_argument("first", type=Path, metavar="A", help="a dataset")
    parser.add_argument("second", type=Path, metavar="B", help="another")
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="C", help="the new dataset")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Merge and print the conflicts."""
    from store.errors import DatasetError
    from store.gold.dataset import GoldDataset, is_there
    from store.gold.merge import merge
    from store.plural import number_of
    from tui.printing import print_json, print_line, say

    if is_there(arguments.out):
        raise DatasetError(arguments.out, "there already: name a new file")
    refuse_without_folder(arguments.out)
    with (
        GoldDataset.open(arguments.first, read_only=True) as first,
        GoldDataset.open(arguments.second, read_only=True) as second,
        GoldDataset.open(arguments.out) as into,
    ):
        conflicts = merge(first, second, into)
        articles, people = len(into.article_ids()), len(into.annotators())
    for conflict in conflicts:
        if arguments.json:
            print_json(conflict)
        else:
            print_line(str(conflict))
    counts = (
        number_of(articles, "article"),
        number_of(people, "annotator"),
        number_of(len(conflicts), "conflict"),
    )
    say(f"akapen: {arguments.out}: {', '.join(counts)}")
    if any(conflict.kind not in ("schema", "article") for conflict in conflicts):
        say(f"akapen: what did not win is kept: akapen log --gold {arguments.out}")
    return 1 if conflicts else 0
