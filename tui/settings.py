"""A user's files of settings: where they are looked for, and how they are read."""

from pathlib import Path

from store.errors import UnreadableFileError


def settings_path(name: str) -> Path:
    """Return where a file of settings is looked for when none is named."""
    from platformdirs import user_config_path

    return user_config_path("akapen") / name


def read_settings(path: Path) -> str:
    """Return the text of a file of settings.

    Raises:
        UnreadableFileError: it is missing, can't be read, or isn't UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(path, f"not UTF-8 at byte {error.start}; save it as UTF-8") from None
    except OSError as error:
        raise UnreadableFileError(path, f"can't be read: {error.strerror or error}") from None
