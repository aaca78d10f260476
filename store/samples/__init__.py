"""Bundled sample articles with gold: the demonstration and the test data."""

from pathlib import Path


def samples_path() -> Path:
    """Return the path of the bundled samples: JSON Lines, one article with its spans and record a line.

    The articles are our own writing about invented organisations, annotated by the schema `incident`.
    The package is always installed as plain files, never read out of an archive.
    """
    return Path(__file__).with_name("incident.jsonl")
