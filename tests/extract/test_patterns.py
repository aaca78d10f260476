"""What the regular expressions of the rules must not hold."""

import re
from importlib import resources

import pytest

import extract

POSSESSIVE_GROUP = re.compile(r"(?<![\\(])\)(?:[*+?]|\{\d*,?\d*\})\+")


def sources():
    folders = [resources.files(extract)]
    while folders:
        for entry in folders.pop().iterdir():
            if entry.is_dir():
                folders.append(entry)
            elif entry.name.endswith((".py", ".toml")):
                yield entry


def test_no_group_is_possessive():
    """Python before 3.11.5 matches the empty string for ever after one: use an atomic group."""
    assert not [
        entry.name
        for entry in sources()
        for line in entry.read_text("utf-8").splitlines()
        if POSSESSIVE_GROUP.search(line)
    ]


@pytest.mark.parametrize("pattern", ["(?:ab)*+", "(a|b)++", "(?:a){2,3}+"])
def test_what_is_refused_is_seen(pattern):
    assert POSSESSIVE_GROUP.search(pattern)
