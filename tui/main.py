"""The `akapen` command: finds the subcommand, runs it, and turns every error into one line and a status."""

import argparse
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import NoReturn

from store.errors import AkapenError
from tui.streams import prepared

DONE, WANTING, MISUSED = 0, 1, 2
"""Exit statuses: done; found wanting; used wrongly or given unusable data."""

COMMANDS = {
    "review": "review articles in the terminal, suggestions and record side by side",
    "import": "add articles to a gold dataset",
    "extract": "print suggestions for articles as JSON Lines",
    "export": "write the labelled set in a format of your choice",
    "score": "measure suggestions, or another file, against gold",
    "release": "freeze a dataset into a folder with data, guidelines, card and checksums",
    "stats": "count what was decided, by status, label, field and rule, and what it cost",
    "agree": "measure how far several annotators agree",
    "log": "tell what was confirmed, when, by whom, and what it changed",
    "diff": "compare two datasets, or two revisions of an article",
    "merge": "join two datasets without loss",
    "delete": "take articles out of a dataset",
    "doctor": "examine a dataset, and save what can be saved of a damaged one",
    "schema": "show or check a schema",
    "keys": "print the key map of the review screen",
}
"""Every subcommand with its line of help; the module of that name is imported only when it is called."""

_EPILOG = """\
examples:
  akapen                                      review the bundled sample articles
  akapen review notices/ --gold gold.json     review a folder of articles
  akapen extract notice.txt                   print what akapen finds in a text
  akapen export --gold gold.json --format jsonl -o gold.jsonl

`akapen COMMAND --help` tells more of each. Without a command, the review opens; its options may follow.
"""

_OWN = ("--help", "--version")
"""Options of `akapen` itself; others are those of the review."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status; messages go to stderr, data to stdout."""
    with prepared(), _tidily_ended():
        return _status(list(sys.argv[1:] if arguments is None else arguments))


@contextmanager
def _tidily_ended() -> Iterator[None]:
    """Let SIGTERM and a lost terminal end the program as Ctrl-C does, so that nothing half-written stays.

    What was ignored, as under `nohup`, stays so; the review has its own ways.
    """
    numbers = [one for one in (signal.SIGTERM, signal.SIGHUP) if signal.getsignal(one) == signal.SIG_DFL]
    for number in numbers:
        signal.signal(number, _end)
    try:
        yield
    finally:
        for number in numbers:
            signal.signal(number, signal.SIG_DFL)


def _end(number: int, _: object) -> NoReturn:
    sys.exit(128 + number)


def _status(given: list[str]) -> int:
    """Run a command line, turning every error into one line and a status."""
    try:
        return _run(given)
    except AkapenError as error:
        return _fail(error.message)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 141
    except OSError as error:
        from store.advice import advice

        return _fail(f"{error.filename or 'output'}: {advice(error)}")
    except Exception as error:
        if os.environ.get("AKAPEN_TRACEBACK"):
            raise
        return _fail(f"{type(error).__name__}: {error} (AKAPEN_TRACEBACK=1 shows where)")


class _Parser(argparse.ArgumentParser):
    """A parser that says how a dataset given bare is to be named, and whether help can be written."""

    def error(self, message: str) -> NoReturn:
        """Print usage and what is wrong, and exit with status 2."""
        what, _, given = message.partition(": ")
        is_bare = what == "unrecognized arguments" and not given.startswith("-")
        hint = "; a dataset is named by --gold FILE" if is_bare and "--gold" in self.format_usage() else ""
        super().error(message + hint)

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """Exit, help being written.

        Raises:
            OSError: it can't be written.
        """
        sys.stdout.flush()
        super().exit(status, message)


def _run(given: list[str]) -> int:
    if not given or (given[0].startswith("--") and given[0] not in _OWN):
        given = ["review", *given]
    if given[0] not in COMMANDS:
        _parser().parse_args(given)
        return DONE
    name = given[0]
    command = import_module(f"tui.commands.{name}_command")
    parser = _Parser(
        prog=f"akapen {name}",
        description=f"{COMMANDS[name][0].upper()}{COMMANDS[name][1:]}.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    command.configure(parser)
    status: int = command.run(parser.parse_args(given[1:]))
    sys.stdout.flush()
    return status


def _parser() -> argparse.ArgumentParser:
    width = max(map(len, COMMANDS))
    listing = "\n".join(f"  {name:{width}}  {summary}" for name, summary in COMMANDS.items())
    parser = _Parser(
        prog="akapen",
        usage="akapen [COMMAND] …",
        description="赤ペン: turn Japanese articles into a gold dataset.\n\ncommands:\n" + listing,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"akapen {_version()}")
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND", help=argparse.SUPPRESS)
    return parser


def _version() -> str:
    from importlib.metadata import version

    return version("akapen")


def _fail(message: str) -> int:
    from tui.printing import say

    say(f"akapen: {message}")
    return MISUSED
