"""Arguments that several subcommands share."""

import argparse
from pathlib import Path


def example(text: str) -> str:
    """Return the epilog that shows examples."""
    return "examples:\n" + text


def add_schema(parser: argparse.ArgumentParser) -> None:
    """Add `--schema`."""
    parser.add_argument(
        "--schema", metavar="FILE", help="a schema file, or the name of a shipped one (default: incident)"
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add `--json`."""
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")


def add_gold(parser: argparse.ArgumentParser) -> None:
    """Add `--gold`."""
    parser.add_argument(
        "--gold", type=Path, metavar="FILE", help="the gold dataset (default: in the user's data directory)"
    )
