"""Migrations: numbered steps that bring a gold file of an older format up to date, one version at a time."""

from collections.abc import Callable, Mapping
from pathlib import Path

from store.errors import DatasetError
from store.gold.file import VERSION, Tables

STEPS: Mapping[int, Callable[[Tables], Tables]] = {}
"""By the version that a step starts from. Version 1 is the first, so there is none yet; a step that is added
comes with a kept sample of its old format in the tests."""


def migrated(tables: Tables, version: int, path: Path) -> Tables:
    """Return the tables of an older version in the present format.

    Raises:
        DatasetError: no step starts from that version.
    """
    for number in range(version, VERSION):
        if number not in STEPS:
            raise DatasetError(path, f"of format {version}, which akapen never wrote: give another file")
        tables = STEPS[number](tables)
    return tables


def backup_path(path: Path, version: int) -> Path:
    """Return where a file is kept as it was before its migration: `gold.json.v1`."""
    return path.with_name(f"{path.name}.v{version}")
