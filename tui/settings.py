"""A user's own files: where the dataset and the settings are that nobody has named."""

from collections.abc import Callable
from pathlib import Path


def data_path(name: str) -> Path | None:
    """Return where a user's file of data is, none for a user without a home."""
    from platformdirs import user_data_path

    return _in_home(user_data_path, name)


def settings_path(name: str) -> Path | None:
    """Return where a user's file of settings is looked for, none for a user without a home."""
    from platformdirs import user_config_path

    return _in_home(user_config_path, name)


def _in_home(folder: Callable[[str], Path], name: str) -> Path | None:
    try:
        path = folder("akapen") / name
    except RuntimeError:  # HOME is unset and the system doesn't know the user, as in containers
        return None
    return path if path.is_absolute() else None
