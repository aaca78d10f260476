"""`akapen extract`: suggestions as JSON Lines."""

import argparse
import sys

from tui import memory
from tui.commands.options import add_schema, asked_schema, example
from tui.commands.reading import add_paths, reading_options

EXAMPLES = """\
  akapen extract notice.txt                       one line of JSON for one article
  akapen extract notices/ > suggestions.jsonl     a folder, on all cores
  cat notice.txt | akapen extract - --published 2024-05-01
  akapen extract table.csv --column text=本文 --column id=番号

Each line has id, source, text, spans, record and evidence, in the order of the input. A bad article is
reported on stderr and passed over; the exit status is then 1, or 2 when no article could be read."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.epilog = example(EXAMPLES)
    add_paths(parser, needed=True)
    add_schema(parser, "incident")


def run(arguments: argparse.Namespace) -> int:
    """Read, extract and print, one article after the other."""
    with memory.held():
        return _run(arguments)


def _run(arguments: argparse.Namespace) -> int:
    from store.errors import DataError
    from store.formats.articles import read_articles
    from store.formats.reading import Notice
    from store.schemas.loading import load_schema
    from tui.printing import print_json, say
    from tui.progress import articles_in, counted
    from tui.tasks.extraction import extract_all
    from tui.tasks.extraction_lines import line

    asked = asked_schema(arguments)
    schema = asked or load_schema()
    outcomes = extract_all(read_articles(arguments.paths, reading_options(arguments)), asked)
    if not sys.stdout.isatty():
        outcomes = counted(outcomes, lambda: articles_in(arguments.paths))
    done = bad = 0
    for outcome in outcomes:
        memory.settle()
        if isinstance(outcome, Notice):
            say(f"akapen: {outcome}")
        elif isinstance(outcome, DataError):
            bad += 1
            say(f"akapen: {outcome}")
        else:
            done += 1
            print_json(line(*outcome, schema))
    return 0 if not bad else 1 if done else 2
