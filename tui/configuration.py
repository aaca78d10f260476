"""A user's configuration file, `config.toml` in the configuration folder.

It is TOML with one key so far: `annotator = "hanako"`.
"""

from pathlib import Path

from store.errors import DataError
from store.source import read_utf8
from store.toml_place import line_of
from store.toml_text import toml_entries
from tui.settings import settings_path


class ConfigurationError(DataError):
    """A configuration file says something that can't be; the place names line and key."""

    title = "configuration"


def configured_annotator(path: Path | None = None) -> str | None:
    """Return who works here by the configuration file, none where it doesn't say or isn't there.

    Args:
        path: the file; without one, the one in the user's configuration folder.

    Raises:
        UnreadableFileError: the file can't be read.
        ConfigurationError: it isn't TOML, has an unknown key, or the name is none.
    """
    path = path or settings_path("config.toml")
    if not path.is_file():
        return None
    text = read_utf8(path)
    entries = toml_entries(text, str(path), ConfigurationError)
    for key, value in entries.items():
        place = f"line {line_of(text, (key,))}, {key}"
        if key != "annotator":
            raise ConfigurationError(path, "unknown key; there is `annotator`", place)
        if not isinstance(value, str) or not value.strip():
            raise ConfigurationError(path, 'give a name, such as "hanako"', place)
    return entries.get("annotator")
