"""A user's configuration file, `config.toml` in the configuration folder.

It is TOML with two keys: `annotator = "hanako"` and `theme = "light"`.
"""

from pathlib import Path
from typing import NamedTuple
from unicodedata import category

from store.errors import DataError
from store.source import read_utf8
from store.toml_place import line_of
from store.toml_text import toml_entries
from tui.settings import settings_path

THEMES = ("light", "dark", "contrast")


class ConfigurationError(DataError):
    """A configuration file says something that can't be; the place names line and key."""

    title = "configuration"


class Configuration(NamedTuple):
    """What a configuration file says; none where it doesn't."""

    annotator: str | None = None
    """Who works here."""
    theme: str | None = None
    """How the screens look, one of `THEMES`."""


def configuration(path: Path | None = None) -> Configuration:
    """Return what the configuration file says, nothing where there is none.

    Args:
        path: the file; without one, the one in the user's configuration folder.

    Raises:
        UnreadableFileError: the file can't be read.
        ConfigurationError: it isn't TOML, has an unknown key, or something that can't be a key's value.
    """
    path = path or settings_path("config.toml")
    if path is None or not path.is_file():
        return Configuration()
    text = read_utf8(path)
    entries = toml_entries(text, str(path), ConfigurationError)
    for key, value in entries.items():
        if problem := _problem(key, value):
            raise ConfigurationError(path, problem, f"line {line_of(text, (key,))}, {key}")
    return Configuration(**entries)


def is_name(text: str) -> bool:
    """Whether a text can name a person: not empty, nothing in it acts on a terminal or breaks a file."""
    return bool(text.strip()) and not any(category(character) in ("Cc", "Cs") for character in text)


def _problem(key: str, value: object) -> str:
    """Return what is wrong about an entry, empty if nothing is."""
    if key not in Configuration._fields:
        return f"unknown key; there are {' and '.join(f'`{field}`' for field in Configuration._fields)}"
    if key == "annotator" and not (isinstance(value, str) and is_name(value)):
        return 'give a name in printable characters, such as "hanako"'
    if key == "theme" and value not in THEMES:
        return f"give one of {', '.join(THEMES)}"
    return ""
