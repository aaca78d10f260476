"""A user's files of settings: where they are looked for."""

from pathlib import Path


def settings_path(name: str) -> Path:
    """Return where a file of settings is looked for when none is named."""
    from platformdirs import user_config_path

    return user_config_path("akapen") / name
