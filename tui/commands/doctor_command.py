"""`akapen doctor`: the health of a gold dataset, and what can be saved of a damaged one."""

import argparse
from pathlib import Path

from tui.commands.options import add_gold, add_json, add_schema, asked_schema, example, gold_path

EXAMPLES = """\
  akapen doctor --gold gold.json                         say what is wrong (status 1 if anything is)
  akapen doctor --gold gold.json --repair saved.json     and save what can be saved to a new file

The gold file itself is never touched."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.epilog = example(EXAMPLES)
    add_gold(parser)
    parser.add_argument("--repair", type=Path, metavar="OUT", help="save what can be saved to this new file")
    add_schema(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Examine, print what is wrong, and save what can be saved."""
    from store.health.doctor import Examination, repair
    from store.plural import number_of
    from store.schemas.loading import load_schema
    from tui.printing import print_json, print_line, say
    from tui.reports.health import holdings, whole_backups
    from tui.tasks.choosing_schema import Basis, say_choice

    path, asked = gold_path(arguments), asked_schema(arguments)
    first = asked or load_schema()
    examination = Examination(path, first)
    basis = Basis(path, examination.stamps, examination.schemas, asked)
    schema = basis.choice
    if schema != first:
        examination = Examination(path, schema)
    say_choice(basis, schema)
    findings = examination.findings
    for finding in findings:
        if arguments.json:
            print_json(finding)
        else:
            print_line(str(finding))
    lost = sum(finding.fate == "lost" for finding in findings)
    verdict = (
        f"{number_of(len(findings), 'thing')} wrong, of which {lost} could not be saved"
        if findings
        else "nothing wrong"
    )
    say(f"akapen: {path}: {verdict}")
    if lost:
        say(f"akapen: {path}: can be saved: {holdings(examination.tables)}")
        for line in whole_backups(path, schema):
            say(f"akapen: {line}")
    if arguments.repair:
        repair(examination, arguments.repair)
        say(f"akapen: {arguments.repair}: written")
    return 1 if findings else 0
