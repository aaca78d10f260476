"""`akapen diff`: how two datasets, or two revisions of one article, differ."""

import argparse
from pathlib import Path

from store.errors import UsageError
from tui.commands.options import add_gold, add_json, add_who, example, gold_path, who

EXAMPLES = """\
  akapen diff before.json after.json
  akapen diff gold.json.1 gold.json                          since the last backup
  akapen diff 1ac2684b@1 1ac2684b@2 --gold gold.json         two revisions, by the numbers of `akapen log`
  akapen diff 1ac2684b@2 1ac2684b@ --gold gold.json          a revision and the present state

Spans and values that a person has accepted count. Exit status 1 when something differs."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.epilog = example(EXAMPLES)
    parser.add_argument("before", metavar="A", help="a dataset, or ARTICLE@REVISION")
    parser.add_argument("after", metavar="B", help="another")
    add_who(parser, "whose revisions")
    add_gold(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Compare and print each difference."""
    from store.gold.compare import compare, compare_datasets
    from store.gold.dataset import GoldDataset
    from tui.printing import print_json, print_line
    from tui.tasks.naming import is_revision, revision_named

    revisions = [name for name in (arguments.before, arguments.after) if is_revision(name)]
    if len(revisions) == 1:
        raise UsageError(f"{revisions[0]}: a revision is compared with a revision, a dataset with a dataset")
    if not revisions and (arguments.gold or arguments.annotator):
        raise UsageError("--gold, --annotator: for two revisions, as ARTICLE@1 ARTICLE@2; leave them out")
    if revisions:
        with GoldDataset.open(gold_path(arguments), annotator=who(arguments), read_only=True) as gold:
            before, after = (revision_named(gold, name) for name in (arguments.before, arguments.after))
            if before.article != after.article:
                raise UsageError(
                    f"{arguments.after}: of another article than {arguments.before}; name one twice"
                )
            found = list(compare(before, after))
    else:
        with (
            GoldDataset.open(Path(arguments.before), read_only=True) as one,
            GoldDataset.open(Path(arguments.after), read_only=True) as other,
        ):
            found = list(compare_datasets(one, other))
    for difference in found:
        if arguments.json:
            print_json(difference)
        else:
            print_line(str(difference))
    return 1 if found else 0
